package io.tokenpace.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextSizeTest {
    @Test
    void shouldLayTheLineThroughBothCounts() {
        assertThat(TextSize.through(64, 87, 1_024, 1_287)).isEqualTo(new TextSize(7, 1.25));
    }

    @ParameterizedTest
    @CsvSource({"32, 20", "512, 404", "8192, 6548", "9, 2", "8, 1", "7, 1", "1, 1"})
    void shouldTakeTheOverheadOffAWholePromptButNeverTheLastWord(int tokens, int words) {
        assertThat(new TextSize(7, 1.25).promptWords(tokens)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "100, 80", "512, 410"})
    void shouldTakeNoOverheadOffAPart(int tokens, int words) {
        assertThat(new TextSize(7, 1.25).words(tokens)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "64, 25, 1024, 25",
        "64, 100, 1024, 99",
        "64, 10, 1024, 105",
        "64, 100, 1024, 10000",
        "64, 2147483647, 1024, 0",
        "64, 0, 1024, 2147483647"
    })
    void shouldFindNoLineWhereWordsCountNothingOrTooMuch(int few, int fewTokens, int many, int manyTokens) {
        assertThat(TextSize.isPlausible(few, fewTokens, many, manyTokens)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextSize.through(few, fewTokens, many, manyTokens))
                .withMessageEndingWith("must be from 0.1 to 10");
    }

    @Test
    void shouldRefuseTwoTextsOfWhichTheFirstIsNotShorter() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextSize.isPlausible(64, 64, 64, 65))
                .withMessage("fewWords (64) must be less than manyWords (64)");
    }

    @ParameterizedTest
    @CsvSource({"0, 1, true", "0.4, 1.0009, true", "-0.4, 0.9991, true", "0.5, 1, false", "0, 1.002, false"})
    void shouldCallALineTheIdentityThatDiffersByNoMoreThanRounding(double overhead, double steepness, boolean same) {
        assertThat(new TextSize(overhead, steepness).isIdentity()).isEqualTo(same);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void shouldRefuseAnOverheadThatIsNoNumber(double overhead) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TextSize(overhead, 1));
    }
}
