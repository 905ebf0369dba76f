package io.tokenpace.mock.api;

import io.tokenpace.mock.model.RequestKey;

/** Makes identifiers that follow from the request key, so that a seeded run names everything alike. */
public final class Identifiers {
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789";
    private static final int LETTERS_PER_DRAW = 10;
    private static final int MESSAGE = 0;
    private static final int REQUEST = 2;
    private static final int TOOL_USE = 4;
    private static final int SIGNATURE = 6;
    private static final int ID_DRAWS = 2;
    private static final int SIGNATURE_DRAWS = 16;

    private Identifiers() {}

    /** Returns the id of the answer's message. */
    public static String message(RequestKey key) {
        return letters("msg_01", key, MESSAGE, ID_DRAWS);
    }

    /** Returns the id of a completion of this kind. */
    static String completion(OpenAiKind kind, RequestKey key) {
        return letters(kind.idPrefix(), key, MESSAGE, ID_DRAWS);
    }

    /** Returns the id of the request, sent as the {@code request-id} or {@code x-request-id} header. */
    public static String request(RequestKey key) {
        return letters("req_01", key, REQUEST, ID_DRAWS);
    }

    /** Returns the id of the answer's call of a tool. */
    static String toolUse(RequestKey key) {
        return letters("toolu_01", key, TOOL_USE, ID_DRAWS);
    }

    /** Returns the id of a completion's call of a function. */
    static String functionCall(RequestKey key) {
        return letters("call_", key, TOOL_USE, ID_DRAWS);
    }

    /** Returns the signature of the answer's thinking: valid Base64 that signs nothing. */
    static String signature(RequestKey key) {
        return letters("EqQB", key, SIGNATURE, SIGNATURE_DRAWS);
    }

    private static String letters(String prefix, RequestKey key, int firstDraw, int draws) {
        StringBuilder id = new StringBuilder(prefix);
        for (int draw = firstDraw; draw < firstDraw + draws; draw++) {
            long bits = key.identityBits(draw);
            for (int i = 0; i < LETTERS_PER_DRAW; i++) {
                id.append(ALPHABET.charAt((int) Long.remainderUnsigned(bits, ALPHABET.length())));
                bits = Long.divideUnsigned(bits, ALPHABET.length());
            }
        }
        return id.toString();
    }
}
