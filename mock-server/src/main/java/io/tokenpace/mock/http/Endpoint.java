package io.tokenpace.mock.http;

/** What can be asked for. */
enum Endpoint {
    MESSAGES("POST"),
    COUNT_TOKENS("POST"),
    MODELS("GET"),
    MODEL("GET");

    private final String method;

    Endpoint(String method) {
        this.method = method;
    }

    String method() {
        return method;
    }
}
