package io.tokenpace.bench.client;

import io.netty.buffer.ByteBuf;

/** What the body of a good answer is, told by its first byte that is not blank: services are careless with its type. */
enum AnswerForm {
    /** Nothing but blanks has come so far. */
    UNTOLD,
    EVENTS,
    /** One JSON document. */
    WHOLE,
    /** A page for people, as gateways and captive portals send it. No field of an event begins like one. */
    PAGE;

    /** Tells the form from a piece of a body of which only blanks have come; the blanks before a document are passed over. */
    static AnswerForm of(ByteBuf piece) {
        int at = piece.readerIndex();
        while (at < piece.writerIndex() && isBlank(piece.getByte(at))) {
            at++;
        }
        if (at == piece.writerIndex()) {
            return UNTOLD;
        }
        AnswerForm form = switch (piece.getByte(at)) {
            case '{', '[' -> WHOLE;
            case '<' -> PAGE;
            default -> EVENTS;
        };
        if (form != EVENTS) {
            piece.readerIndex(at);
        }
        return form;
    }

    private static boolean isBlank(byte character) {
        return character == ' ' || character == '\n' || character == '\r' || character == '\t';
    }
}
