package io.tokenpace.mock.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
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
import io.tokenpace.mock.model.ServiceParameters;
import io.tokenpace.mock.model.Timeline;
import io.tokenpace.mock.text.Sampler;
import io.tokenpace.mock.text.Samplers;
import io.tokenpace.mock.text.Sampling;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamAllocationTest {
    private static final int BUFFER_BYTES = 1 << 20;
    private static final int ROUNDS = 30;
    /** The edges of blocks may cost what they must: some strings for each of three. */
    private static final long FEW_BYTES = 64 * 1_024;

    /** Prepared, as a server's is. */
    private static final Sampler SAMPLER = new Samplers().of(Sampling.DEFAULT);

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'max_tokens':64000",
                "'max_tokens':64000,'thinking':{'type':'enabled','budget_tokens':40000,'display':'summarized'}",
                "'max_tokens':64000,'tool_choice':{'type':'any'},'tools':[{'name':'f','input_schema':{'properties':{"
                        + "'a':{'type':'string','minLength':9000},'b':{'type':'string','minLength':9000}}}}]",
                "'max_tokens':64000,'tool_choice':{'type':'any'},'tools':[{'name':'f','eager_input_streaming':true,"
                        + "'input_schema':{'properties':{'a':{'type':'string','minLength':9000}}}}]",
            })
    void shouldWriteTokensWithoutAllocation(String fields) throws RefusedException {
        // The search for leaks takes notes of every access to a buffer, and those are allocated.
        ResourceLeakDetector.Level level = ResourceLeakDetector.getLevel();
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.DISABLED);
        DeltaFrames frames = new DeltaFrames();
        try {
            // Code that is not compiled yet allocates what compiled code does not, so the best of several rounds
            // counts.
            long least = Long.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                least = Math.min(least, allocated(fields, frames));
            }
            assertThat(least).isLessThan(FEW_BYTES);
        } finally {
            ResourceLeakDetector.setLevel(level);
        }
    }

    private static long allocated(String fields, DeltaFrames frames) throws RefusedException {
        ServiceParameters parameters = ServiceParameters.of(
                Distribution.constant(0),
                Distribution.constant(0),
                Prefill.constant(0, 0, 0, 0, 0),
                Decode.steady(Pace.ofTime(Distribution.constant(0))));
        IsolatedService service = new IsolatedService(parameters);
        RequestKey key = RequestKey.named(0, "a");
        String body = "{'model':'any'," + fields + ",'messages':[{'role':'user','content':'Hello'}]}";
        MessagesRequest request = new MessagesReader(ModelCatalogue.permissive())
                .messages(body.replace('\'', '"').getBytes(UTF_8), ApiVersion.V2026_10_21);
        Answer answer = Answer.to(request, InputUsage.uncached(1), key, service.verbosity(key), SAMPLER);
        Timeline timeline = service.admit(new Demand(key, 1, 0, 64_000), answer.script(), 0, () -> {});
        MessageStream stream = new MessageStream(answer, timeline, frames);
        ByteBuf out = Unpooled.directBuffer(BUFFER_BYTES);
        try {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int event = 0; event < timeline.events(); event++) {
                stream.write(event, out.clear());
            }
            return THREADS.getCurrentThreadAllocatedBytes() - before;
        } finally {
            out.release();
        }
    }
}
