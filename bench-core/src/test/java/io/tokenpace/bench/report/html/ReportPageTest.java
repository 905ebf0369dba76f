package io.tokenpace.bench.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The page as a reader has it: from a file, in a browser that has no network. */
class ReportPageTest {
    private static final int DESKTOP = 1_600;

    /** The charts of one run without a grid and without failures. */
    private static final String[] CHARTS = {
        "ttft-spectrum",
        "ttft-histogram",
        "decode-spectrum",
        "decode-histogram",
        "picked-spectrum",
        "picked-histogram",
        "latency",
        "prefill",
        "decode-length",
        "stall-spectrum",
        "stalls-time",
        "waterfalls",
        "health-time"
    };

    @TempDir
    private static Path folder;

    private static final Map<String, Path> PAGES = new LinkedHashMap<>();
    private static Browser browser;

    @BeforeAll
    static void openBrowser() throws IOException {
        browser = Browser.open();
        Map<String, Map<String, Object>> documents = Map.of(
                "good", Samples.good(),
                "hostile", Samples.hostile(),
                "grid", Samples.grid(),
                "several", Samples.several(),
                "empty", Samples.empty());
        for (Map.Entry<String, Map<String, Object>> sample : documents.entrySet()) {
            PAGES.put(sample.getKey(), SamplePage.write(folder, sample.getKey(), sample.getValue()));
        }
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    static Stream<Arguments> looks() {
        return Stream.of("good", "hostile", "grid", "several", "empty")
                .flatMap(page -> Stream.of("light", "dark")
                        .flatMap(theme -> Stream.of(360, DESKTOP).map(width -> Arguments.of(page, theme, width))));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void shouldFitTheWindowAndLogNothingInAnyTheme(String page, String theme, int width) {
        show(page, width, theme);

        assertThat(browser.number("return document.documentElement.scrollWidth"))
                .isEqualTo(width);
        assertThat(browser.console()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"good", "hostile", "grid", "several"})
    void shouldDrawDataInEveryChart(String page) {
        show(page, DESKTOP, "light");

        assertThat(browser.texts("return __report.charts.map(chart => chart.form.id)"))
                .contains(CHARTS);
        assertThat(browser.texts("""
                        return __report.charts.filter(chart => !chart.chart.getOption().series
                            .some(series => series.data.length > 0)).map(chart => chart.form.id)""")).isEmpty();
        assertThat(browser.texts("""
                        return __report.charts.filter(({ plot, look }) => {
                          const canvas = plot.querySelector('canvas');
                          const pixels = new Uint32Array(canvas.getContext('2d')
                              .getImageData(0, 0, canvas.width, canvas.height).data.buffer);
                          return canvas.width < look.width || new Set(pixels).size < 10;
                        }).map(chart => chart.form.id)""")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hostile", "grid", "several"})
    void shouldHoldTheDataOfEveryChartInATable(String page) {
        show(page, DESKTOP, "light");

        browser.run("document.querySelectorAll('button[aria-expanded]').forEach(button => button.click())");

        assertThat(browser.texts("""
                        return __report.charts.filter(chart => !chart.rows.querySelector('tbody td')
                            || chart.rows.hidden || chart.toggle.getAttribute('aria-expanded') !== 'true')
                            .map(chart => chart.form.id)""")).isEmpty();
    }

    @Test
    void shouldShowTheFiguresOfTheRun() {
        show("good", DESKTOP, "light");
        Map<String, Object> result = resultOf(Samples.good());

        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("prefill_ms_per_1k", 48.312);
        Map<String, List<String>> figures = Map.of(
                "ttft", List.of("p50", "p95", "p99"), "tpot", List.of("p50"), "decode_rate", List.of("p50", "p10"));
        figures.forEach((metric, percentiles) -> percentiles.forEach(percentile -> expected.put(
                metric + "." + percentile, part(part(result, "metrics"), metric).get(percentile))));
        expected.putAll(part(result, "throughput"));
        expected.remove("input_tokens_per_s");
        expected.put("failed", 0);

        assertThat(
                        browser.texts(
                                "return [...document.querySelectorAll('[data-figure]')].map(one => one.dataset.figure + '=' + Number(one.value))"))
                .containsExactlyInAnyOrderElementsOf(expected.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + plain((Number) entry.getValue()))
                        .toList());
    }

    @Test
    void shouldShowTheIntervalBelowItsFigure() {
        show("good", DESKTOP, "light");

        assertThat((String) browser.run(
                        "return document.querySelector('[data-figure=prefill_ms_per_1k]').parentElement.textContent"))
                .isEqualTo("48.3 ms95 % interval 47.9 – 48.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hostile", "several"})
    void shouldKeepMarkupOfStrangersText(String page) {
        show(page, DESKTOP, "light");

        browser.run("document.querySelectorAll('button[aria-expanded]').forEach(button => button.click())");
        browser.run("""
                __report.charts.forEach(({ chart }) => chart.getOption().series.forEach((series, seriesIndex) =>
                    chart.dispatchAction({ type: 'showTip', seriesIndex, dataIndex: 0 })))""");

        assertThat(browser.number("return document.querySelectorAll('script').length"))
                .isEqualTo(3);
        assertThat(browser.number("return document.querySelectorAll('img, [onerror]').length"))
                .isZero();
        assertThat((String) browser.run("return document.querySelector('main').textContent"))
                .contains(Samples.HOSTILE);
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void shouldRefuseToRunAHandlerThatComesAsMarkup() {
        show("good", DESKTOP, "light");

        Object handler = browser.run(
                "const there = document.createElement('div');"
                        + " there.innerHTML = '<b onclick=\"window.ran = true\">'; there.firstChild.click(); return window.ran");

        assertThat(handler).isNull();
        assertThat(browser.console()).singleElement().asString().contains("script-src-attr");
    }

    @Test
    void shouldShowWhatAServiceSaidOfAnError() {
        show("hostile", DESKTOP, "light");

        assertThat((String) browser.run("return document.querySelector('#errors .stranger').textContent"))
                .isEqualTo(Samples.HOSTILE);
    }

    @Test
    void shouldSayFirstThatARunIsInvalidAndWhy() {
        show("hostile", DESKTOP, "light");

        assertThat((String) browser.run("return document.querySelector('main section').innerText"))
                .startsWith("Verdict\n")
                .contains("✕ INVALID")
                .contains("send_lag: p99 18.2 ms is above 10 ms: give the client more cores")
                .contains("600 of 629 requests succeeded, 29 failed. The run was interrupted");
    }

    @Test
    void shouldSayInWordsWhyThereIsNoChartWhenNothingWasSent() {
        show("empty", DESKTOP, "light");

        assertThat(browser.number("return __report.charts.length")).isZero();
        assertThat(browser.number("return document.querySelectorAll('figure.chart').length"))
                .isEqualTo(browser.number("return document.querySelectorAll('figure.chart > .nothing').length"))
                .isGreaterThan(10);
    }

    @Test
    void shouldReachEveryControlWithTheTabKey() {
        show("good", DESKTOP, "light");
        Set<String> reached = new LinkedHashSet<>();
        long controls =
                browser.number("return document.querySelectorAll('a, button, select, summary, .scroller, pre').length");

        for (int i = 0; i < controls; i++) {
            browser.pressTab();
            reached.add((String) browser.run("""
                    const all = [...document.querySelectorAll('a, button, select, summary, .scroller, pre')];
                    return all.indexOf(document.activeElement) + ' ' + document.activeElement.textContent"""));
        }

        assertThat(reached).first().isEqualTo("0 Skip to the verdict");
        assertThat(reached).hasSize((int) controls).noneMatch(control -> control.startsWith("-1"));
    }

    @Test
    void shouldOpenATableWithTheEnterKey() {
        show("good", DESKTOP, "light");

        browser.run("document.querySelector('#latency button').focus()");
        browser.press(Keys.ENTER);

        assertThat(browser.number("return document.querySelectorAll('#latency tbody tr').length"))
                .isEqualTo(40);
    }

    @Test
    void shouldNameEverythingForReadersWhoDoNotSeeIt() {
        show("grid", DESKTOP, "light");

        assertThat(browser.texts(
                        "return [...document.querySelectorAll('.plot')].map(plot => plot.getAttribute('aria-label'))"))
                .doesNotContainNull()
                .doesNotContain("");
        assertThat(headingLevels()).startsWith(1).containsOnlyOnce(1).satisfies(ReportPageTest::skipNoLevel);
        assertThat(browser.number("return document.querySelectorAll('main, nav, header').length"))
                .isEqualTo(3);
        assertThat(browser.texts("""
                        const ids = [...document.querySelectorAll('[id]')].map(one => one.id);
                        return ids.filter((id, index) => ids.indexOf(id) !== index)""")).isEmpty();
    }

    @Test
    void shouldTakeTheReadersThemeOverTheSystems() {
        show("good", DESKTOP, "dark");
        String dark = background();

        browser.run("theme.value = 'light'; theme.dispatchEvent(new Event('change'))");

        assertThat(background()).isNotEqualTo(dark).isEqualTo("rgb(246, 247, 248)");
        assertThat((String) browser.run("return __report.charts[0].look.paper")).isEqualTo("#ffffff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void shouldWriteInColoursThatStandOutFromTheirGround(String theme) {
        show("good", DESKTOP, theme);

        assertThat(browser.texts("""
                        const colour = name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
                        const light = hex => [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16) / 255)
                            .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
                            .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
                        const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
                        return [['paper', 'ground'], ['ink', 'quiet', 'ttft', 'decode', 'good', 'bad']].reduce((grounds, inks) =>
                            grounds.flatMap(ground => inks.map(ink => [ground, ink])))
                            .concat([['good-ground', 'good'], ['bad-ground', 'bad'], ['good-ground', 'quiet'], ['bad-ground', 'quiet'],
                                     ['shade', 'ink'], ['shade', 'quiet']])
                            .filter(pair => contrast(...pair.map(colour)) < 4.5).map(pair => pair.join(' '))""")).isEmpty();
    }

    @Test
    void shouldSaveAChartAsAPicture() {
        show("good", DESKTOP, "light");

        assertThat(browser.texts("return __report.charts.map(chart => chart.picture())"))
                .allSatisfy(picture ->
                        assertThat(picture).startsWith("data:image/png;base64,").hasSizeGreaterThan(10_000));
    }

    @Test
    void shouldPutPicturesOfItsChartsOnPaper() {
        show("good", DESKTOP, "dark");
        browser.run("window.printed = []; addEventListener('beforeprint', () => { printed ="
                + " [...document.querySelectorAll('img.print')].map(image => image.src.slice(0, 15)); })");

        browser.print();

        assertThat(browser.texts("return printed")).hasSize(CHARTS.length).containsOnly("data:image/png;");
        assertThat(browser.number("return document.querySelectorAll('img.print').length"))
                .isZero();
        assertThat(background()).isEqualTo("rgb(16, 19, 23)");
    }

    @Test
    void shouldShowAnotherRunInFullWhenItIsPicked() {
        show("several", DESKTOP, "light");
        long charts = browser.number("return __report.charts.length");

        browser.run("const picker = document.querySelector('.one-run select');"
                + " picker.value = '1'; picker.dispatchEvent(new Event('change'))");

        assertThat(browser.number("return Number(document.querySelector('[data-figure=\"ttft.p50\"]').value) * 1000"))
                .isEqualTo(Math.round(1_000 * ttftP50(runOf(Samples.several(), 1))));
        assertThat(browser.number("return __report.charts.length")).isEqualTo(charts);
    }

    @Test
    void shouldAskForNothingBesideItself() {
        show("good", DESKTOP, "light");

        assertThat(browser.texts("return performance.getEntriesByType('resource').map(entry => entry.name)"
                        + ".filter(name => !name.startsWith('data:'))"))
                .isEmpty();
    }

    private static void show(String page, int width, String theme) {
        browser.look(width, theme);
        browser.show(PAGES.get(page));
    }

    private static String background() {
        return (String) browser.run("return getComputedStyle(document.body).backgroundColor");
    }

    private static List<Integer> headingLevels() {
        return browser.texts("return [...document.querySelectorAll('h1, h2, h3, h4')].map(one => one.tagName)").stream()
                .map(tag -> Integer.valueOf(tag.substring(1)))
                .toList();
    }

    private static void skipNoLevel(List<? extends Integer> levels) {
        List<Integer> jumps = new ArrayList<>();
        for (int i = 1; i < levels.size(); i++) {
            jumps.add(levels.get(i) - levels.get(i - 1));
        }
        assertThat(jumps).allMatch(jump -> jump <= 1);
    }

    private static String plain(Number number) {
        return number.doubleValue() == number.longValue()
                ? String.valueOf(number.longValue())
                : String.valueOf(number.doubleValue());
    }

    private static double ttftP50(Map<String, Object> run) {
        return (Double) part(part(part(run, "result"), "metrics"), "ttft").get("p50");
    }

    private static Map<String, Object> resultOf(Map<String, Object> document) {
        return part(runOf(document, 0), "result");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> runOf(Map<String, Object> document, int index) {
        return ((List<Map<String, Object>>) document.get("runs")).get(index);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> whole, String key) {
        return (Map<String, Object>) whole.get(key);
    }
}
