package io.tokenpace.mock.model;

import io.tokenpace.mock.draw.Distribution;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The parameters of an isolated service.
 *
 * @param networkNanos time on the way, both ways together
 * @param queueNanos time waiting in the service, besides any wait for a slot
 * @param prefill time to read the prompt
 * @param decode time from token to token, and how tokens share events
 * @param answerTokens how long answers are that no ceiling cuts off; empty for answers that always reach it
 * @param silence how long a stream may be silent before a ping breaks the silence; empty for any time
 * @param slots how many requests are worked on at once, first come first served; empty for any number
 * @param stalls spans in which nothing leaves, in the order of time and not overlapping
 * @param thinkingTokens how long answers think before they begin; empty if that is for the request to say
 */
public record ServiceParameters(
        Distribution networkNanos,
        Distribution queueNanos,
        Prefill prefill,
        Decode decode,
        Optional<Distribution> answerTokens,
        Optional<Duration> silence,
        OptionalInt slots,
        List<Stall> stalls,
        Optional<Distribution> thinkingTokens) {
    public ServiceParameters {
        if (silence.isPresent() && silence.get().compareTo(Duration.ZERO) <= 0) {
            throw new IllegalArgumentException("silence (" + silence.get() + ") must be positive");
        }
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

    /** A service with nothing but these terms: one token an event, answers to the ceiling, any number at once. */
    public static ServiceParameters of(
            Distribution networkNanos, Distribution queueNanos, Prefill prefill, Decode decode) {
        return new ServiceParameters(
                networkNanos,
                queueNanos,
                prefill,
                decode,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                List.of(),
                Optional.empty());
    }

    /** Returns the same service with slots. */
    public ServiceParameters withSlots(int newSlots) {
        return new ServiceParameters(
                networkNanos,
                queueNanos,
                prefill,
                decode,
                answerTokens,
                silence,
                OptionalInt.of(newSlots),
                stalls,
                thinkingTokens);
    }

    /** Returns the same service with stalls. */
    public ServiceParameters withStalls(List<Stall> newStalls) {
        return new ServiceParameters(
                networkNanos, queueNanos, prefill, decode, answerTokens, silence, slots, newStalls, thinkingTokens);
    }

    /**
     * Returns the same service on a clock that runs {@code scale} times as fast: at 2 everything takes half as long,
     * stalls come twice as soon, and what is drawn stays what it was.
     */
    public ServiceParameters atTimeScale(double scale) {
        if (scale == 1) {
            return this;
        }
        double factor = 1 / scale;
        return new ServiceParameters(
                networkNanos.times(factor),
                queueNanos.times(factor),
                prefill.times(factor),
                decode.times(factor),
                answerTokens,
                silence.map(span -> times(span, factor)),
                slots,
                stalls.stream().map(stall -> times(stall, factor)).toList(),
                thinkingTokens);
    }

    /** Both ends are rounded, not the length, so that stalls which touch do not come to overlap. */
    private static Stall times(Stall stall, double factor) {
        Duration from = times(stall.from(), factor);
        return new Stall(from, times(stall.from().plus(stall.length()), factor).minus(from));
    }

    private static Duration times(Duration span, double factor) {
        return Duration.ofNanos(Math.round(span.toNanos() * factor));
    }
}
