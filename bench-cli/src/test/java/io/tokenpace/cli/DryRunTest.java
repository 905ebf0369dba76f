package io.tokenpace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a run of a file would send. */
class DryRunTest {
    private static final int LINES = 100;

    @TempDir
    private Path temporary;

    private Path trace;

    /** A request a second, of 1, 2, 3, … tokens in and 5 out; the tenth failed where the trace was taken. */
    @BeforeEach
    void writeTrace() throws IOException {
        StringBuilder lines =
                new StringBuilder("Timestamp,Model,Request tokens,Response tokens,Total tokens,Log Type\n");
        for (int i = 0; i < LINES; i++) {
            lines.append(i)
                    .append(",m,")
                    .append(i + 1)
                    .append(i == 9 ? ",0" : ",5")
                    .append(",9,API log\n");
        }
        trace = Files.writeString(temporary.resolve("trace"), lines);
    }

    private Bench dryRun(String arguments) {
        return Bench.run(("run --dry-run --seed 7 " + arguments).split(" ", -1));
    }

    private JsonNode forecast(String arguments) {
        return new JsonMapper().readTree(dryRun(arguments + " --format json").out());
    }

    @Test
    void shouldForetellAWholeTrace() {
        Bench bench = dryRun("--trace " + trace);
        assertThat(bench.exitCode()).isZero();
        assertThat(bench.out())
                .startsWith("DRY RUN  nothing was sent; seed 7\n  requests  99, after 0 to warm up\n")
                .contains("expected  5,040 input tokens and, if no answer ends early, 495 output tokens")
                .contains("at worst  5,535 tokens")
                .contains("SIZES of all 99, tokens")
                .endsWith("note: 1 requests of the trace were passed over: they failed where it was taken\n");
    }

    @Test
    void shouldForetellThePartOfATraceThatIsSelected() {
        JsonNode forecast = forecast("--from 20s --to 60s --speed 10 --trace " + trace);
        assertThat(forecast.get("basis").asString()).isEqualTo("traced");
        assertThat(forecast.get("requests").asInt()).isEqualTo(40);
        assertThat(forecast.at("/prompt_tokens/max").asInt()).isEqualTo(60);
        assertThat(forecast.at("/tokens/output").asInt()).isEqualTo(200);
        assertThat(forecast.get("arrivals")).hasSize(10).allMatch(tenth -> tenth.asInt() == 4);
        assertThat(forecast("-n 30 --trace " + trace).get("requests").asInt()).isEqualTo(30);
        assertThat(forecast("-d 2s --speed 10 --trace " + trace).get("requests").asInt())
                .isEqualTo(19);
    }

    @Test
    void shouldEstimateTheSizesOfADataset() throws IOException {
        Path dataset = Files.writeString(temporary.resolve("data"), """
                {"prompt": "one two three four five", "max_tokens": 9}
                {"prompt": "one two"}
                """);
        JsonNode forecast = forecast("-c 2 -n 10 --max-tokens 3 --dataset " + dataset);
        assertThat(forecast.get("basis").asString()).isEqualTo("estimated");
        assertThat(forecast.get("requests").asInt()).isEqualTo(10);
        assertThat(forecast.at("/prompt_tokens/max").asInt()).isEqualTo(6);
        assertThat(forecast.at("/prompt_tokens/mean").asDouble()).isEqualTo(4);
        assertThat(forecast.at("/max_tokens/mean").asDouble()).isEqualTo(6);
    }

    @Test
    void shouldRefuseOrCountBrokenLinesAsARunDoes() throws IOException {
        Path dataset = Files.writeString(temporary.resolve("data"), "{\"prompt\": \"a\"}\n{\"prompt\": 3}\n");
        Bench refused = dryRun("-c 1 -n 10 --dataset " + dataset);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).startsWith("bench run: " + dataset + ":2: prompt (3) must be");
        assertThat(dryRun("-c 1 -n 10 --broken-lines skip --dataset " + dataset).out())
                .contains("note: 1 broken lines of the dataset were passed over");
        Files.writeString(trace, "100,m,x,5,9,API log\n", java.nio.file.StandardOpenOption.APPEND);
        assertThat(dryRun("--trace " + trace).err()).startsWith("bench run: " + trace + ":102: ");
        assertThat(dryRun("--broken-lines skip --trace " + trace).out())
                .contains("note: 1 broken lines of the trace were passed over");
    }
}
