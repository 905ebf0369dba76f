package io.tokenpace.mock.model;

import io.tokenpace.mock.draw.Distribution;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * The parameters of an isolated service.
 *
 * @param networkNanos time on the way, both ways together
 * @param queueNanos time waiting in the service, besides any wait for a slot
 * @param prefill time to read the prompt
 * @param pace time from token to token
 * @param slots how many requests are worked on at once, first come first served; empty for any number
 * @param stalls spans in which nothing leaves, in the order of time and not overlapping
 */
public record ServiceParameters(
        Distribution networkNanos,
        Distribution queueNanos,
        Prefill prefill,
        Pace pace,
        OptionalInt slots,
        List<Stall> stalls) {
    public ServiceParameters {
        if (slots.isPresent() && slots.getAsInt() < 1) {
            throw new IllegalArgumentException("slots (" + slots.getAsInt() + ") must be at least 1");
        }
        stalls = List.copyOf(stalls);
        for (int i = 1; i < stalls.size(); i++) {
            Stall before = stalls.get(i - 1);
            Duration free = before.from().plus(before.length());
            if (stalls.get(i).from().compareTo(free) < 0) {
                throw new IllegalArgumentException(
                        "stalls (" + stalls + ") must be in the order of time and must not overlap");
            }
        }
    }
}
