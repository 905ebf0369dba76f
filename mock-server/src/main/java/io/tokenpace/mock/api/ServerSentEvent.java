package io.tokenpace.mock.api;

/** Writes one event of a stream: its name, its data, and the blank line that ends it. */
final class ServerSentEvent {
    private ServerSentEvent() {}

    /** Writes the start of a block, whose empty content is given in JSON. */
    static String blockStart(int index, String block) {
        return of(
                "content_block_start",
                "{\"type\":\"content_block_start\",\"index\":" + index + ",\"content_block\":" + block + "}");
    }

    static String of(String name, String data) {
        return "event: " + name + "\ndata: " + data + "\n\n";
    }
}
