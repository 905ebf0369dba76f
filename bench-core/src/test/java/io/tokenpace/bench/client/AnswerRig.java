package io.tokenpace.bench.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.embedded.EmbeddedChannel;
import io.tokenpace.bench.TextDeltas;
import io.tokenpace.bench.measure.LoopRecorder;
import io.tokenpace.bench.measure.Window;
import io.tokenpace.bench.wire.Parameters;
import io.tokenpace.bench.wire.WireFormat;
import io.tokenpace.bench.wire.anthropic.AnthropicFormat;
import io.tokenpace.bench.wire.openai.ChatFormat;
import io.tokenpace.bench.wire.openai.CompletionsFormat;
import io.tokenpace.bench.wire.openai.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * One connection without a socket: bytes go in as a service sends them, each event a chunk of its own, and come out in the
 * histograms. Its clock moves on by itself, {@value #GAP_NANOS} ns an arrival.
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
    private static final String FIRST_CHUNK = """
            data: {"choices":[{"index":0,"delta":{"role":"assistant","content":""}}]}

            """;
    private static final String LAST_CHUNKS = """
            data: {"choices":[{"index":0,"delta":{},"finish_reason":"length"}]}

            data: {"choices":[],"usage":{"prompt_tokens":25,"completion_tokens":1000}}

            data: [DONE]

            """;

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final ChannelPipeline pipeline = channel.pipeline();
    private final Window window = new Window();
    private final LoopRecorder recorder = new LoopRecorder(window);
    private final PreparedRequest request = new PreparedRequest(0, false, 0, 25, 1_000, 0, REQUEST);
    private final ByteBuf start;
    private final ByteBuf delta;
    private final ByteBuf stop;
    private final ByteBuf last = bytes(RawAnswers.LAST_CHUNK);
    private final Connection connection;
    private long nowNanos;
    private Exchange exchange;

    private AnswerRig(WireFormat format, String first, byte[] text, String closing) {
        start = bytes(RawAnswers.CHUNKED_HEAD + RawAnswers.chunk(first));
        delta = bytes(RawAnswers.chunk(new String(text, StandardCharsets.UTF_8)));
        stop = bytes(RawAnswers.chunk(closing));
        Way way = new Way(new Route(SERVICE, List.of(), Optional.empty(), Optional.empty()), 0);
        ClientLoop loop = new ClientLoop(
                channel.eventLoop(),
                new Bootstrap(),
                Target.of(SERVICE),
                List.of(way),
                format,
                Timeouts.DEFAULT,
                () -> nowNanos);
        pipeline.addLast(new ReadStamp(() -> nowNanos, false));
        connection = loop.adopt(channel, way);
        window.openAt(0);
        exchange = newExchange();
    }

    /** Returns a rig for messages of Anthropic's API. */
    static AnswerRig messages() {
        return new AnswerRig(new AnthropicFormat(), START, TextDeltas.events(1), STOP);
    }

    /** Returns a rig for chats of OpenAI-compatible services. */
    static AnswerRig chats() {
        WireFormat format = new ChatFormat(Parameters.STREAMING, Dialect.SERVER);
        return new AnswerRig(format, FIRST_CHUNK, TextDeltas.chunks(1), LAST_CHUNKS);
    }

    /** Returns a rig for text completions of OpenAI-compatible services. */
    static AnswerRig completions() {
        WireFormat format = new CompletionsFormat(Parameters.STREAMING, Dialect.SERVER);
        return new AnswerRig(format, FIRST_CHUNK, TextDeltas.completions(1), LAST_CHUNKS);
    }

    /** Sends a request and reads its answer up to the first content. */
    void begin() {
        exchange = newExchange();
        connection.send(exchange);
        channel.releaseOutbound();
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
        arrive(last);
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

    private void arrive(ByteBuf bytes) {
        nowNanos += GAP_NANOS;
        pipeline.fireChannelRead(rewound(bytes));
        pipeline.fireChannelReadComplete();
    }

    /** Returns the same bytes to be read, and released, once more. */
    private static ByteBuf rewound(ByteBuf bytes) {
        return bytes.readerIndex(0).retain();
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
    }
}
