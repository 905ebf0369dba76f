package io.tokenpace.mock.api;

/** Says that a request to the OpenAI-compatible API is refused, and how; made without a stack trace. */
public final class OpenAiRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient OpenAiRefusal refusal;

    public OpenAiRefusedException(OpenAiRefusal refusal) {
        super(refusal.message(), null, false, false);
        this.refusal = refusal;
    }

    /** What to answer. */
    public OpenAiRefusal refusal() {
        return refusal;
    }
}
