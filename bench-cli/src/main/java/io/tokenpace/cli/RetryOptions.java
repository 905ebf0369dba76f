package io.tokenpace.cli;

import io.tokenpace.bench.run.RunPlan;
import picocli.CommandLine.Option;

/** What becomes of a request that failed. */
final class RetryOptions {
    @Option(
            names = "--retries",
            paramLabel = "N",
            description =
                    "Send a request that failed again, up to N times: one that found no connection or lost it before"
                            + " an answer, and one refused with 408, 409, 429 or from 500 on. The service's retry-after is kept,"
                            + " up to 2m; its ttft counts from when it was first due (default: 0).")
    private int most;

    int most() {
        if (most < 0 || most > RunPlan.MOST_RETRIES) {
            throw new IllegalArgumentException("--retries (" + most + ") must be from 0 to " + RunPlan.MOST_RETRIES);
        }
        return most;
    }
}
