package io.tokenpace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.client.Endpoint;
import io.tokenpace.bench.client.Target;
import io.tokenpace.bench.wire.Ask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the options make of a request; nothing is sent. */
class AnswerOptionsTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path temporary;

    /** Returns the body of a request that a run with these arguments would send. */
    private static JsonNode body(String arguments) {
        List<ParseResult> complete = new ArrayList<>();
        CommandLine commands = Main.commandLine().setExecutionStrategy(new ScenarioStrategy(parsed -> {
            complete.add(parsed);
            return 0;
        }));
        assertThat(commands.execute(("run " + arguments).split(" ", -1))).isZero();
        ParseResult parsed = complete.get(0).subcommand();
        RunCommand run = (RunCommand) parsed.commandSpec().userObject();
        String url = parsed.matchedPositionalValue(0, "http://127.0.0.1:1");
        byte[] body = run.options()
                .plan(
                        Target.of(Endpoint.parse(url)),
                        parsed.matchedPositionals().isEmpty())
                .format()
                .body(Ask.of("m", "Hi", 5));
        return JSON.readTree(body);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    --mock sonnet                       | {"model":"m","max_tokens":5,"stream":true,"messages":[{"role":"user","content":"Hi"}]}
                    http://api.anthropic.com            | {"model":"m","max_tokens":5,"stream":true,"messages":[{"role":"user","content":"Hi"}]}
                    http://h/v1                         | {"model":"m","max_tokens":5,"stream":true,"stream_options":{"include_usage":true},"ignore_eos":true,"min_tokens":5,"messages":[{"role":"user","content":"Hi"}]}
                    http://h/v1 --no-ignore-eos         | {"model":"m","max_tokens":5,"stream":true,"stream_options":{"include_usage":true},"messages":[{"role":"user","content":"Hi"}]}
                    http://h/v1 --api openai-completions --ignore-eos | {"model":"m","max_tokens":5,"stream":true,"stream_options":{"include_usage":true},"ignore_eos":true,"min_tokens":5,"prompt":"Hi"}
                    http://api.openai.com/v1            | {"model":"m","max_completion_tokens":5,"stream":true,"stream_options":{"include_usage":true},"messages":[{"role":"user","content":"Hi"}]}
                    --api openai-completions            | {"model":"m","max_tokens":5,"stream":true,"stream_options":{"include_usage":true},"ignore_eos":true,"min_tokens":5,"prompt":"Hi"}
                    http://h/v1 --api anthropic --temperature 0.5 --top-p 0.9 --top-k 40 | {"model":"m","max_tokens":5,"stream":true,"temperature":0.5,"top_p":0.9,"top_k":40,"messages":[{"role":"user","content":"Hi"}]}
                    --thinking adaptive:omitted         | {"model":"m","max_tokens":5,"stream":true,"thinking":{"type":"adaptive","display":"omitted"},"messages":[{"role":"user","content":"Hi"}]}
                    http://h/v1 --thinking low --no-ignore-eos | {"model":"m","max_tokens":5,"stream":true,"stream_options":{"include_usage":true},"reasoning_effort":"low","messages":[{"role":"user","content":"Hi"}]}
                    """)
    void shouldSendWhatTheServiceIsToBeSent(String arguments, String expected) {
        assertThat(body(arguments)).isEqualTo(JSON.readTree(expected));
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false"})
    void shouldTakeASwitchFromAScenario(String value, boolean sent) throws IOException {
        Path file = Files.writeString(temporary.resolve("own.yaml"), "ignore-eos: " + value);
        assertThat(body("http://h/v1 --scenario " + file).has("ignore_eos")).isEqualTo(sent);
    }

    @Test
    void shouldPutTheCommandLineBeforeAScenario() throws IOException {
        Path file = Files.writeString(temporary.resolve("own.yaml"), "{ignore-eos: true, temperature: 0.5}");
        JsonNode body = body("http://h/v1 --no-ignore-eos --temperature 1.5 --scenario " + file);
        assertThat(body.has("ignore_eos")).isFalse();
        assertThat(body.get("temperature").asDouble()).isEqualTo(1.5);
    }
}
