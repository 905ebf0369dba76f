package io.tokenpace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.folder.SavedRun;
import io.tokenpace.bench.report.ConsoleReport;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.result.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColouredVerdictTest {
    @TempDir
    private Path temporary;

    /** Nobody answers there, so that every run of it is INVALID, and nothing is measured. */
    private RunResult unanswered() throws IOException {
        Path folder = temporary.resolve("run");
        Bench bench = Bench.run("run", "http://127.0.0.1:1", "--model", "m", "-n", "1", "--out", folder.toString());
        assertThat(bench.out()).as("no terminal").doesNotContain("\u001b");
        return SavedRun.open(folder).result();
    }

    @Test
    void shouldColourTheVerdictAndTheNotesAndLeaveTheRest() throws IOException {
        RunResult result = unanswered();
        String plain = new ConsoleReport().render(result);
        String coloured = new ColouredVerdict(new ConsoleReport()).render(result);
        assertThat(coloured).startsWith("\u001b[31mINVALID\u001b[0m  0 of ");
        assertThat(coloured.replaceAll("\u001b\\[\\d+m", "")).isEqualTo(plain);
    }

    @Test
    void shouldColourEachNote() throws IOException {
        String text = new ColouredVerdict(result -> "INVALID\n  note: of a reason\nnote: one\nnote: two\n")
                .render(unanswered());
        assertThat(text.lines())
                .containsExactly(
                        "\u001b[31mINVALID\u001b[0m",
                        "  note: of a reason",
                        "\u001b[33mnote:\u001b[0m one",
                        "\u001b[33mnote:\u001b[0m two");
    }

    @Test
    void shouldLeaveATextThatBeginsOtherwise() throws IOException {
        RunResult result = unanswered();
        assertThat(result.verdict().status()).isEqualTo(Verdict.Status.INVALID);
        assertThat(new ColouredVerdict(ignored -> "{}\n").render(result)).isEqualTo("{}\n");
    }
}
