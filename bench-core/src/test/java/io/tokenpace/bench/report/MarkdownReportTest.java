package io.tokenpace.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.result.ErrorGroup;
import io.tokenpace.bench.result.SloResult;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {
    private static String render(Results results) {
        return new MarkdownReport().render(results.result());
    }

    @Test
    void shouldSayOnTheFirstLineThatARunIsInvalidAndThenWhy() {
        assertThat(render(Results.good().broken("cpu", "3 % stolen; use another machine")))
                .startsWith("""
                # INVALID: 200 of 200 requests succeeded

                - **cpu**: 3 % stolen; use another machine
                """);
    }

    @Test
    void shouldShowThePhasesApartEachWithTheTailThatHurts() {
        assertThat(render(Results.good())).contains("""
                ## Prefill

                |  | p50 | p90 | p99 | p99.9 | max |
                | --- | ---: | ---: | ---: | ---: | ---: |
                | `ttft`, ms | 50.0 | 90.0 | \\~99.0 | - | 99.0 |
                """, """
                ## Decode

                |  | p50 | p10 | p5 | p1 | min |
                | --- | ---: | ---: | ---: | ---: | ---: |
                | `decode_rate`, tokens/s | 50.0 | 10.0 | 5.000 | \\~1.000 | 1.000 |
                """);
    }

    @Test
    void shouldShowWhatBecameOfAnObjective() {
        assertThat(render(Results.good().objective("errors<5%", 0.0721, SloResult.Status.MISSED)))
                .contains("- objective `errors<5%` missed: observed 7.21 %\n");
    }

    @Test
    void shouldKeepTheWordsOfAServiceText() {
        String hostile = "<script>alert(1)</script> | `rm` ![x](http://h/x.png)\n# Passed @everyone";
        assertThat(render(Results.good().error(hostile)))
                .contains("- 3 × overloaded 529: ``<script>alert(1)</script> | `rm` ![x](http://h/x.png) # Passed"
                        + " @everyone``, request `req_1`\n");
    }

    @Test
    void shouldKeepTheNameOfAModelText() {
        assertThat(render(Results.good().ofModel("m`<img src=x>`"))).contains("model `` m`<img src=x>` ``,");
    }

    @Test
    void shouldSayHowManyCellsAreLeftOut() {
        assertThat(render(Results.good().cells(5_000)))
                .contains("| 40 × drawn |")
                .doesNotContain("| 41 × drawn |")
                .contains("… and 4,960 more, which are in run.json\n");
    }

    @Test
    void shouldStayBelow64KilobytesWhateverARunHolds() {
        String megabyte = "<𝔘|\u202e`".repeat(200_000);
        ErrorGroup error = new ErrorGroup(megabyte, 500, 1, 0, megabyte, Optional.of(megabyte));
        String text = render(Results.good()
                .broken(megabyte, megabyte)
                .noted(Collections.nCopies(500, megabyte))
                .ofModel(megabyte)
                .commanded("run", megabyte)
                .cells(5_000)
                .errors(Collections.nCopies(500, error)));
        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThan(65_536);
        assertThat(text).startsWith("# INVALID").contains("and 480 more, which are in run.json");
    }

    @Test
    void shouldTellThatPartsHadNoRoom() {
        BoundedPage page =
                new BoundedPage(200).add("kept\n").add("x".repeat(300)).add("kept as well\n");
        assertThat(page).hasToString("kept\n\nkept as well\n\n1 parts had no room here; see run.json.\n");
    }

    @Test
    void shouldRepeatTheCommandWithItsSeedAndWithoutTheFolderThatIsTaken() {
        assertThat(render(Results.good().commanded("run", "--out", "x y", "--name", "it's", "-c", "5")))
                .contains("```\nbench run --name 'it'\\''s' -c 5 --seed 7\n```\n");
    }

    @Test
    void shouldHaveNoTablesWhereNothingWasMeasured() {
        assertThat(render(Results.good().empty().broken("target", "refused")))
                .startsWith("# INVALID")
                .doesNotContain("| ---")
                .doesNotContain("throughput");
    }

    @Test
    void shouldListEachReasonOnALineOfItsOwn() {
        assertThat(render(Results.good().noted(List.of("one\n- [x] two", "three"))))
                .contains("- note: one - \\[x\\] two\n- note: three\n");
    }
}
