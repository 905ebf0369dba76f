package io.tokenpace.bench.wire.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.Arrays;

/** What Netty's own decoder makes of the bytes of one answer, told as {@link Reading} tells it. */
final class NettyReading {
    private static final int MAX_BYTES = 64 << 10;

    private final StringBuilder body = new StringBuilder();
    private int status;
    private boolean informational;
    private boolean keepAlive;
    private boolean broken;
    private boolean ended;

    private NettyReading() {}

    static NettyReading of(byte[] answer, int... cuts) {
        NettyReading reading = new NettyReading();
        EmbeddedChannel channel = new EmbeddedChannel(new HttpResponseDecoder(new HttpDecoderConfig()
                .setMaxInitialLineLength(MAX_BYTES)
                .setMaxHeaderSize(MAX_BYTES)
                .setMaxChunkSize(MAX_BYTES)));
        int from = 0;
        for (int i = 0; i <= cuts.length; i++) {
            int to = i < cuts.length ? cuts[i] : answer.length;
            channel.writeInbound(Unpooled.wrappedBuffer(Arrays.copyOfRange(answer, from, to)));
            from = to;
        }
        channel.finish();
        for (Object part = channel.readInbound(); part != null; part = channel.readInbound()) {
            // What a protocol that was switched to says comes as bare bytes.
            if (part instanceof HttpObject object && !reading.ended && !reading.broken) {
                reading.read(object);
            }
            ReferenceCountUtil.release(part);
        }
        return reading;
    }

    private void read(HttpObject part) {
        if (part.decoderResult().isFailure()) {
            broken = !(part.decoderResult().cause() instanceof PrematureChannelClosureException);
            return;
        }
        if (part instanceof HttpResponse head) {
            informational = head.status().codeClass() == HttpStatusClass.INFORMATIONAL
                    && head.status().code() != 101;
            if (!informational) {
                status = head.status().code();
                keepAlive = HttpUtil.isKeepAlive(head);
            }
        }
        if (part instanceof HttpContent content && !informational) {
            body.append(content.content().toString(ISO_8859_1));
        }
        if (part instanceof LastHttpContent) {
            ended = !informational;
        }
    }

    int status() {
        return status;
    }

    String body() {
        return body.toString();
    }

    boolean allowsAnother() {
        return keepAlive;
    }

    @Override
    public String toString() {
        String ending = broken ? "broken" : ended ? "ended" : "cut";
        return status + " \"" + body + "\" " + ending;
    }
}
