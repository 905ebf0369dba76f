package io.tokenpace.bench.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tokenpace.bench.folder.SavedRun;
import io.tokenpace.bench.result.ErrorGroup;
import io.tokenpace.bench.result.Tally;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HtmlReportTest {
    private static final Instant WRITTEN = Instant.parse("2026-11-21T20:00:00.5Z");
    private static final String DATA = "<script type=\"application/json\" id=\"data\">";
    private static final String HOSTILE = "</script><script>alert(1)</script><!-- & \u2028\u2029 \\u003C '\" ]]>";
    private static final HtmlReport REPORT = new HtmlReport("0.1.0", Clock.fixed(WRITTEN, ZoneOffset.UTC));

    @TempDir
    private Path temporary;

    private static String page(List<SavedRun> runs) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        REPORT.write(runs, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String dataOf(String page) {
        int from = page.indexOf(DATA) + DATA.length();
        return page.substring(from, page.indexOf("</script", from));
    }

    private static JsonNode parsed(String page) {
        return new JsonMapper().readTree(dataOf(page));
    }

    private static int count(String text, String what) {
        return text.toLowerCase(Locale.ROOT).split(what, -1).length - 1;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private SavedRun saved(String name, SampleRun sample) throws IOException {
        return sample.save(temporary.resolve(name), folder -> folder.append(SampleRun.second(0), Tally.NONE));
    }

    @Test
    void shouldHoldWhatTheContractNamesOfEachRun() throws IOException {
        JsonNode page = parsed(page(List.of(saved("one", new SampleRun()), saved("two", new SampleRun().slope(48)))));
        assertThat(page.get("version").asString()).isEqualTo("0.1.0");
        assertThat(page.get("written").asString()).isEqualTo("2026-11-21T20:00:00Z");
        assertThat(page.get("runs")).hasSize(2);
        JsonNode one = page.get("runs").get(0);
        assertThat(one.propertyNames())
                .containsExactlyInAnyOrder(
                        "name", "result", "distributions", "timeline", "points", "fit", "grid", "slowest", "notes");
        assertThat(one.get("name").asString()).isEqualTo("one");
        assertThat(one.get("fit").isNull()).isTrue();
        assertThat(one.get("grid").isNull()).isTrue();
        JsonNode fit = page.get("runs").get(1).get("fit");
        assertThat(fit.get("intercept_ms").isNull()).isTrue();
        assertThat(fit.get("ms_per_1k").asDouble()).isEqualTo(48);
        assertThat(fit.get("ci95")).hasSize(2);
    }

    @Test
    void shouldGiveBackWhatAServiceSaidAndLetNoneOfItRun() throws IOException {
        ErrorGroup error = new ErrorGroup("http_4xx", 400, 1, 0, HOSTILE, Optional.of(HOSTILE));
        SampleRun sample = new SampleRun()
                .errors(List.of(error))
                .model(HOSTILE)
                .options(Map.of(HOSTILE, HOSTILE))
                .notes(List.of(HOSTILE));
        SavedRun run = saved("run", sample);
        String page = page(List.of(run));
        JsonNode result = parsed(page).get("runs").get(0).get("result");
        byte[] runJson = Files.readAllBytes(run.folder().resolve("run.json"));
        assertThat(result).isEqualTo(new JsonMapper().readTree(runJson));
        assertThat(result.get("errors").get(0).get("example").asString()).isEqualTo(HOSTILE);
        assertThat(dataOf(page)).doesNotContain("<", ">", "&", "\u2028", "\u2029");
        assertThat(count(page, "</script")).isEqualTo(count(resource("report.html"), "</script"));
    }

    @Test
    void shouldPutEveryPartInItsPlace() throws IOException {
        String page = page(List.of(saved("run", new SampleRun())));
        assertThat(page)
                .contains(resource("report.css"), resource("js/12-page.js"), resource(HtmlReport.ECHARTS))
                .doesNotContain("/*CSS*/", "/*ECHARTS*/", "/*DATA*/", "/*JS*/");
    }

    @Test
    void shouldInlineScriptsThatCannotCloseTheirElement() throws IOException {
        List<String> scripts = new ArrayList<>(resource("scripts.txt").lines().toList());
        scripts.add(HtmlReport.ECHARTS);
        for (String script : scripts) {
            assertThat(resource(script).toLowerCase(Locale.ROOT)).doesNotContain("</script", "<!--");
        }
    }

    @Test
    void shouldRefuseMoreRunsThanThereIsRoomFor() throws IOException {
        SavedRun run = saved("run", new SampleRun());
        List<SavedRun> many = Collections.nCopies(Limits.MOST_RUNS + 1, run);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REPORT.write(many, new ByteArrayOutputStream()))
                .withMessage("runs (13) must be from 1 to 12 on one page");
        assertThatIllegalArgumentException().isThrownBy(() -> REPORT.write(List.of(), new ByteArrayOutputStream()));
    }
}
