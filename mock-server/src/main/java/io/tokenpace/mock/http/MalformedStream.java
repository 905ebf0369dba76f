package io.tokenpace.mock.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.tokenpace.mock.api.AnswerStream;
import io.tokenpace.mock.api.EncodedEvent;

/** A stream with one malformed event. */
record MalformedStream(AnswerStream healthy, int malformed) implements AnswerStream {
    @Override
    public int likelyBytes(int from, int until) {
        return healthy.likelyBytes(from, until);
    }

    @Override
    public void write(int event, ByteBuf out) {
        if (event != malformed) {
            healthy.write(event, out);
            return;
        }
        ByteBuf encoded = Unpooled.buffer();
        healthy.write(event, encoded);
        out.writeBytes(EncodedEvent.of(encoded).malformed());
    }

    @Override
    public void writePing(ByteBuf out) {
        healthy.writePing(out);
    }
}
