package io.tokenpace.bench.schedule;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** When the next request is due: the time of one answer to that. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ArrivalsBenchmark {
    private static final long SEED = 1;
    private static final RateCurve STEADY = RateCurve.steady(1_000);

    private final Arrivals constant = Arrivals.of(ArrivalProcess.CONSTANT, STEADY, SEED, "arrivals");
    private final Arrivals poisson = Arrivals.of(ArrivalProcess.POISSON, STEADY, SEED, "arrivals");
    private final Arrivals gamma = Arrivals.of(ArrivalProcess.gamma(0.5), STEADY, SEED, "arrivals");
    private final Arrivals rising =
            Arrivals.of(ArrivalProcess.POISSON, RateCurve.rising(1_000, Duration.ofDays(1)), SEED, "arrivals");

    @Benchmark
    public long constant() {
        return constant.nextOffsetNanos();
    }

    @Benchmark
    public long poisson() {
        return poisson.nextOffsetNanos();
    }

    @Benchmark
    public long gamma() {
        return gamma.nextOffsetNanos();
    }

    @Benchmark
    public long risingPoisson() {
        return rising.nextOffsetNanos();
    }
}
