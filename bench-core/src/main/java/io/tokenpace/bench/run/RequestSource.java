package io.tokenpace.bench.run;

import java.util.Optional;

/** Makes requests ready, one after the other. Only the feeder's thread asks it. */
@FunctionalInterface
interface RequestSource {
    /** Returns the next request, or nothing once there will be no more. */
    Optional<Errand> next();
}
