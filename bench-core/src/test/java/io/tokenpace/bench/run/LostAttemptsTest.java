package io.tokenpace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.schedule.Extent;
import io.tokenpace.bench.schedule.LoadShape;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An attempt that was lost without a word may be charged for, though the request was answered in the end. */
class LostAttemptsTest {
    private static final int REQUESTS = 6;
    private static final int CLOSED = 2;

    @TempDir
    private Path folder;

    /** Closed on an idle connection, a request is sent again at once: that is no attempt. The other time is one. */
    @Test
    void shouldTellAttemptsThatWereLostAmongWhatIsNotKnown() throws Exception {
        try (GrudgingService service = new GrudgingService(CLOSED, HttpExchange::close)) {
            RunPlan plan = RunHarness.plan(
                    service.url(),
                    new LoadShape.Closed(2),
                    Extent.ofRequests(0),
                    Extent.ofRequests(REQUESTS),
                    Duration.ofSeconds(20));
            RunResult result = new RunHarness(folder.resolve("run")).run(plan.retrying(CLOSED));
            assertThat(result.totals().succeeded()).isEqualTo(REQUESTS);
            assertThat(result.spent().uncountedRequests()).isBetween((long) REQUESTS, (long) CLOSED * REQUESTS);
            assertThat(result.spent().outputTokens()).isEqualTo(3L * (REQUESTS + 1));
        }
    }
}
