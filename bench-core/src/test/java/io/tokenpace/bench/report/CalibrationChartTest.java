package io.tokenpace.bench.report;

import static io.tokenpace.bench.result.CalibrationSamples.sample;
import static io.tokenpace.bench.result.CalibrationSamples.step;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.result.CalibrationMachine;
import io.tokenpace.bench.result.CalibrationResult;
import io.tokenpace.bench.result.CalibrationSamples;
import java.io.ByteArrayInputStream;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class CalibrationChartTest {
    private static Document parsed(CalibrationResult calibration) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        CalibrationChart.svg(calibration).getBytes(UTF_8)));
    }

    private static long marks(Document svg, String classes) {
        return IntStream.range(0, svg.getElementsByTagName("*").getLength())
                .mapToObj(i -> (Element) svg.getElementsByTagName("*").item(i))
                .filter(element -> element.getAttribute("class").equals(classes))
                .count();
    }

    @Test
    void shouldBeNamedAndDescribedForWhoeverCannotSeeIt() throws Exception {
        Element svg = parsed(sample()).getDocumentElement();
        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getAttribute("aria-labelledby")).isEqualTo("title desc");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).contains("by load");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                .contains("100 streams, held: TTFT p50 40.0, p90 80.0; gap p50 20.0, p90 40.0.")
                .contains("500 streams, not held");
    }

    @Test
    void shouldMarkEachPercentileOfEachLoadAndOneInTheLegend() throws Exception {
        Document svg = parsed(sample());
        assertThat(marks(svg, "mark ttft held")).isEqualTo(3 * 3 + 3);
        assertThat(marks(svg, "mark gap held")).isEqualTo(3 * 3 + 3);
        assertThat(marks(svg, "mark ttft lost")).isEqualTo(3);
        assertThat(marks(svg, "floor")).isEqualTo(2);
    }

    @Test
    void shouldPlaceTheMarksOnLogarithmicAxes() throws Exception {
        // Streams from 1 to 10 over 70 to 690, µs from 1 to 100 over 400 to 50: half way lies 10 µs.
        CalibrationResult two = CalibrationSamples.of(step(1, true, 4), step(10, true, 10));
        assertThat(CalibrationChart.svg(two)).contains("<circle class=\"mark ttft held\" cx=\"690.0\" cy=\"225.0\"");
    }

    @Test
    void shouldFollowTheReadersChoiceOfLightOrDark() {
        assertThat(CalibrationChart.svg(sample())).contains("@media (prefers-color-scheme: dark)");
    }

    @Test
    void shouldDrawASingleLoadWithoutErrors() throws Exception {
        Document svg = parsed(CalibrationSamples.of(step(1, true, 0)));
        assertThat(marks(svg, "mark ttft held")).isEqualTo(3);
    }

    @Test
    void shouldEscapeTheProcessorsName() throws Exception {
        CalibrationResult odd = new CalibrationResult(
                CalibrationResult.SCHEMA,
                "complete",
                "0",
                "now",
                new CalibrationMachine("A<B & C>", 1, "k", "j"),
                30,
                32,
                1,
                sample().hiccupFloor(),
                sample().steps());
        assertThat(parsed(odd).getDocumentElement().getTextContent()).contains("A<B & C>");
    }
}
