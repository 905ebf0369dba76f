package io.tokenpace.bench.client;

import java.io.IOException;
import java.util.Queue;

/** What a {@link RawServer} does with a connection, where nothing but the way to it is of interest. */
final class Scripts {
    private static final String GOOD = RawAnswers.stream(DocumentedStreams.HELLO);

    private Scripts() {}

    /** Answers one request and closes. */
    static void answerOnce(RawServer.Peer peer) throws IOException {
        peer.request();
        peer.send(GOOD);
    }

    /** Answers every request, and keeps it. */
    static RawServer.Script answerAll(Queue<String> requests) {
        return peer -> {
            while (true) {
                requests.add(peer.request());
                peer.send(GOOD);
            }
        };
    }
}
