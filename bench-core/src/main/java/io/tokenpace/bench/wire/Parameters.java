package io.tokenpace.bench.wire;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What all requests of a run ask for besides their own words and sizes. What is empty is not sent at all, since services
 * refuse some of these even at their defaults.
 *
 * @param temperature how evenly words are drawn
 * @param topP the share of likelihood that words are drawn from
 * @param topK the number of likeliest words that are drawn from
 * @param thinking how much to think before the answer
 * @param stream whether the answer is to be streamed
 * @param ignoreEos whether every answer is to be as long as it may be, where the service can do that
 */
public record Parameters(
        OptionalDouble temperature,
        OptionalDouble topP,
        OptionalInt topK,
        Optional<Thinking> thinking,
        boolean stream,
        boolean ignoreEos) {
    /** Streams, and leaves everything else to the service. */
    public static final Parameters STREAMING = new Parameters(
            OptionalDouble.empty(), OptionalDouble.empty(), OptionalInt.empty(), Optional.empty(), true, false);

    /** The widest range that a service takes; Anthropic's ends at 1. */
    private static final double HIGHEST_TEMPERATURE = 2;

    public Parameters {
        requireWithin("temperature", temperature, HIGHEST_TEMPERATURE);
        requireWithin("top-p", topP, 1);
        if (topK.orElse(0) < 0) {
            throw new IllegalArgumentException("top-k (" + topK.getAsInt() + ") must not be negative");
        }
    }

    /** Holds a parameter, if it is there, to a range from 0. */
    public static void requireWithin(String name, OptionalDouble value, double highest) {
        if (value.isPresent() && !(value.getAsDouble() >= 0 && value.getAsDouble() <= highest)) {
            throw new IllegalArgumentException(
                    name + " (" + value.getAsDouble() + ") must be from 0 to " + (int) highest);
        }
    }
}
