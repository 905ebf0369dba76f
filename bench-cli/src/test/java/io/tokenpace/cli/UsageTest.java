package io.tokenpace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input gets one clear line that names the value and the rule, and exit code 2. */
class UsageTest {
    @TempDir
    private Path temporary;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --concurency 4            | bench run: unknown argument --concurency; did you mean --concurrency?
                    --concurrency four        | bench run: Invalid value for option '--concurrency': 'four' is not an int
                    --concurrency 0           | bench run: concurrency (0) must be positive
                    --rate -3                 | bench run: rate (-3.0) must be positive and below 1e9 a second
                    --rate 5 -c 4             | bench run: --concurrency (4) and --rate (5.0) exclude each other
                    --max-in-flight 4         | bench run: --max-in-flight (4) needs --rate or --stages
                    --turns 0                 | bench run: Invalid value for option '--turns': '0' must be a whole number from 1 to 10000000, a list of them, as in 128,1024, or a distribution, as in uniform:100..2000
                    --turns 2000              | bench run: turns (2000) may come out as 2000, which must be at most 1000
                    --think-time 3            | bench run: Invalid value for option '--think-time': '3' must be a number with a unit, as in 500ms, 30s, 2m or 1h
                    --think-time 3s -r 4      | bench run: --think-time (3s) needs --turns in an open loop, where nobody waits for answers
                    --trace t.csv --turns 4   | bench run: --trace (t.csv) and --turns (4) exclude each other
                    --max-in-flight 0 -r 1    | bench run: max-in-flight (0) must be positive
                    --arrival poisson         | bench run: --arrival (poisson) needs --rate or --stages
                    --arrival gamma:2 -c 4    | bench run: --arrival (gamma:2.0) needs --rate or --stages
                    -r 5 --arrival pareto     | bench run: Invalid value for option '--arrival': 'pareto' must be constant, poisson or gamma:SHAPE with a SHAPE from 0.01 to 10000, as in gamma:0.5
                    -r 5 --arrival gamma      | bench run: Invalid value for option '--arrival': 'gamma' must be constant, poisson or gamma:SHAPE with a SHAPE from 0.01 to 10000, as in gamma:0.5
                    -r 5 --arrival gamma:-1   | bench run: Invalid value for option '--arrival': 'gamma:-1' must be constant, poisson or gamma:SHAPE with a SHAPE from 0.01 to 10000, as in gamma:0.5
                    -r 5 --arrival gamma:0    | bench run: Invalid value for option '--arrival': 'gamma:0': gamma shape (0.0) must be from 0.01 to 10000
                    --stages 10:5s            | bench run: Invalid value for option '--stages': '10:5s' must be rates with their durations, as in 10/s:30s,50/s:1m
                    --stages 10/s:5s,         | bench run: Invalid value for option '--stages': '10/s:5s,' must be rates with their durations, as in 10/s:30s,50/s:1m
                    --stages 10/s:5           | bench run: Invalid value for option '--stages': '10/s:5': '5' must be a number with a unit, as in 500ms, 30s, 2m or 1h
                    --stages 10/s:0s          | bench run: Invalid value for option '--stages': '10/s:0s': stage duration (0ms) must be positive
                    --stages 0/s:5s           | bench run: stages must have one with a rate above 0
                    --stages 5/s:5s -c 4      | bench run: --concurrency (4) and --stages (5/s:5s) exclude each other
                    --stages 5/s:5s -r 4      | bench run: --rate (4.0) and --stages (5/s:5s) exclude each other
                    --ramp 5                  | bench run: Invalid value for option '--ramp': '5' must be a number with a unit, as in 500ms, 30s, 2m or 1h
                    --max-total-tokens 0      | bench run: max-total-tokens (0) must be at least 100, which the small request before the load may take
                    --max-cost 2.50           | bench run: max-cost (2.50) needs a price: give --price IN,OUT or --prices FILE
                    --max-cost 0 --price 3,15 | bench run: max-cost (0) must be above 0 and at most 1000000 USD
                    --max-cost 1 --price 3    | bench run: Invalid value for option '--price': '3' must be IN,OUT or IN,OUT,CACHED,WRITE in USD per million tokens, as in 3,15 or 3,15,0.3,3.75
                    --price 3,-1              | bench run: Invalid value for option '--price': output (-1.0) must be from 0 to 1000000 USD per million tokens
                    --price 3,15 --prices f   | bench run: --price and --prices (f) exclude each other
                    --prices nowhere          | bench run: --prices (nowhere) must be a readable file
                    --max-total-tokens many   | bench run: Invalid value for option '--max-total-tokens': 'many' is not a long
                    --max-errors 0            | bench run: Invalid value for option '--max-errors': max-errors (0) must be positive
                    --max-errors 101%         | bench run: Invalid value for option '--max-errors': max-errors (101.0%) must be from 0% to 100%
                    --retries 101             | bench run: --retries (101) must be from 0 to 100
                    --dry-run --retries -1    | bench run: --retries (-1) must be from 0 to 100
                    --max-errors few          | bench run: Invalid value for option '--max-errors': 'few' must be a number, as in 50, or a share, as in 5%
                    --stop-when-saturated     | bench run: --stop-when-saturated needs --rate, --stages or --trace: a closed loop waits for the service
                    --saturated-ttft 5s -r 1  | bench run: --saturated-ttft needs --stop-when-saturated
                    -r 1 --stop-when-saturated --saturated-ttft 0s | bench run: saturated-ttft (0ms) must be positive
                    --prompt-tokens 0         | bench run: Invalid value for option '--prompt-tokens': '0' must be a whole number from 1 to 10000000, a list of them, as in 128,1024, or a distribution, as in uniform:100..2000
                    --max-tokens normal:5+-50 | bench run: Invalid value for option '--max-tokens': 'normal:5+-50' would put 46.4 % of the draws below 1; at most 1 % may be drawn again
                    --system-tokens 500       | bench run: prompt-tokens must leave room for system-tokens (500): size (128) must be at least 501
                    --prompt-cache some       | bench run: Invalid value for option '--prompt-cache': expected one of [OFF, SHARED, EPHEMERAL] (case-insensitive) but was 'some'
                    --dataset none.jsonl      | bench run: none.jsonl: does not exist
                    --dataset x --prompt-tokens 5 | bench run: --dataset (x) and --prompt-tokens (5) exclude each other
                    --dataset none --dry-run  | bench run: none: does not exist
                    --trace none --dry-run    | bench run: none: does not exist
                    --dry-run --stop-when-saturated | bench run: --stop-when-saturated needs --rate, --stages or --trace: a closed loop waits for the service
                    --trace none.csv          | bench run: none.csv: does not exist
                    --trace x --speed 0       | bench run: speed (0.0) must be from 0.001 to 1000000.0
                    --trace x --max-tokens 5  | bench run: --trace (x) and --max-tokens (5) exclude each other
                    --broken-lines keep       | bench run: Invalid value for option '--broken-lines': expected one of [FATAL, SKIP] (case-insensitive) but was 'keep'
                    --prompt-tokens 5,5       | bench run: Invalid value for option '--prompt-tokens': '5,5' must not name a size twice
                    --duration 20             | bench run: Invalid value for option '--duration': '20' must be a number with a unit, as in 500ms, 30s, 2m or 1h
                    --requests 0              | bench run: --requests (0) must be positive
                    --warmup soon             | bench run: Invalid value for option '--warmup': 'soon' must be a time, as in 5s, or a number of requests, as in 100
                    --idle-timeout 2h         | bench run: idle-timeout (PT2H) must be at least 1ms and at most 1h
                    --url ftp://host          | bench run: url (ftp://host) must begin with http:// or https://
                    --api openai              | bench run: --api (openai) must be anthropic, openai-chat or openai-completions
                    --temperature hot         | bench run: Invalid value for option '--temperature': 'hot' is not a double
                    --temperature 1.5         | bench run: temperature (1.5) must be from 0 to 1
                    --dry-run --temperature 2 | bench run: temperature (2.0) must be from 0 to 1
                    --temperature 3 --api openai-chat | bench run: temperature (3.0) must be from 0 to 2
                    --top-p 1.5               | bench run: top-p (1.5) must be from 0 to 1
                    --top-k -1                | bench run: top-k (-1) must not be negative
                    --thinking high           | bench run: thinking (high) must be adaptive, disabled or a budget of tokens for Anthropic's API
                    --thinking 500            | bench run: thinking (500) must be a budget of at least 1024 tokens
                    --thinking 2048 --api openai-chat | bench run: thinking (2048) must be none, minimal, low, medium, high or xhigh for an OpenAI-compatible service
                    --thinking low --api openai-completions | bench run: thinking (low) must be left out for text completions, which do not reason
                    --ignore-eos              | bench run: ignore-eos (true) must be false for Anthropic's API, which cannot write on
                    http://api.openai.com/v1 --top-k 5 | bench run: top-k (5) must be left out for OpenAI's own service, which does not know it
                    http://h --url http://api.anthropic.com | bench run: url (http://api.anthropic.com) must speak the API of the first one: it is taken for anthropic and http://h for openai-chat; --api says which is right
                    --dry-run https://api.anthropic.com --url https://h:8443/v1 | bench run: url (https://h:8443/v1) must speak the API of the first one: it is taken for openai-chat and https://api.anthropic.com for anthropic; --api says which is right
                    --url http://me:pass@h    | bench run: url (http://…@h) must be http[s]://host[:port][/path] and no more
                    https://h --url http://h  | bench run: url (http://h) must begin with https://, as the first one does
                    https://h --ca none.pem   | bench run: ca (none.pem) does not exist
                    https://h --ca x --insecure | bench run: --ca (x) and --insecure exclude each other
                    http://h --insecure       | bench run: --insecure needs a url that begins with https://
                    http://h --ca x           | bench run: --ca (x) needs a url that begins with https://
                    http://h --proxy ftp://me:pw@p | bench run: --proxy (ftp://…@p) must be http://[user:password@]host[:port], or begin with socks5:// or socks5h://
                    http://h --proxy me:pw@p  | bench run: --proxy (//…@p) must be http://[user:password@]host[:port], or begin with socks5:// or socks5h://
                    http://h --proxy http://p:0 | bench run: --proxy (http://p:0) must have a port from 1 to 65535
                    --url http://h --mock x   | bench run: URL (http://h) and --mock (x) exclude each other
                    --max-tokens              | bench run: Missing required parameter for option '--max-tokens' (SPEC)
                    """)
    void shouldSayInOneLineWhatIsWrong(String arguments, String line) {
        Bench bench = Bench.run(("run " + arguments).split(" ", -1));
        assertThat(bench.err()).isEqualTo(line + System.lineSeparator());
        assertThat(bench.exitCode()).isEqualTo(2);
        assertThat(bench.unwrapped()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --grace 10                | bench mock: Invalid value for option '--grace': '10' must be a number with a unit, as in 500ms, 30s, 2m or 1h
                    --grace 25h               | bench mock: grace (90000000 ms) must be from 0 to 24 hours
                    --tls-certificate         | bench mock: Missing required parameter for option '--tls-certificate' (FILE)
                    --port 70000              | bench mock: port (70000) must be from 0 to 65535
                    """)
    void shouldSayInOneLineWhatIsWrongWithTheMock(String arguments, String line) {
        Bench bench = Bench.run(("mock " + arguments).split(" ", -1));
        assertThat(bench.err()).isEqualTo(line + System.lineSeparator());
        assertThat(bench.exitCode()).isEqualTo(2);
        assertThat(bench.unwrapped()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --stream 5                | bench calibrate: unknown argument --stream; did you mean --streams?
                    --streams ten             | bench calibrate: Invalid value for option '--streams' (N): 'ten' is not an int
                    --streams 10,0            | bench calibrate: streams (0) must be from 1 to 100000
                    --max-streams 0           | bench calibrate: max-streams (0) must be from 1 to 100000
                    --streams 5 --max-streams 9 | bench calibrate: --streams and --max-streams (9) exclude each other
                    --pace 30                 | bench calibrate: Invalid value for option '--pace': '30' must be a number with a unit, as in 500ms, 30s, 2m or 1h
                    --pace 2s                 | bench calibrate: pace (2000ms) must be from 1ms to 1000ms
                    -d 500ms                  | bench calibrate: duration (500ms) must be from 1000ms to 3600000ms
                    """)
    void shouldSayInOneLineWhatIsWrongWithACalibration(String arguments, String line) {
        Bench bench = Bench.run(("calibrate " + arguments).split(" ", -1));
        assertThat(bench.err()).isEqualTo(line + System.lineSeparator());
        assertThat(bench.exitCode()).isEqualTo(2);
        assertThat(bench.unwrapped()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run --mock sonet", "run --dry-run --mock sonet"})
    void shouldNameTheKnownProfilesWhenOneIsUnknown(String command) {
        Bench bench = Bench.run(command.split(" ", -1));
        assertThat(bench.err().lines()).hasSize(1);
        assertThat(bench.err()).contains("sonet").contains("instant").contains("sonnet");
        assertThat(bench.exitCode()).isEqualTo(2);
    }

    @Test
    void shouldRefuseAnOutThatCannotBeWritten() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "no folder");
        Bench bench = Bench.run(
                "run", "-n", "1", "-c", "1", "--out", file.resolve("below").toString());
        assertThat(bench.err().lines()).hasSize(1);
        assertThat(bench.err()).startsWith("bench run: --out (" + file.resolve("below") + ") cannot be written");
        assertThat(bench.exitCode()).isEqualTo(2);
    }

    @Test
    void shouldRefuseAnOutThatHoldsSomethingAndLeaveItAlone() throws IOException {
        Path precious = Files.writeString(temporary.resolve("precious"), "data");
        Bench bench = Bench.run("run", "-n", "1", "-c", "1", "--out", temporary.toString());
        assertThat(bench.err())
                .isEqualTo(
                        "bench run: out (" + temporary + ") must be a new or an empty folder" + System.lineSeparator());
        assertThat(bench.exitCode()).isEqualTo(2);
        assertThat(precious).hasContent("data");
    }

    @Test
    void shouldSaveAResultAndExitWithSevenWhenTheTargetRefusesConnections() throws IOException {
        Path out = temporary.resolve("run");
        Bench bench = Bench.run("run", "http://127.0.0.1:1", "--out", out.toString());
        assertThat(bench.exitCode()).isEqualTo(7);
        assertThat(bench.unwrapped()).contains("INVALID").contains("connect").contains("refused");
        assertThat(Files.readString(out.resolve("run.json"))).contains("\"succeeded\" : 0");
        assertThat(bench.err()).doesNotContain("\tat ");
    }

    @Test
    void shouldShowTheStackTraceOnlyWhenAskedTo() {
        assertThat(Bench.run("run", "--rate", "x").err()).doesNotContain("\tat ");
        assertThat(Bench.run("run", "--debug", "--rate", "x").err()).contains("\tat ");
    }

    @Test
    void shouldShowHelpWithDefaultsAndAnExample() {
        Bench bench = Bench.run("run", "--help");
        assertThat(bench.exitCode()).isZero();
        assertThat(bench.unwrapped())
                .contains("Examples:")
                .contains("(default: 20s")
                .contains("--max-in-flight");
    }
}
