package io.tokenpace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.folder.SavedRun;
import io.tokenpace.bench.result.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeCommandTest {
    @TempDir
    private static Path folders;

    @TempDir
    private Path temporary;

    @BeforeAll
    static void runTwice() {
        run("east", "8");
        run("west", "8");
        run("other", "9");
    }

    private static void run(String name, String maxTokens) {
        Bench.run(
                "run",
                "-q",
                "--mock",
                "instant",
                "-c",
                "2",
                "-n",
                "20",
                "--prompt-tokens",
                "16",
                "--max-tokens",
                maxTokens,
                "--out",
                folders.resolve(name).toString());
    }

    private static Bench merge(String one, String other, Path out) {
        return Bench.run(
                "merge", folders.resolve(one).toString(), folders.resolve(other).toString(), "--out", out.toString());
    }

    @Test
    void shouldLeaveTheSumInAFolderThatReadsLikeThatOfARun() throws IOException {
        Path out = temporary.resolve("sum");
        Bench bench = merge("east", "west", out);
        assertThat(bench.out()).contains("40 of 40 requests succeeded");
        RunResult sum = SavedRun.open(out).result();
        assertThat(sum.totals().succeeded()).isEqualTo(40);
        assertThat(sum.verdict().notes()).anyMatch(note -> note.startsWith("the sum of 2 runs"));
        assertThat(bench.exitCode()).isEqualTo(ExitCode.of(sum));
        for (String file : new String[] {"report.html", "summary.md", "junit.xml", "bench.json", "ttft.hgrm"}) {
            assertThat(out.resolve(file)).isNotEmptyFile();
        }
    }

    @Test
    void shouldRefuseRunsThatAskedForDifferentThings() {
        Bench bench = merge("east", "other", temporary.resolve("sum"));
        assertThat(bench.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(bench.err()).contains("asked for other things").hasLineCount(1);
        assertThat(temporary.resolve("sum")).doesNotExist();
    }

    @Test
    void shouldRefuseWhatIsNoRunFolder() {
        Bench bench = merge("east", "nowhere", temporary.resolve("sum"));
        assertThat(bench.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(bench.err())
                .isEqualTo("bench merge: run (" + folders.resolve("nowhere")
                        + ") must be a run folder: it holds no run.json\n");
    }

    @Test
    void shouldRefuseToWriteOverSomething() {
        Bench bench = merge("east", "west", folders.resolve("other"));
        assertThat(bench.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(bench.err()).contains("must be a new or an empty folder");
    }
}
