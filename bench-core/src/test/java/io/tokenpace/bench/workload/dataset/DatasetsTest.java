package io.tokenpace.bench.workload.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenpace.bench.wire.Ask;
import io.tokenpace.bench.wire.Passage;
import io.tokenpace.bench.wire.Turn;
import io.tokenpace.bench.workload.source.BrokenLines;
import io.tokenpace.bench.workload.source.Contents;
import io.tokenpace.bench.workload.source.DataException;
import io.tokenpace.bench.workload.source.TextFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetsTest {
    private static final String PROMPTS = """
            {"prompt": "Why is the sky blue?", "max_tokens": 64}
            {"max_tokens": null, "prompt": "Naïve 😀", "id": {"prompt": "no"}}
            """;

    /** The request body of OpenAI's chat completions, as its OpenAPI description has it, a line each. */
    private static final String MESSAGES = """
            {"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Hi"}],"max_tokens":8}
            {"model":"m","messages":[{"role":"user","content":[{"type":"text","text":"One."},{"type":"text","text":"Two."}]},\
            {"role":"assistant","content":"Three."},{"role":"user","name":"bob","content":"And?"},\
            {"role":"assistant","content":"That is  all.\\n"}]}
            """;

    /** As in the dataset card of anon8231489123/ShareGPT_Vicuna_unfiltered; some of its conversations begin with gpt. */
    private static final String SHAREGPT = """
            [
              {
                "id": "QWJhYvA_0",
                "conversations": [
                  {"from": "human", "value": "Summarize it"},
                  {"from": "gpt", "value": "It is short."},
                  {"from": "human", "value": "Shorter"},
                  {"from": "gpt", "value": "Short."}
                ]
              },
              {"id": "i6IyJda_0", "conversations": [{"from": "gpt", "value": "…and so on"}]},
              {"id": "i6IyJda_1", "conversations": []},
              {"id": "A5AbcES_0", "conversations": [{"from": "system", "value": "Be kind."}, {"from": "human", "value": "Hello"}]}
            ]
            """;

    private static Dataset open(String text) {
        return Datasets.open(Contents.file("f.jsonl", text), BrokenLines.FATAL);
    }

    private static Turn twoPassages(String first, String second) {
        return new Turn(Turn.Role.USER, List.of(Passage.of(first), Passage.of(second)));
    }

    @Test
    void shouldReadPrompts() {
        Dataset dataset = open(PROMPTS);
        assertThat(dataset.format()).isEqualTo(DatasetFormat.PROMPTS);
        assertThat(dataset.next())
                .isEqualTo(new Sample(
                        1,
                        Optional.empty(),
                        List.of(Turn.user("Why is the sky blue?")),
                        OptionalInt.of(64),
                        OptionalInt.empty()));
        assertThat(dataset.next())
                .isEqualTo(new Sample(
                        2, Optional.empty(), List.of(Turn.user("Naïve 😀")), OptionalInt.empty(), OptionalInt.empty()));
    }

    @Test
    void shouldReadMessagesAndKeepTheLastAnswerOnlyAsALength() {
        Dataset dataset = open(MESSAGES);
        assertThat(dataset.format()).isEqualTo(DatasetFormat.MESSAGES);
        assertThat(dataset.next())
                .isEqualTo(new Sample(
                        1, Optional.of("Be brief."), List.of(Turn.user("Hi")), OptionalInt.of(8), OptionalInt.empty()));
        assertThat(dataset.next())
                .isEqualTo(new Sample(
                        2,
                        Optional.empty(),
                        List.of(twoPassages("One.", "Two."), Turn.assistant("Three."), Turn.user("And?")),
                        OptionalInt.empty(),
                        OptionalInt.of(3)));
    }

    @Test
    void shouldReadTheSameMessagesFromAnArray() {
        Dataset lines = open(MESSAGES);
        Dataset array = open("[" + MESSAGES.strip().replace("\n", ",\n") + "]");
        for (int i = 0; i < 2; i++) {
            assertThat(array.next()).isEqualTo(lines.next());
        }
    }

    @Test
    void shouldReadShareGptAndCountConversationsInWhichNobodyAsks() {
        Dataset dataset = open(SHAREGPT);
        assertThat(dataset.format()).isEqualTo(DatasetFormat.SHAREGPT);
        assertThat(dataset.next())
                .isEqualTo(new Sample(
                        2,
                        Optional.empty(),
                        List.of(Turn.user("Summarize it"), Turn.assistant("It is short."), Turn.user("Shorter")),
                        OptionalInt.empty(),
                        OptionalInt.of(1)));
        assertThat(dataset.next().system()).contains("Be kind.");
        assertThat(dataset.askingNothing()).isEqualTo(2);
    }

    @Test
    void shouldReadShareGptAsLines() {
        Dataset dataset = open("""
                {"conversations":[{"from":"human","value":"a"}]}
                {"conversations":[{"from":"user","value":"b"},{"from":"chatgpt","value":"c d"}]}
                """);
        assertThat(dataset.next().turns()).containsExactly(Turn.user("a"));
        assertThat(dataset.next().answerWords()).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {PROMPTS, MESSAGES, SHAREGPT})
    void shouldReadTheSameWhenOneByteComesAtATimeOutOfGzipWithCrlfAndMark(String text) {
        byte[] hard = Contents.gzip(("\uFEFF" + text.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8));
        Dataset dataset = Datasets.open(Contents.slowFile("f", hard), BrokenLines.FATAL);
        Dataset plain = open(text);
        for (int i = 0; i < 5; i++) {
            assertThat(dataset.next()).isEqualTo(plain.next());
        }
    }

    @Test
    void shouldBeginAgainAndCountPassesAndWhatIsBrokenOnce() {
        Dataset dataset = Datasets.open(Contents.file("f", SHAREGPT.replace("\"Hello\"", "1")), BrokenLines.SKIP);
        for (int i = 0; i < 4; i++) {
            assertThat(dataset.next().line()).isEqualTo(2);
        }
        assertThat(dataset.passes()).isEqualTo(3);
        assertThat(dataset.askingNothing()).isEqualTo(2);
        assertThat(dataset.broken().count()).isEqualTo(1);
        assertThat(dataset.broken().first()).containsExactly("f:13: value (1) must be a string");
    }

    @Test
    void shouldMakeRequestsOfSamples() {
        Dataset dataset = open(MESSAGES);
        assertThat(dataset.next().ask("m", 99))
                .isEqualTo(new Ask("m", Optional.of(Passage.of("Be brief.")), List.of(Turn.user("Hi")), 8));
        assertThat(dataset.next().ask("m", 99).maxTokens()).isEqualTo(99);
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void shouldRefuseWhatOnlyLooksLikeADataset(String text, String message) {
        assertThatThrownBy(() -> open(text)).isInstanceOf(DataException.class).hasMessage(message);
    }

    static Stream<List<String>> pairs() {
        String members = " must include one of prompt, messages and conversations";
        return Stream.of(
                List.of("", "f.jsonl: must not be empty"),
                List.of("[]", "f.jsonl: must not be empty"),
                List.of(" \n\n", "f.jsonl: must not be empty"),
                List.of("[{\"role\":\"user\",\"content\":\"Hi\"}]", "f.jsonl:1: members [role, content]" + members),
                List.of("{\"prompt\":\"a\",\"messages\":[]}", "f.jsonl:1: members [prompt, messages]" + members),
                List.of(
                        "{\"timestamp\":0,\"input_length\":1,\"output_length\":1,\"hash_ids\":[0]}",
                        "f.jsonl:1: members [timestamp, input_length, output_length, hash_ids]" + members),
                List.of("{\"data\":[{\"prompt\":\"a\"}]}", "f.jsonl:1: members [data]" + members),
                List.of("\"prompt\"", "f.jsonl:1: the excerpt (\"prompt\") must be a JSON object"),
                List.of("[[\"prompt\"]]", "f.jsonl:1: the excerpt (an array) must be a JSON object"));
    }

    static Stream<Arguments> strangers() {
        return pairs().map(pair -> Arguments.of(pair.toArray()));
    }

    @Test
    void shouldRefuseTextThatIsNoJson() {
        assertThatThrownBy(() -> open("TIMESTAMP,ContextTokens,GeneratedTokens\n"))
                .hasMessageStartingWith("f.jsonl:1: must be JSON: ");
    }

    @Test
    void shouldRecogniseAFileByItsFirstWholeLineAndThenSayWhatIsBroken() {
        Dataset dataset = open("{\"prompt\": \"a\n" + PROMPTS);
        assertThat(dataset.format()).isEqualTo(DatasetFormat.PROMPTS);
        assertThatThrownBy(dataset::next).hasMessageStartingWith("f.jsonl:1: must be JSON: ");
    }

    @Test
    void shouldRefuseAFileWithoutASampleThatCanBeSent() {
        Dataset dataset = open("{\"conversations\":[]}");
        assertThatThrownBy(dataset::next).hasMessage("f.jsonl: must hold at least one sample that can be sent");
    }

    @Test
    void shouldOpenAFileOnDisk(@TempDir Path folder) throws IOException {
        Path path = Files.writeString(folder.resolve("prompts.txt"), PROMPTS);
        try (Dataset dataset = Datasets.open(path)) {
            assertThat(dataset.next().maxTokens()).hasValue(64);
        }
    }

    @Test
    void shouldRefuseAPathWithoutAFile(@TempDir Path folder) {
        assertThatThrownBy(() -> Datasets.open(folder)).hasMessage(folder + ": must be a regular file");
        Path missing = folder.resolve("x");
        assertThatThrownBy(() -> Datasets.open(missing)).hasMessage(missing + ": does not exist");
    }

    @Test
    void shouldHoldNoMoreThanABufferOfAHugeArray() {
        AtomicLong given = new AtomicLong();
        TextFile file = new TextFile(
                "f",
                () -> new Contents.GeneratedLines(
                        50_000, i -> (i == 0 ? "[" : ",") + "{\"prompt\":\"question " + i + "\"}\n", given));
        Dataset dataset = Datasets.open(file, BrokenLines.FATAL);
        given.set(0);
        for (int i = 0; i < 50_000; i++) {
            dataset.next();
            assertThat(given.get()).isLessThanOrEqualTo((i + 1) * 40L + 2 * (1 << 16));
        }
        assertThatThrownBy(dataset::next).hasMessage("f:50001: the array is not closed");
    }
}
