package io.tokenpace.mock.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.util.ResourceLeakDetector;
import io.tokenpace.mock.draw.Distribution;
import io.tokenpace.mock.model.Decode;
import io.tokenpace.mock.model.Demand;
import io.tokenpace.mock.model.IsolatedService;
import io.tokenpace.mock.model.Pace;
import io.tokenpace.mock.model.Prefill;
import io.tokenpace.mock.model.RequestKey;
import io.tokenpace.mock.model.Script;
import io.tokenpace.mock.model.ServiceParameters;
import io.tokenpace.mock.model.Timeline;
import io.tokenpace.mock.text.Sampler;
import io.tokenpace.mock.text.Samplers;
import io.tokenpace.mock.text.Sampling;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Encoding the events of one answer that carry a token each, chunk framing included, into a buffer used again. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StreamEncodingBenchmark {
    /** So many that what an invocation sets up does not count. */
    static final int EVENTS = 60_000;

    /** About what one event takes. */
    private static final int EVENT_BYTES = 150;

    private static final int BUFFER_BYTES = 1 << 16;
    private static final String BODY =
            "{\"model\":\"any\",\"max_tokens\":60000,\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";

    private final RequestKey key = RequestKey.named(0, "a");
    private final IsolatedService service = new IsolatedService(ServiceParameters.of(
            Distribution.constant(0),
            Distribution.constant(0),
            Prefill.constant(0, 0, 0, 0, 0),
            Decode.steady(Pace.ofTime(Distribution.constant(0)))));
    private final Sampler sampler = new Samplers().of(Sampling.DEFAULT);
    private final DeltaFrames frames = new DeltaFrames();
    private final ByteBuf out = Unpooled.directBuffer(BUFFER_BYTES);

    private final byte[] event = new byte[EVENT_BYTES];

    private MessagesRequest message;
    private OpenAiRequest chat;
    private AnswerStream messageStream;
    private AnswerStream chatStream;

    @Setup
    public void read() throws RefusedException, OpenAiRefusedException {
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.DISABLED);
        byte[] body = BODY.getBytes(UTF_8);
        message = new MessagesReader(ModelCatalogue.permissive()).messages(body, ApiVersion.V2026_10_21);
        chat = new OpenAiReader(ModelCatalogue.permissive()).read(body, OpenAiKind.CHAT);
    }

    /** An answer's words are taken once, so each round has answers of its own. */
    @Setup(Level.Invocation)
    public void answer() {
        InputUsage input = InputUsage.uncached(1);
        Answer answer = Answer.to(message, input, key, service.verbosity(key), sampler);
        messageStream = new MessageStream(answer, timeline(answer.script()), frames);
        OpenAiAnswer completion = OpenAiAnswer.to(chat, input, key, service.verbosity(key), sampler, Instant.EPOCH);
        chatStream = new OpenAiStream(completion, chat, timeline(completion.script()));
    }

    private Timeline timeline(Script script) {
        return service.admit(new Demand(key, 1, 0, EVENTS), script, 0, () -> {});
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public int bareCopy() {
        for (int i = 0; i < EVENTS; i++) {
            out.clear().writeBytes(event);
        }
        return out.writerIndex();
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public int anthropic() {
        return write(messageStream);
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public int openAi() {
        return write(chatStream);
    }

    private int write(AnswerStream stream) {
        for (int token = 1; token <= EVENTS; token++) {
            stream.write(token, out.clear());
        }
        return out.writerIndex();
    }

    @TearDown
    public void release() {
        out.release();
    }
}
