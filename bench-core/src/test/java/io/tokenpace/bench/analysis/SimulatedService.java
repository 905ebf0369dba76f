package io.tokenpace.bench.analysis;

import io.tokenpace.bench.result.Second;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/** A service in virtual time, seen second by second as a run sees it. */
final class SimulatedService {
    private final long[] due;
    private final long[] answered;
    private final double[][] ttfts;

    private SimulatedService(int seconds) {
        due = new long[seconds];
        answered = new long[seconds];
        ttfts = new double[seconds][];
        Arrays.fill(ttfts, new double[0]);
    }

    /** Returns moments of independent arrivals, in seconds. */
    static DoubleSupplier poisson(double perSecond, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] at = {0};
        return () -> at[0] -= Math.log(1 - random.nextDouble()) / perSecond;
    }

    /** Returns the same with so many requests more at one moment. */
    static DoubleSupplier withBurst(DoubleSupplier arrivals, double atSecond, int size) {
        double[] held = {arrivals.getAsDouble()};
        int[] left = {size};
        return () -> {
            if (held[0] >= atSecond && left[0] > 0) {
                left[0]--;
                return atSecond;
            }
            double next = held[0];
            held[0] = arrivals.getAsDouble();
            return next;
        };
    }

    /** One server that takes the same time for each request and answers in their order: M/D/1 for Poisson arrivals. */
    static SimulatedService queue(DoubleSupplier arrivals, double serviceSeconds, int seconds) {
        SimulatedService service = new SimulatedService(seconds);
        double free = 0;
        for (double at = arrivals.getAsDouble(); at < seconds; at = arrivals.getAsDouble()) {
            free = Math.max(free, at) + serviceSeconds;
            service.add(at, free, free - at);
        }
        return service;
    }

    /** Servers without number, each answer with its own length but its first token at once. */
    static SimulatedService unlimited(DoubleSupplier arrivals, DoubleSupplier lengthSeconds, int seconds) {
        SimulatedService service = new SimulatedService(seconds);
        for (double at = arrivals.getAsDouble(); at < seconds; at = arrivals.getAsDouble()) {
            service.add(at, at + lengthSeconds.getAsDouble(), 0.1);
        }
        return service;
    }

    private void add(double at, double end, double ttftSeconds) {
        due[(int) at]++;
        if (end < due.length) {
            int second = (int) end;
            answered[second]++;
            ttfts[second] = Arrays.copyOf(ttfts[second], ttfts[second].length + 1);
            ttfts[second][ttfts[second].length - 1] = ttftSeconds * 1_000;
        }
    }

    /** Returns how a second of the run looks. */
    Second second(int number) {
        double[] sorted = ttfts[number].clone();
        Arrays.sort(sorted);
        OptionalDouble median =
                sorted.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(sorted[sorted.length / 2]);
        return second(number, due[number], due[number], answered[number], median);
    }

    static Second second(int number, long offered, long achieved, long succeeded, OptionalDouble ttftMs) {
        OptionalDouble none = OptionalDouble.empty();
        return new Second(number, offered, achieved, succeeded, 0, 0, 0, ttftMs, none, none, none, none);
    }
}
