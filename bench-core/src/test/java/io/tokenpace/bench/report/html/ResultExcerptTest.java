package io.tokenpace.bench.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.folder.Json;
import io.tokenpace.bench.result.ErrorGroup;
import io.tokenpace.bench.result.RunResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ResultExcerptTest {
    private static final Limits LIMITS = Limits.ofEach(1);

    private final Notes notes = new Notes();

    private static ErrorGroup error(int status, String example) {
        return new ErrorGroup("http_4xx", status, 1, 0, example, Optional.empty());
    }

    @Test
    void shouldHoldAnOrdinaryResultWhole() {
        RunResult result = new SampleRun()
                .errors(List.of(error(400, "no")))
                .slope(48)
                .notes(List.of("a note"))
                .result();
        assertThat(ResultExcerpt.of(result, LIMITS, notes)).isEqualTo(Json.treeOf(result));
        assertThat(notes.texts()).isEmpty();
    }

    @Test
    void shouldKeepOfALongListWhatThereIsRoomForAndSaySo() {
        List<ErrorGroup> errors =
                IntStream.range(0, 10_000).mapToObj(i -> error(i, "x")).toList();
        RunResult result = new SampleRun().errors(errors).result();
        JsonNode kept = ResultExcerpt.of(result, LIMITS, notes).get("errors");
        assertThat(PageJson.bytes(kept)).isBetween(LIMITS.cellBytes() / 3 - 200, LIMITS.cellBytes() / 3 + 2);
        assertThat(kept.get(0)).isEqualTo(Json.treeOf(errors.get(0)));
        assertThat(notes.texts())
                .containsExactly(
                        "of 10,000 errors the page has " + String.format("%,d", kept.size()) + "; run.json has all");
    }

    @Test
    void shouldCutLongTexts() {
        RunResult result = new SampleRun().model("<".repeat(10_000)).result();
        JsonNode manifest = ResultExcerpt.of(result, LIMITS, notes).get("manifest");
        assertThat(manifest.get("model").asString()).isEqualTo("<".repeat(500) + "…");
        assertThat(notes.texts())
                .containsExactly("texts of more than 500 characters are cut, 1 of them; run.json has them whole");
    }
}
