package io.tokenpace.bench.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizeSpecTest {
    private static final double SMALLEST = 0x1.0p-53;

    @TempDir
    private Path temporary;

    private static double[] sample(String text) {
        return Samples.of(SizeSpec.parse(text)::at);
    }

    @Test
    void shouldKeepAListInTheOrderGiven() {
        assertThat(SizeSpec.parse("8192, 128,1024").listed()).containsExactly(8_192, 128, 1_024);
        assertThat(SizeSpec.parse("512").listed()).containsExactly(512);
        assertThat(SizeSpec.parse("uniform:1..2").listed()).isEmpty();
    }

    @Test
    void shouldDrawTheSizesOfAListEquallyOften() {
        Samples.assertShares(sample("4,2,3"), 2, 4, size -> 1 / 3.0);
    }

    @Test
    void shouldDrawEveryWholeNumberOfARangeEquallyOften() {
        Samples.assertShares(sample("uniform:10..29"), 10, 29, size -> 0.05);
    }

    @Test
    void shouldDrawTheEndsOfARangeAndNothingBeyond() {
        SizeSpec sizes = SizeSpec.parse("uniform:9999999..10000000");
        assertThat(sizes.at(SMALLEST)).isEqualTo(9_999_999);
        assertThat(sizes.at(1 - SMALLEST)).isEqualTo(10_000_000);
    }

    @Test
    void shouldDrawFromTheBellCurve() {
        // Each whole number stands for what rounds to it.
        Samples.assertShares(
                Arrays.stream(sample("normal:50+-4"))
                        .map(size -> Math.max(35, Math.min(65, size)))
                        .toArray(),
                35,
                65,
                size -> (size == 65 ? 1 : Samples.normalShare((size + 0.5 - 50) / 4))
                        - (size == 35 ? 0 : Samples.normalShare((size - 0.5 - 50) / 4)));
    }

    @Test
    void shouldDrawFromTheLognormalDistributionOfThisMeanAndDeviation() {
        double variance = Math.log(1 + 600.0 * 600 / (800.0 * 800));
        double mu = Math.log(800) - variance / 2;
        double[] smoothed = Samples.of(Families.lognormal(800, 600)::quantile);
        Samples.assertDistributed(smoothed, size -> Samples.normalShare((Math.log(size) - mu) / Math.sqrt(variance)));
    }

    @ParameterizedTest
    @CsvSource({"550, 400", "800, 600", "100, 10", "3000, 9000"})
    void shouldGiveLognormalSizesTheMeanAndDeviationAskedFor(double mean, double deviation) {
        SizeSpec sizes = SizeSpec.parse(String.format("lognormal:%.0f+-%.0f", mean, deviation));
        int points = 2_000_000;
        double[] values = IntStream.range(0, points)
                .mapToDouble(i -> sizes.at((i + 0.5) / points))
                .toArray();
        double average = Arrays.stream(values).average().orElseThrow();
        double square = Arrays.stream(values)
                .map(value -> (value - average) * (value - average))
                .average()
                .orElseThrow();
        assertThat(average).isCloseTo(mean, offset(mean * 0.01));
        assertThat(Math.sqrt(square)).isCloseTo(deviation, offset(deviation * 0.01));
    }

    @Test
    void shouldDrawFromTheExponentialDistribution() {
        Samples.assertDistributed(Samples.of(Families.exponential(500)::quantile), size -> 1 - Math.exp(-size / 500));
    }

    @Test
    void shouldDrawTheNumberKAsOftenAsItsPowerSays() {
        double total = IntStream.rangeClosed(5, 60)
                .mapToDouble(size -> 1 / Math.pow(size, 1.2))
                .sum();
        Samples.assertShares(sample("zipf:1.2:5..60"), 5, 60, size -> 1 / Math.pow(size, 1.2) / total);
    }

    @Test
    void shouldDrawMeasuredValuesByTheirWeights() throws IOException {
        Path file = Files.writeString(temporary.resolve("sizes.txt"), """
                # prompts of one day
                3 2.5
                1
                4 1.5   # rare

                2
                """);
        double[] weights = {1, 1, 2.5, 1.5};
        Samples.assertShares(sample("empirical:" + file), 1, 4, size -> weights[size - 1] / 6);
    }

    @Test
    void shouldDrawFewImpossibleSizesAgainAndKeepTheRestInProportion() {
        // Φ((0.5 − 10) / 4) = 0.9 % of the draws would be below 1.
        double below = Samples.normalShare((0.5 - 10) / 4);
        assertThat(below).isBetween(0.008, 0.01);
        Samples.assertShares(
                Arrays.stream(sample("normal:10+-4"))
                        .map(size -> Math.min(20, size))
                        .toArray(),
                1,
                20,
                size -> ((size == 20 ? 1 : Samples.normalShare((size + 0.5 - 10) / 4))
                                - Samples.normalShare((size - 0.5 - 10) / 4))
                        / (1 - below));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "normal:10+-4",
                "lognormal:550+-400",
                "lognormal:20+-15",
                "exponential:100",
                "zipf:0.5:1..1000000",
                "uniform:1..10000000"
            })
    void shouldStayWithinBoundsAtTheVeryEnds(String text) {
        SizeSpec sizes = SizeSpec.parse(text);
        assertThat(sizes.at(SMALLEST)).isBetween(1, 10_000_000);
        assertThat(sizes.at(1 - SMALLEST)).isBetween(1, 10_000_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0                      | '0' must be a whole number from 1 to 10000000, a list of them, as in 128,1024, or a distribution, as in uniform:100..2000
            5,,6                   | '5,,6' must be a whole number from 1 to 10000000, a list of them, as in 128,1024, or a distribution, as in uniform:100..2000
            10000001               | '10000001' must be a whole number from 1 to 10000000, a list of them, as in 128,1024, or a distribution, as in uniform:100..2000
            1.5                    | '1.5' must be a whole number from 1 to 10000000, a list of them, as in 128,1024, or a distribution, as in uniform:100..2000
            5,6,5                  | '5,6,5' must not name a size twice
            unifrom:1..2           | 'unifrom:1..2' must name uniform, normal, lognormal, exponential, zipf or empirical before the colon
            uniform:5              | 'uniform:5' must have the form uniform:LOW..HIGH
            uniform:0..5           | '0' must be a whole number from 1 to 10000000
            uniform:9..5           | 'uniform:9..5' must have the lower end first
            normal:5               | 'normal:5' must have the form normal:MEAN+-SD
            normal:5+-0            | '0' must be a number above 0 and at most 10000000
            normal:5+-50           | 'normal:5+-50' would put 46.4 % of the draws below 1; at most 1 % may be drawn again
            normal:9999999+-99     | 'normal:9999999+-99' would put 49.4 % of the draws above 10000000; at most 1 % may be drawn again
            lognormal:-5+-50       | '-5' must be a number above 0 and at most 10000000
            lognormal:2+-50        | 'lognormal:2+-50' would put 76.5 % of the draws below 1; at most 1 % may be drawn again
            exponential:5          | 'exponential:5' would put 9.5 % of the draws below 1; at most 1 % may be drawn again
            zipf:1.2               | 'zipf:1.2' must have the form zipf:EXPONENT:LOW..HIGH
            zipf:0:1..5            | '0' must be a number above 0 and at most 10000000
            zipf:11:1..5           | 'zipf:11:1..5' must have an exponent of at most 10
            zipf:1:1..1000001      | 'zipf:1:1..1000001' must span at most 1000000 sizes
            empirical:/no/such     | /no/such: no such file
            """)
    void shouldRefuseWhatCannotBe(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SizeSpec.parse(text))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # nothing     | : must hold at least one value
            5;0           | , line 2: '0' must be a whole number from 1 to 10000000
            5 0           | , line 1: weight '0' must be a positive number
            5 x           | , line 1: weight 'x' must be a positive number
            5 1 1         | , line 1: '5 1 1' must be a value, or a value and its weight
            """)
    void shouldNameTheLineOfAFileThatCannotBeRead(String lines, String message) throws IOException {
        Path file = Files.writeString(temporary.resolve("bad.txt"), lines.replace(';', '\n'));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SizeSpec.parse("empirical:" + file))
                .withMessage(file + message);
    }

    @Test
    void shouldLeaveOutSizesBelowABound() {
        double[] sizes = Samples.of(SizeSpec.parse("uniform:1..1000").atLeast(6)::at);
        assertThat(Arrays.stream(sizes).min()).hasValue(6);
        assertThat(Arrays.stream(sizes).max()).hasValue(1_000);
    }

    @Test
    void shouldRefuseABoundThatTakesAwayWhatWasAskedFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SizeSpec.of(128, 512).atLeast(200))
                .withMessage("size (128) must be at least 200");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SizeSpec.parse("uniform:101..200").atLeast(151))
                .withMessage(
                        "'uniform:101..200' would put 50.0 % of the draws below 151; at most 1 % may be drawn again");
    }

    @Test
    void shouldSketchSpecsThatDrawAlikeAlike() {
        assertThat(SizeSpec.parse("lognormal:800+-600").sketch())
                .isEqualTo(SizeSpec.parse("lognormal:800.0+-600").sketch())
                .isNotEqualTo(SizeSpec.parse("lognormal:800+-601").sketch());
    }
}
