package io.tokenpace.mock.api;

/** Writes one event of a stream: its name, its data, and the blank line that ends it. */
final class ServerSentEvent {
    private ServerSentEvent() {}

    static String of(String name, String data) {
        return "event: " + name + "\ndata: " + data + "\n\n";
    }
}
