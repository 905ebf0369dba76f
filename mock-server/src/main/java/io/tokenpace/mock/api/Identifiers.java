package io.tokenpace.mock.api;

import io.tokenpace.mock.model.RequestKey;

/** Makes identifiers that follow from the request key, so that a seeded run names everything alike. */
public final class Identifiers {
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789";
    private static final int LETTERS_PER_DRAW = 10;
    private static final int MESSAGE = 0;
    private static final int REQUEST = 2;

    private Identifiers() {}

    /** Returns the id of the answer's message. */
    public static String message(RequestKey key) {
        return id("msg_01", key, MESSAGE);
    }

    /** Returns the id of a completion of this kind. */
    static String completion(OpenAiKind kind, RequestKey key) {
        return id(kind.idPrefix(), key, MESSAGE);
    }

    /** Returns the id of the request, sent as the {@code request-id} or {@code x-request-id} header. */
    public static String request(RequestKey key) {
        return id("req_01", key, REQUEST);
    }

    private static String id(String prefix, RequestKey key, int firstDraw) {
        StringBuilder id = new StringBuilder(prefix);
        for (int draw = firstDraw; draw < firstDraw + 2; draw++) {
            long bits = key.identityBits(draw);
            for (int i = 0; i < LETTERS_PER_DRAW; i++) {
                id.append(ALPHABET.charAt((int) Long.remainderUnsigned(bits, ALPHABET.length())));
                bits = Long.divideUnsigned(bits, ALPHABET.length());
            }
        }
        return id.toString();
    }
}
