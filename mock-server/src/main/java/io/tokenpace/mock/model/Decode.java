package io.tokenpace.mock.model;

import io.tokenpace.mock.draw.Distribution;
import java.util.Optional;

/**
 * How the tokens of an answer follow the first one.
 *
 * @param pace the mean time from token to token, one draw for an answer
 * @param jitter the factor of each single gap, one draw for every token; empty for gaps that are all alike
 * @param bundle how many tokens an event carries, one draw for every event; empty for one each. Rounded to a whole number,
 *     at least 1
 */
public record Decode(Pace pace, Optional<Distribution> jitter, Optional<Distribution> bundle) {
    /** One token an event, at a steady pace. */
    public static Decode steady(Pace pace) {
        return new Decode(pace, Optional.empty(), Optional.empty());
    }

    Decode times(double factor) {
        return new Decode(pace.times(factor), jitter, bundle);
    }
}
