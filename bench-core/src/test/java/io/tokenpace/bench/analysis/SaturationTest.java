package io.tokenpace.bench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SaturationTest {
    private static final int HOUR = 3_600;
    private static final int WARMUP = 5;
    private static final int SEEDS = 20;
    private static final Duration BOUND = Duration.ofSeconds(10);

    private String why = "";

    /** Returns the measured second in which the load is found to be too much. */
    private OptionalInt trips(SimulatedService service, int seconds, Duration bound) {
        Saturation saturation = new Saturation(bound);
        return IntStream.range(0, seconds)
                .filter(second -> {
                    why = saturation
                            .reached(service.second(second), second >= WARMUP)
                            .orElse("");
                    return !why.isEmpty();
                })
                .map(second -> second - WARMUP + 1)
                .findFirst();
    }

    private static SimulatedService queue(double load, double perSecond, long seed, int seconds) {
        return SimulatedService.queue(SimulatedService.poisson(perSecond, seed), load / perSecond, seconds);
    }

    private static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 10, 100})
    void shouldLetAQueueThatBearsItsLoadGoOnForAnHour(double perSecond) {
        assertThat(seeds().mapToObj(seed -> trips(queue(0.7, perSecond, seed, HOUR), HOUR, BOUND)))
                .allMatch(OptionalInt::isEmpty);
    }

    @ParameterizedTest
    @CsvSource({"1, 300", "10, 150", "100, 120"})
    void shouldFindAQueueThatIsAskedForAFifthTooMuch(double perSecond, int withinSeconds) {
        assertThat(seeds().map(seed ->
                        trips(queue(1.2, perSecond, seed, HOUR), HOUR, BOUND).orElse(HOUR)))
                .allMatch(second -> second >= 20 && second <= withinSeconds);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 15, 20, 30, 100, 400})
    void shouldLetABurstDrain(int atSecond) {
        assertThat(seeds().mapToObj(seed -> {
                    DoubleSupplier arrivals =
                            SimulatedService.withBurst(SimulatedService.poisson(10, seed), atSecond, 300);
                    return trips(SimulatedService.queue(arrivals, 0.07, HOUR), HOUR, Duration.ofSeconds(1));
                }))
                .allMatch(OptionalInt::isEmpty);
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, 20, 60, 200})
    void shouldWaitForAnswersThatTakeLong(double meanSeconds) {
        assertThat(seeds().mapToObj(seed -> {
                    SplittableRandom random = new SplittableRandom(seed + SEEDS);
                    DoubleSupplier lengths = () -> -meanSeconds * Math.log(1 - random.nextDouble());
                    return trips(
                            SimulatedService.unlimited(SimulatedService.poisson(30, seed), lengths, HOUR), HOUR, BOUND);
                }))
                .allMatch(OptionalInt::isEmpty);
    }

    @Test
    void shouldWaitForAnswersThatAllTakeTheSameLongTime() {
        SimulatedService service = SimulatedService.unlimited(SimulatedService.poisson(30, 1), () -> 45, HOUR);
        assertThat(trips(service, HOUR, BOUND)).isEmpty();
    }

    @Test
    void shouldNameTheTimeToTheFirstTokenAndItsBound() {
        trips(queue(1.2, 10, 1, HOUR), HOUR, Duration.ofSeconds(3));
        assertThat(why)
                .matches(
                        "the service was saturated, after \\d+ s measured: over the last \\d+ s ttft rose by 0\\.\\d+ s a second"
                                + " and was \\d\\.\\d s on average \\(bound 3\\.0 s\\), while the requests under way rose by"
                                + " \\d\\.\\d a second");
    }

    @Test
    void shouldFindThatFewerAreAnsweredThanComeThoughTheFirstTokenIsPrompt() {
        Saturation saturation = new Saturation(BOUND);
        OptionalInt second = IntStream.rangeClosed(1, 100)
                .filter(number -> {
                    why = saturation
                            .reached(SimulatedService.second(number, 100, 100, 80, OptionalDouble.of(5)), true)
                            .orElse("");
                    return !why.isEmpty();
                })
                .findFirst();
        assertThat(second).hasValue(20);
        assertThat(why)
                .isEqualTo(
                        "the service was saturated, after 20 s measured: in the last 8 s 800 requests were due and 640"
                                + " answered (20.0 % fewer; bound 5 %)");
    }

    @Test
    void shouldFindThatTheRateIsNotReached() {
        Saturation saturation = new Saturation(BOUND);
        for (int number = 1; number < 20; number++) {
            assertThat(saturation.reached(SimulatedService.second(number, 100, 97, 97, OptionalDouble.of(5)), true))
                    .isEmpty();
        }
        assertThat(saturation.reached(SimulatedService.second(20, 100, 97, 97, OptionalDouble.of(5)), true))
                .contains("the service was saturated, after 20 s measured: 776 of 800 requests due in the last 8 s were"
                        + " taken up (bound 98 %)");
    }

    @Test
    void shouldNotJudgeTheWarmUp() {
        Saturation saturation = new Saturation(BOUND);
        assertThat(IntStream.range(0, 100)
                        .mapToObj(number -> saturation.reached(
                                SimulatedService.second(number, 100, 50, 50, OptionalDouble.of(5)), false)))
                .allMatch(Optional::isEmpty);
    }
}
