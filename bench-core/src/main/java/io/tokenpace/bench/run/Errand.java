package io.tokenpace.bench.run;

import io.tokenpace.bench.client.PreparedRequest;
import io.tokenpace.bench.workload.FollowUp;
import java.util.Optional;

/**
 * A request that is ready to be sent, with what its user does once the answer is there.
 *
 * @param thinkNanos how long the user then thinks
 * @param followUp what the user then says; nothing where the conversation is over
 */
record Errand(PreparedRequest request, long thinkNanos, Optional<FollowUp> followUp) {
    /** A request after which nothing is said. */
    Errand(PreparedRequest request) {
        this(request, 0, Optional.empty());
    }
}
