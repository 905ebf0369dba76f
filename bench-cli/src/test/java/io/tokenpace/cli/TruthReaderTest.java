package io.tokenpace.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.analysis.TrueAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines as docs/mock-server.md has them. */
class TruthReaderTest {
    private static final String HEADER =
            "{\"schema\":\"tokenpace.truth/1\",\"start_utc\":\"2026-11-20T20:38:00Z\",\"start_monotonic_ns\":1}\n";

    @TempDir
    private Path temporary;

    private Path file;
    private TruthReader reader;
    private final List<TrueAnswer> answers = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        file = Files.createFile(temporary.resolve("truth.jsonl"));
        reader = new TruthReader(Files.newInputStream(file));
    }

    @AfterEach
    void close() throws IOException {
        reader.close();
    }

    private void append(String text) throws IOException {
        Files.write(file, text.getBytes(UTF_8), StandardOpenOption.APPEND);
    }

    private static String line(String id, String ending, boolean streamed) {
        return "{\"id\":\"" + id + "\",\"ending\":\"" + ending + "\",\"streamed\":" + streamed
                + ",\"received_ns\":90,\"scheduled_ns\":[100,200,300,301],\"written_ns\":[101,202,303,304],"
                + "\"flushed_ns\":[111,212,313,314]}\n";
    }

    @Test
    void shouldTakeTheEventsBetweenHeadAndEnd() throws IOException {
        append(HEADER + line("a", "complete", true));
        reader.read(answers::add);
        assertThat(answers).hasSize(1);
        TrueAnswer answer = answers.get(0);
        assertThat(answer.id()).isEqualTo("a");
        assertThat(answer.receivedNanos()).isEqualTo(90);
        assertThat(answer.scheduledNanos()).containsExactly(200, 300);
        assertThat(answer.writtenNanos()).containsExactly(202, 303);
        assertThat(answer.flushedNanos()).containsExactly(212, 313);
        assertThat(reader.events()).isEqualTo(4);
    }

    @Test
    void shouldGoOnWhereItStoppedWhereverThatWas() throws IOException {
        String text = HEADER + line("a", "complete", true) + line("ü", "complete", true);
        for (byte each : text.getBytes(UTF_8)) {
            Files.write(file, new byte[] {each}, StandardOpenOption.APPEND);
            reader.read(answers::add);
        }
        assertThat(answers).extracting(TrueAnswer::id).containsExactly("a", "ü");
    }

    @Test
    void shouldKeepHalfALineForLater() throws IOException {
        append(HEADER + "{\"id\":");
        reader.read(answers::add);
        assertThat(answers).isEmpty();
    }

    @Test
    void shouldPassOverAnswersThatWereCutOrNotStreamed() throws IOException {
        append(HEADER + line("a", "cut", true) + line("b", "complete", false) + "{\"dropped_requests\":0}\n");
        reader.read(answers::add);
        assertThat(answers).isEmpty();
    }
}
