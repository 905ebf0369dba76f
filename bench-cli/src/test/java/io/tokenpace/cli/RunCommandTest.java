package io.tokenpace.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs that a user would make, shortened; the verdict is left open, since it is the machine's as much as the tool's. */
class RunCommandTest {
    /** Answers the first small request, and then none. */
    private static final String FAILING = """
            name: failing
            source: a test
            mode: isolated
            decode: {token_time: 0ms}
            faults: [{fault: status code=529, from: 1ms}]
            """;

    @TempDir
    private Path temporary;

    private JsonNode runJson() throws IOException {
        return new JsonMapper().readTree(Files.readAllBytes(temporary.resolve("run/run.json")));
    }

    private Bench run(String arguments) {
        return Bench.run(("run --out " + temporary.resolve("run") + " " + arguments).split(" ", -1));
    }

    @Test
    void shouldPrintBothPhasesAndEveryCell() throws IOException {
        Bench bench = run("--mock lesson --prompt-tokens 10,100 --max-tokens 4,8 -c 20 -n 80 --seed 1");
        assertThat(bench.unwrapped())
                .contains("80 of 80 requests succeeded")
                .contains("PREFILL")
                .contains("DECODE")
                .contains("10 x 4")
                .contains("100 x 8")
                .contains("seed 1");
        assertThat(runJson().get("totals").get("succeeded").asInt()).isEqualTo(80);
        assertThat(runJson().get("cells")).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai-chat", "openai-completions"})
    void shouldMeasureTheMockThroughEveryApi(String api) throws IOException {
        Bench bench = run("--mock instant --api " + api + " --prompt-tokens 10,100 --max-tokens 8 -c 4 -n 40 --seed 1");
        assertThat(bench.unwrapped()).contains("40 of 40 requests succeeded");
        JsonNode run = runJson();
        assertThat(run.at("/manifest/api").asString()).isEqualTo(api);
        assertThat(run.at("/metrics/output_tokens/min").asInt()).isEqualTo(8);
        assertThat(run.at("/metrics/input_tokens/min").asInt()).isEqualTo(10);
        assertThat(run.at("/metrics/input_tokens/max").asInt()).isEqualTo(100);
        assertThat(run.at("/metrics/ttft/count").asInt()).isEqualTo(40);
    }

    @Test
    void shouldFixTheLengthOfAnswersThatWouldEndThemselves() throws IOException {
        run("--mock public-api --api openai-chat --prompt-tokens 10 --max-tokens 16 -c 8 -n 8 --seed 1");
        assertThat(runJson().at("/metrics/output_tokens/min").asInt()).isEqualTo(16);
    }

    @Test
    void shouldSendAgainAsOftenAsAScenarioSays() throws IOException {
        Path profile = Files.writeString(temporary.resolve("failing.yaml"), FAILING);
        Path scenario = Files.writeString(
                temporary.resolve("again.yaml"), "mock: " + profile + "\nretries: 1\nconcurrency: 2\nrequests: 2\n");
        Bench bench = run("--scenario " + scenario + " --prompt-tokens 8 --max-tokens 2");
        assertThat(bench.unwrapped())
                .contains("2 x overloaded 529, 2 sent again: overloaded_error: Over", "... (request req_");
        assertThat(runJson().at("/retries/attempts").asInt()).isEqualTo(2);
        assertThat(runJson().at("/totals/failed").asInt()).isEqualTo(2);
        assertThat(runJson().at("/manifest/options/retries").asString()).isEqualTo("1");
    }

    @Test
    void shouldPrintRunJsonWhenAskedForJson() throws IOException {
        Bench bench = run("--mock instant --max-tokens 4 -c 2 -n 20 --format json -q");
        assertThat(new JsonMapper().readTree(bench.out())).isEqualTo(runJson());
    }

    @Test
    void shouldRecordEveryOptionAfterItsDefault() throws IOException {
        run("--mock instant --max-tokens 4 -c 2 -n 5 --seed 77");
        JsonNode manifest = runJson().get("manifest");
        assertThat(manifest.get("seed").asLong()).isEqualTo(77);
        assertThat(manifest.get("options").get("timeout").asString()).isEqualTo("10m");
        assertThat(manifest.get("options").get("max-tokens").asString()).isEqualTo("4");
        assertThat(manifest.get("target").asString()).isEqualTo("embedded mock instant");
    }

    @Test
    void shouldEndWithTheStagesUnlessSomethingEndsBefore() throws IOException {
        run("--mock instant --prompt-tokens 10 --max-tokens 4 --stages 100/s:200ms,200/s:100ms --warmup 0"
                + " --arrival gamma:4 --ramp 100ms -d 1h");
        JsonNode run = runJson();
        assertThat(run.get("client").get("window_s").asDouble()).isEqualTo(0.3);
        assertThat(run.get("totals").get("planned").asInt()).isBetween(15, 65);
        assertThat(run.get("manifest").get("options").get("arrival").asString()).isEqualTo("gamma:4");
        assertThat(run.get("manifest").get("options").get("stages").asString()).isEqualTo("100/s:200ms,200/s:100ms");
    }

    @Test
    void shouldEndTheRunBeforeItsCostIsExceeded() throws IOException {
        Bench bench =
                run("--mock instant --prompt-tokens 100 --max-tokens 4 -c 2 -n 1000000 --price 5,25 --max-cost 0.05");
        assertThat(bench.unwrapped())
                .contains("note: nothing more was sent once --max-cost (0.05 USD) had no room")
                .contains(" USD\n");
        JsonNode spent = runJson().get("spent");
        double usd = (spent.get("input_tokens").asLong() * 5
                        + spent.get("output_tokens").asLong() * 25)
                / 1e6;
        assertThat(usd).isBetween(0.045, 0.05);
        assertThat(spent.get("cost_usd").asDouble()).isCloseTo(usd, within(1e-9));
    }

    @Test
    void shouldSayWhichLimitEndedTheRun() throws IOException {
        Bench bench = run("--mock instant --prompt-tokens 10 --max-tokens 4 -c 2 -n 1000000 --max-total-tokens 2000");
        assertThat(bench.unwrapped())
                .contains(
                        "note: nothing more was sent once --max-total-tokens (2000) had no room for the next request: 1");
        assertThat(runJson().get("state").asString()).isEqualTo("complete");
        assertThat(runJson().at("/totals/failed").asInt()).isZero();
    }

    @Test
    void shouldMeasureWhatALimitLeavesRoomForThoughItsWarmupWouldTakeAll() throws IOException {
        Bench bench = run("--mock sonnet --max-total-tokens 50000 -d 60s");
        JsonNode run = runJson();
        assertThat(run.at("/totals/succeeded").asInt()).isGreaterThan(5);
        assertThat(run.at("/totals/failed").asInt()).isZero();
        assertThat(run.at("/spent/input_tokens").asInt()
                        + run.at("/spent/output_tokens").asInt())
                .isBetween(25_000, 50_000);
        assertThat(run.at("/verdict/notes").toString()).contains("of the warm-up were left out");
        // On a noisy machine the run may be INVALID; it is never the target's fault.
        assertThat(bench.exitCode()).isIn(ExitCode.GOOD, ExitCode.INVALID);
    }

    @Test
    void shouldCallARunInvalidWhoseLimitHasNoRoomForOneMeasuredRequest() throws IOException {
        Bench bench = run("--mock instant --prompt-tokens 5000 --max-tokens 4 -c 2 -n 5 --max-total-tokens 2000");
        assertThat(bench.unwrapped()).contains("INVALID", "not even one measured request fitted into what was left");
        assertThat(bench.exitCode()).isEqualTo(ExitCode.INVALID);
    }

    @Test
    void shouldEndARunWhoseEveryRequestFails() throws IOException {
        Path broken = Files.writeString(temporary.resolve("broken.yaml"), FAILING);
        Bench bench = run("--mock " + broken + " --prompt-tokens 10 --max-tokens 4 -c 2 -d 1h");
        assertThat(bench.unwrapped())
                .contains("note: nothing more was sent once the first 100 requests had all failed");
        assertThat(bench.exitCode()).isEqualTo(7);
    }

    @Test
    void shouldEndARunOfTooManyErrors() throws IOException {
        Path broken = Files.writeString(temporary.resolve("broken.yaml"), FAILING);
        Bench bench = run("--mock " + broken + " --prompt-tokens 10 --max-tokens 4 -c 2 -d 1h --max-errors 150");
        assertThat(bench.unwrapped())
                .contains("note: nothing more was sent once --max-errors (150) was reached: 150 of 150");
    }

    @Test
    void shouldMarkARunThatMeasuresThroughputAlone() throws IOException {
        Bench bench = run("--mock instant --prompt-tokens 10 --max-tokens 4 -c 200 -d 1500ms --ceiling");
        assertThat(bench.unwrapped())
                .contains("note: latencies are client-limited: --ceiling measures throughput alone");
        assertThat(runJson().at("/verdict/notes").toString()).contains("latencies are client-limited");
        assertThat(runJson().at("/verdict/reasons").toString())
                .doesNotContain("send_lag", "loop_lag", "feeder", "concurrency", "mock_");
        assertThat(runJson().at("/manifest/options/ceiling").asString()).isEqualTo("true");
    }

    @Test
    void shouldSayWhatItWouldSendWithoutSendingIt() {
        Bench bench = run("--dry-run http://127.0.0.1:1 --prompt-tokens lognormal:800+-600 -r 40 -d 20s --seed 1");
        assertThat(bench.exitCode()).isZero();
        assertThat(bench.unwrapped()).startsWith("DRY RUN").contains("requests  800, after 200 to warm up");
        assertThat(bench.err()).isEmpty();
        assertThat(temporary.resolve("run")).doesNotExist();
    }

    @Test
    void shouldSayItInJsonWhenAskedTo() {
        Bench bench = run("--dry-run -n 30 -c 3 --prompt-tokens 100 --max-tokens 20 --format json");
        JsonNode forecast = new JsonMapper().readTree(bench.out());
        assertThat(forecast.get("requests").asInt()).isEqualTo(30);
        assertThat(forecast.at("/tokens/worst_case").asInt()).isEqualTo(33 * 120);
    }

    @Test
    void shouldPrintWhatWasAskedForBesideWhatCame() throws IOException {
        Bench bench = run("--mock instant --prompt-tokens uniform:10..90 --max-tokens 4 -c 2 -n 20 --seed 1");
        assertThat(bench.unwrapped())
                .contains("asked: prompt_tokens")
                .contains("got: input_tokens")
                .contains("got: output_tokens")
                .doesNotContain("cached_tokens");
        assertThat(runJson().get("cells")).isEmpty();
    }

    @Test
    void shouldCountAnOpenLoopsArrivals() throws IOException {
        run("--mock instant --prompt-tokens 10 --max-tokens 4 --rate 100 --warmup 20 -n 50");
        JsonNode totals = runJson().get("totals");
        assertThat(totals.get("planned").asInt()).isEqualTo(50);
        assertThat(totals.get("succeeded").asInt()).isEqualTo(50);
        assertThat(Files.readAllLines(temporary.resolve("run/requests.jsonl"))).hasSize(1 + 20 + 50);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'prompt': 'one two three four', 'max_tokens': 3}\n{'prompt': 'five six seven eight', 'max_tokens': 3}\n",
                "[{'messages': [{'role': 'system', 'content': 'one'}, {'role': 'user', 'content': 'two three four'}]}]",
                "[{'id': '1', 'conversations': [{'from': 'human', 'value': 'one two three four'},"
                        + " {'from': 'gpt', 'value': 'five'}]}]"
            })
    void shouldAskWhatADatasetSays(String content) throws IOException {
        Path file = Files.writeString(temporary.resolve("data"), content.replace('\'', '"'));
        run("--mock instant -c 2 -n 30 --max-tokens 3 --dataset " + file);
        JsonNode metrics = runJson().get("metrics");
        assertThat(runJson().at("/totals/succeeded").asInt()).isEqualTo(30);
        assertThat(metrics.at("/input_tokens/min").asInt()).isEqualTo(4);
        assertThat(metrics.at("/input_tokens/max").asInt()).isEqualTo(4);
        assertThat(metrics.at("/output_tokens/max").asInt()).isEqualTo(3);
        assertThat(metrics.has("prompt_tokens")).isFalse();
        assertThat(runJson().get("verdict").toString()).doesNotContain("off the size");
    }

    @Test
    void shouldKeepWhatWasMeasuredBeforeABrokenLineEndedTheRun() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 6_000; i++) {
            lines.append("{\"prompt\": \"say ").append(i).append("\", \"max_tokens\": 2}\n");
        }
        Path file = Files.writeString(temporary.resolve("data"), lines + "{\"prompt\": 3}\n");
        Bench bench = run("--mock instant -c 2 -n 100000 --dataset " + file);
        assertThat(bench.exitCode()).isEqualTo(2);
        assertThat(bench.unwrapped()).startsWith("INVALID").contains("data:6001: prompt (3) must be");
        assertThat(runJson().at("/totals/succeeded").asInt()).isPositive();
        assertThat(runJson().get("state").asString()).isEqualTo("complete");
    }

    @Test
    void shouldPassOverBrokenLinesWhenAskedTo() throws IOException {
        Path file = Files.writeString(temporary.resolve("data"), "{\"prompt\": 3}\n{\"prompt\": \"say\"}\n");
        Bench bench = run("--mock instant -c 1 -n 5 --max-tokens 2 --broken-lines skip --dataset " + file);
        assertThat(bench.unwrapped()).contains("note: 1 broken lines of the dataset were passed over, as in ");
        assertThat(runJson().at("/totals/succeeded").asInt()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TIMESTAMP,ContextTokens,GeneratedTokens;2023-11-16 18:17:03.9000000,30,4;"
                        + "2023-11-16 18:17:04.0000000,50,2;2023-11-16 18:17:04.3000000,70,3;",
                "Timestamp,Model,Request tokens,Response tokens,Total tokens,Log Type;5,ChatGPT,30,4,34,API log;"
                        + "5.1,GPT-4,50,2,52,API log;5.4,GPT-4,70,3,73,API log;",
                "{'timestamp': 900, 'input_length': 30, 'output_length': 4, 'hash_ids': [1]};"
                        + "{'timestamp': 1000, 'input_length': 50, 'output_length': 2, 'hash_ids': [1]};"
                        + "{'timestamp': 1300, 'input_length': 70, 'output_length': 3, 'hash_ids': [2]};"
            })
    void shouldReplayATrace(String content) throws IOException {
        Path file = Files.writeString(
                temporary.resolve("trace"), content.replace('\'', '"').replace(';', '\n'));
        run("--mock instant --trace " + file);
        JsonNode run = runJson();
        assertThat(run.at("/totals/planned").asInt()).isEqualTo(3);
        assertThat(run.at("/totals/succeeded").asInt()).isEqualTo(3);
        assertThat(run.at("/client/window_s").asDouble()).isEqualTo(0.4);
        assertThat(run.at("/metrics/input_tokens/min").asInt()).isEqualTo(30);
        assertThat(run.at("/metrics/input_tokens/max").asInt()).isEqualTo(70);
        assertThat(run.at("/metrics/output_tokens/min").asInt()).isEqualTo(2);
        assertThat(run.at("/metrics/output_tokens/max").asInt()).isEqualTo(4);
    }

    @Test
    void shouldReplayAPartOfATraceFaster() throws IOException {
        StringBuilder lines =
                new StringBuilder("Timestamp,Model,Request tokens,Response tokens,Total tokens,Log Type\n");
        for (int i = 0; i < 100; i++) {
            lines.append(i).append(",m,10,2,12,API log\n");
        }
        Path file = Files.writeString(temporary.resolve("trace"), lines);
        run("--mock instant --speed 100 --from 20s --to 60s --trace " + file);
        assertThat(runJson().at("/totals/planned").asInt()).isEqualTo(40);
        assertThat(runJson().at("/client/window_s").asDouble()).isEqualTo(0.39);
    }

    @Test
    void shouldCarryConversationsForwardThroughACacheThatHits() throws IOException {
        Bench bench = run("--mock instant --turns 5 --think-time uniform:1ms..5ms --system-tokens 1024"
                + " --prompt-tokens 1200 --max-tokens 24 --prompt-cache ephemeral -c 4 -n 60");
        JsonNode turns = runJson().get("turns");
        assertThat(turns).hasSize(5);
        for (int i = 0; i < 5; i++) {
            JsonNode metrics = turns.get(i).get("metrics");
            assertThat(metrics.at("/input_tokens/p50").asInt()).isEqualTo(1_200 + 200 * i);
            assertThat(metrics.at("/prompt_tokens/p50").asInt()).isEqualTo(1_200 + 200 * i);
            assertThat(metrics.at("/cached_tokens/p50").asInt()).isEqualTo(i == 0 ? 1_182 : 1_000 + 200 * i);
        }
        assertThat(bench.unwrapped())
                .containsPattern("TURNS +requests +failed +input p50 +cached p50")
                .contains("conversations");
    }

    @Test
    void shouldLetADatasetsUsersHearTheServicesOwnAnswers() throws IOException {
        String talk = """
                [{"conversations": [{"from": "human", "value": "one two"}, {"from": "gpt", "value": "never sent"},
                {"from": "human", "value": "three four five"}, {"from": "human", "value": "six"}]}]""";
        Path file = Files.writeString(temporary.resolve("data"), talk);
        run("--mock instant -c 1 -n 30 --max-tokens 4 --turns 10 --dataset " + file);
        assertThat(runJson()
                        .get("turns")
                        .valueStream()
                        .map(turn -> turn.at("/metrics/input_tokens/p50").asInt()))
                .containsExactly(2, 2 + 4 + 3, 2 + 4 + 3 + 4 + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anthropic", "openai-chat", "openai-completions"})
    void shouldMeasureWholeAnswersWithoutPretendingToAFirstToken(String api) throws IOException {
        Bench bench = run("--mock instant --no-stream --prompt-tokens 20 --max-tokens 7 -c 2 -n 20 --api " + api);
        JsonNode run = runJson();
        assertThat(run.at("/totals/succeeded").asInt()).isEqualTo(20);
        assertThat(run.at("/metrics/e2e/count").asInt()).isEqualTo(20);
        assertThat(run.at("/metrics/output_tokens/min").asInt()).isEqualTo(7);
        assertThat(run.at("/metrics/input_tokens/max").asInt()).isEqualTo(20);
        assertThat(run.get("metrics").propertyNames()).doesNotContain("ttft", "ttft_service", "tpot", "itl", "stall");
        assertThat(bench.unwrapped()).contains("  e2e ").doesNotContain("ttft");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--no-stream", "--api openai-chat", "--api openai-completions", "--api openai-chat --no-stream"})
    void shouldCarryConversationsForwardOverEveryApi(String options) throws IOException {
        run("--mock instant --turns 3 --prompt-tokens 50 --max-tokens 10 -c 1 -n 9 " + options);
        assertThat(runJson()
                        .get("turns")
                        .valueStream()
                        .map(turn -> turn.at("/metrics/input_tokens/p50").asInt()))
                .containsExactly(50, 50 + 10 + 50, 50 + 2 * (10 + 50));
    }
}
