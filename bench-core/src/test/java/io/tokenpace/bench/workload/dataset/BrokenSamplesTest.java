package io.tokenpace.bench.workload.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenpace.bench.workload.source.BrokenLines;
import io.tokenpace.bench.workload.source.Contents;
import io.tokenpace.bench.workload.source.DataException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenSamplesTest {
    private static final String PROMPT = "{\"prompt\":\"a\"}\n";
    private static final String MESSAGES = "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}\n";
    private static final String SHAREGPT = "{\"conversations\":[{\"from\":\"human\",\"value\":\"a\"}]}\n";

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(
                        PROMPT,
                        "{\"prompt\":\"a\",\"max_tokens\":-3}",
                        "max_tokens (-3) must be a positive whole number"),
                Arguments.of(
                        PROMPT,
                        "{\"prompt\":\"a\",\"max_tokens\":0}",
                        "max_tokens (0) must be a positive whole number"),
                Arguments.of(
                        PROMPT,
                        "{\"prompt\":\"a\",\"max_tokens\":1.5}",
                        "max_tokens (1.5) must be a positive whole number"),
                Arguments.of(
                        PROMPT,
                        "{\"prompt\":\"a\",\"max_tokens\":\"8\"}",
                        "max_tokens (\"8\") must be a positive whole number"),
                Arguments.of(
                        PROMPT,
                        "{\"prompt\":\"a\",\"max_tokens\":true}",
                        "max_tokens (true) must be a positive whole number"),
                Arguments.of(
                        PROMPT,
                        "{\"prompt\":\"a\",\"max_tokens\":3000000000}",
                        "max_tokens (3000000000) must be at most 2147483647"),
                Arguments.of(
                        PROMPT,
                        "{\"prompt\":\"a\",\"max_tokens\":99999999999999999999}",
                        "max_tokens (99999999999999999999) must be at most 2147483647"),
                Arguments.of(PROMPT, "{\"prompt\":[\"a\"]}", "prompt (an array) must be a string"),
                Arguments.of(PROMPT, "{\"prompt\":null}", "prompt (null) must be a string"),
                Arguments.of(PROMPT, "{\"question\":\"a\"}", "prompt must be there"),
                Arguments.of(
                        PROMPT,
                        "{\"prompt\":\" \"}",
                        "prompt must begin with the user's, and every text must say something"),
                Arguments.of(PROMPT, "{\"prompt\":\"a\\ud800\"}", "prompt must not hold half a surrogate pair"),
                Arguments.of(PROMPT, "{\"prompt\":\"a\"} {\"prompt\":\"b\"}", "nothing must follow the JSON object"),
                Arguments.of(PROMPT, "[\"a\"]", "the excerpt (an array) must be a JSON object"),
                Arguments.of(MESSAGES, "{\"messages\":{}}", "messages (an object) must be a JSON array"),
                Arguments.of(MESSAGES, "{\"messages\":[\"a\"]}", "a message (\"a\") must be a JSON object"),
                Arguments.of(MESSAGES, "{\"messages\":[{\"role\":\"user\"}]}", "a message must have role and content"),
                Arguments.of(
                        MESSAGES,
                        "{\"messages\":[{\"role\":\"tool\",\"content\":\"a\"}]}",
                        "role (\"tool\") must be system, developer, user or assistant"),
                Arguments.of(
                        MESSAGES,
                        "{\"messages\":[{\"role\":\"user\",\"content\":null}]}",
                        "content (null) must be a string"),
                Arguments.of(
                        MESSAGES,
                        "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":{}}]}]}",
                        "type (\"image_url\") must be text"),
                Arguments.of(
                        MESSAGES,
                        "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"system\",\"content\":\"b\"}]}",
                        "the system's text must come first and once"),
                Arguments.of(
                        MESSAGES,
                        "{\"messages\":[]}",
                        "messages must begin with the user's, and every text must say something"),
                Arguments.of(
                        MESSAGES,
                        "{\"messages\":[{\"role\":\"assistant\",\"content\":\"a\"}]}",
                        "messages must begin with the user's, and every text must say something"),
                Arguments.of(
                        SHAREGPT,
                        "{\"conversations\":[{\"from\":\"tool\",\"value\":\"a\"}]}",
                        "from (\"tool\") must be human, gpt or system"),
                Arguments.of(SHAREGPT, "{\"conversations\":[{\"from\":\"gpt\"}]}", "a turn must have from and value"),
                Arguments.of(SHAREGPT, "{\"conversations\":\"a\"}", "conversations (\"a\") must be a JSON array"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void shouldNameFileLineValueAndRule(String good, String broken, String message) {
        Dataset dataset = Datasets.open(Contents.file("file.jsonl", good + broken + "\n" + good), BrokenLines.FATAL);
        assertThat(dataset.next().line()).isEqualTo(1);
        assertThatThrownBy(dataset::next).isInstanceOf(DataException.class).hasMessage("file.jsonl:2: " + message);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void shouldPassOverBrokenLinesWhenAskedTo(String good, String broken, String message) {
        Dataset dataset = Datasets.open(Contents.file("file.jsonl", good + broken + "\n" + good), BrokenLines.SKIP);
        assertThat(dataset.next().line()).isEqualTo(1);
        assertThat(dataset.next().line()).isEqualTo(3);
        assertThat(dataset.broken().count()).isEqualTo(1);
        assertThat(dataset.broken().first()).containsExactly("file.jsonl:2: " + message);
    }

    @Test
    void shouldNameTheLineInsideAnElementThatSpansSeveral() {
        Dataset dataset = Datasets.open(
                Contents.file("f.json", "[\n{\"prompt\":\"a\"},\n{\n\"prompt\":\"b\",\n\"max_tokens\":0}\n]"),
                BrokenLines.FATAL);
        dataset.next();
        assertThatThrownBy(dataset::next).hasMessage("f.json:5: max_tokens (0) must be a positive whole number");
    }

    @Test
    void shouldNameTheLineOfAnElementThatIsNoJson() {
        Dataset dataset = Datasets.open(
                Contents.file("f.json", "[{\"prompt\":\"a\"},\n{\"prompt\":\n\"b\" \"c\"}]"), BrokenLines.FATAL);
        dataset.next();
        assertThatThrownBy(dataset::next).hasMessageStartingWith("f.json:3: must be JSON: ");
    }

    @Test
    void shouldRefuseAMemberThatComesTwice() {
        Dataset dataset =
                Datasets.open(Contents.file("f", PROMPT + "{\"prompt\":\"a\",\"prompt\":\"b\"}"), BrokenLines.FATAL);
        dataset.next();
        assertThatThrownBy(dataset::next).hasMessageStartingWith("f:2: must be JSON: Duplicate ");
    }

    @Test
    void shouldKeepOnlyTheFirstBrokenLinesButCountAll() {
        Dataset dataset = Datasets.open(Contents.file("f", PROMPT + "x\n".repeat(1_000) + PROMPT), BrokenLines.SKIP);
        dataset.next();
        assertThat(dataset.next().line()).isEqualTo(1_002);
        assertThat(dataset.broken().count()).isEqualTo(1_000);
        assertThat(dataset.broken().first()).hasSize(5).allMatch(line -> line.startsWith("f:"));
    }

    @Test
    void shouldEndTheReadingWhenTheArrayIsCutOffWhateverThePolicy() {
        Dataset dataset = Datasets.open(Contents.file("f", "[{\"prompt\":\"a\"},\n{\"prompt\":\"b"), BrokenLines.SKIP);
        dataset.next();
        assertThatThrownBy(dataset::next).hasMessage("f:2: the element that begins here is not closed");
    }
}
