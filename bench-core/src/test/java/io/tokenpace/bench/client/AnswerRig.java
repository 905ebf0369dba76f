package io.tokenpace.bench.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.tokenpace.bench.TextDeltas;
import io.tokenpace.bench.measure.LoopRecorder;
import io.tokenpace.bench.measure.Window;
import io.tokenpace.bench.wire.anthropic.AnthropicFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * One connection without a socket or an HTTP decoder: bytes go in where the decoder would hand them over and come out
 * in the histograms. Its clock moves on by itself, {@value #GAP_NANOS} ns an arrival.
 *
 * <pre>{@code
 * rig.begin();
 * rig.arrive(1_000); // events, each an arrival of its own
 * rig.end();
 * }</pre>
 */
final class AnswerRig {
    static final long GAP_NANOS = 20_000_000;

    private static final Endpoint SERVICE = Endpoint.parse("http://service");
    private static final byte[] REQUEST = {};
    private static final String START =
            "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"usage\":"
                    + "{\"input_tokens\":25,\"output_tokens\":1}}}\n\n";
    private static final String STOP =
            "event: message_delta\ndata: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":"
                    + "\"end_turn\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":1000}}\n\n"
                    + "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n";

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final ChannelPipeline pipeline = channel.pipeline();
    private final Window window = new Window();
    private final LoopRecorder recorder = new LoopRecorder(window);
    private final PreparedRequest request = new PreparedRequest(0, false, 0, 25, 1_000, 0, REQUEST);
    private final HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
    private final HttpContent start = content(START.getBytes(StandardCharsets.UTF_8));
    private final HttpContent delta = content(TextDeltas.events(1));
    private final HttpContent stop = content(STOP.getBytes(StandardCharsets.UTF_8));
    private final Connection connection;
    private long nowNanos;
    private Exchange exchange;

    AnswerRig() {
        Way way = new Way(new Route(SERVICE, List.of(), Optional.empty(), Optional.empty()), 0);
        ClientLoop loop = new ClientLoop(
                channel.eventLoop(),
                new Bootstrap(),
                Target.of(SERVICE),
                List.of(way),
                new AnthropicFormat(),
                Timeouts.DEFAULT,
                () -> nowNanos);
        ReadStamp stamp = new ReadStamp(() -> nowNanos, false);
        connection = new Connection(loop, channel, stamp, new AnswerDecoder());
        pipeline.addLast(stamp, connection);
        loop.opened(connection, way);
        window.openAt(0);
        exchange = newExchange();
    }

    /** Sends a request and reads its answer up to the first content. */
    void begin() {
        exchange = newExchange();
        connection.send(exchange);
        channel.releaseOutbound();
        pipeline.fireChannelRead(head);
        arrive(start);
    }

    /** Reads events with text, each of them an arrival. */
    void arrive(int events) {
        for (int i = 0; i < events; i++) {
            arrive(delta);
        }
    }

    /** Reads the end of the answer, upon which it is recorded. */
    void end() {
        pipeline.fireChannelRead(rewound(stop));
        arrive(LastHttpContent.EMPTY_LAST_CONTENT);
    }

    Exchange exchange() {
        return exchange;
    }

    LoopRecorder recorder() {
        return recorder;
    }

    private Exchange newExchange() {
        return new Exchange(request, nowNanos, nowNanos, recorder::record);
    }

    private void arrive(HttpContent content) {
        nowNanos += GAP_NANOS;
        pipeline.fireChannelRead(rewound(content));
        pipeline.fireChannelReadComplete();
    }

    /** Returns the same content to be read, and released, once more. */
    private static HttpContent rewound(HttpContent content) {
        content.content().readerIndex(0);
        content.retain();
        return content;
    }

    private static HttpContent content(byte[] events) {
        return new DefaultHttpContent(Unpooled.wrappedBuffer(events));
    }
}
