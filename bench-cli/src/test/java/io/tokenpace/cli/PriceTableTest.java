package io.tokenpace.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tokenpace.bench.result.Price;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTableTest {
    @TempDir
    private Path temporary;

    private PriceTable table(String yaml) throws IOException {
        return PriceTable.read(Files.writeString(temporary.resolve("p.yaml"), yaml));
    }

    @ParameterizedTest
    @CsvSource({
        "claude-opus-5-5, 4, 0.2, 5, 20",
        "claude-opus-5, 5, 0.5, 6.25, 25",
        "claude-opus-5-20260724, 5, 0.5, 6.25, 25",
        "claude-sonnet-4-5-20250929, 3, 0.3, 3.75, 15",
        "claude-haiku-4-5, 1, 0.1, 1.25, 5"
    })
    void shouldShipPrices(String model, double input, double cachedRead, double cacheWrite, double output) {
        assertThat(PriceTable.shipped().of(model)).contains(new Price(input, cachedRead, cacheWrite, output));
    }

    @ParameterizedTest
    @CsvSource({"default", "claude-opus-5-6", "claude-haiku-5-5", "my-claude-opus-5", "gpt-5"})
    void shouldNotGuessThePriceOfAnotherModel(String model) {
        assertThat(PriceTable.shipped().of(model)).isEmpty();
    }

    @Test
    void shouldNameSourceAndDateOfEveryPriceShipped() {
        assertThat(PriceTable.shipped().entries()).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.source()).startsWith("https://");
            assertThat(LocalDate.parse(entry.date())).isAfter(LocalDate.of(2026, 1, 1));
        });
    }

    @Test
    void shouldTakeTheFirstEntryThatCoversAModel() throws IOException {
        PriceTable table = table("""
                - {models: [big-1], input: 1, output: 2}
                - {models: ["big-*", other], input: 3, output: 4, cached_read: 0.5, cache_write: 6}
                """);
        assertThat(table.of("big-1")).contains(new Price(1, 1, 1, 2));
        assertThat(table.of("big-12")).contains(new Price(3, 0.5, 6, 4));
        assertThat(table.of("bigger")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            '- {models: [m], input: 1}'                        | , entry 1: output must be a number of USD per million tokens
            '- {models: [m], input: -1, output: 2}'            | , entry 1: input (-1.0) must be from 0 to 1000000 USD per million tokens
            '- {models: m, input: 1, output: 2}'               | , entry 1: models must be a list of names
            '- {models: [m], input: 1, output: 2, outptu: 3}'  | , entry 1: outptu is no key of an entry
            'prices: 3'                                        | : the file must be a list of entries
            """)
    void shouldNameTheEntryAndTheRuleThatItBreaks(String yaml, String complaint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(yaml))
                .withMessage("prices " + temporary.resolve("p.yaml") + complaint);
    }

    @Test
    void shouldNameAFileThatIsNotThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PriceTable.read(Path.of("nowhere.yaml")))
                .withMessage("--prices (nowhere.yaml) must be a readable file");
    }
}
