package io.tokenpace.bench.wire.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;

/**
 * What a decoder made of the bytes of one answer, told in one line: its status, its body and how that ended.
 *
 * <pre>{@code
 * Reading.of("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nhi") // 200 "hi" ended
 * }</pre>
 */
final class Reading implements AnswerParts {
    private final AnswerDecoder decoder = new AnswerDecoder(this, header -> header.nameBegins("x-kept"));
    private final StringBuilder body = new StringBuilder();
    private int status;
    private boolean ended;
    private boolean allowsAnother;
    private boolean eventStream;
    private String kept = "";
    private String why = "";

    Reading() {
        decoder.begin();
    }

    /** Reads an answer in one piece, and then the end of the connection. */
    static Reading of(String answer) {
        return of(answer.getBytes(ISO_8859_1));
    }

    /** Reads an answer that is cut at these places, and then the end of the connection. */
    static Reading of(byte[] answer, int... cuts) {
        return new Reading().read(answer, cuts).close();
    }

    Reading read(String bytes) {
        return read(bytes.getBytes(ISO_8859_1));
    }

    Reading read(byte[] bytes, int... cuts) {
        int from = 0;
        for (int i = 0; i <= cuts.length; i++) {
            int to = i < cuts.length ? cuts[i] : bytes.length;
            ByteBuf piece = Unpooled.wrappedBuffer(Arrays.copyOfRange(bytes, from, to));
            decoder.read(piece);
            if (piece.isReadable()) {
                throw new AssertionError(piece.readableBytes() + " bytes were left over");
            }
            from = to;
        }
        return this;
    }

    Reading close() {
        decoder.close();
        return this;
    }

    /** Begins another answer on the same connection. */
    Reading next() {
        decoder.begin();
        body.setLength(0);
        ended = false;
        return this;
    }

    @Override
    public void head(AnswerHead head) {
        if (status != 0 && !ended && body.length() > 0) {
            throw new AssertionError("a head within a body");
        }
        status = head.status();
        allowsAnother = head.allowsAnother();
        eventStream = head.isEventStream();
        kept = new String(head.takeKeptLines(), ISO_8859_1);
    }

    @Override
    public void content(ByteBuf piece) {
        if (ended || isBroken() || !piece.isReadable()) {
            throw new AssertionError("content that cannot be");
        }
        body.append(piece.toString(ISO_8859_1));
    }

    @Override
    public void end() {
        if (ended || isBroken()) {
            throw new AssertionError("an end that cannot be");
        }
        ended = true;
    }

    @Override
    public void broken(String reason) {
        if (ended || isBroken()) {
            throw new AssertionError("broken twice, or after the end");
        }
        why = reason;
    }

    int status() {
        return status;
    }

    String body() {
        return body.toString();
    }

    boolean isBroken() {
        return !why.isEmpty();
    }

    String why() {
        return why;
    }

    boolean hasEnded() {
        return ended;
    }

    boolean allowsAnother() {
        return allowsAnother;
    }

    boolean isEventStream() {
        return eventStream;
    }

    String kept() {
        return kept;
    }

    boolean hasSurplus() {
        return decoder.hasSurplus();
    }

    @Override
    public String toString() {
        String ending = isBroken() ? "broken" : ended ? "ended" : "cut";
        return status + " \"" + body + "\" " + ending;
    }
}
