package io.tokenpace.bench.report;

import io.tokenpace.bench.result.CalibrationResult;
import io.tokenpace.bench.result.CalibrationStep;
import io.tokenpace.bench.result.ErrorTail;
import io.tokenpace.bench.result.Tail;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The errors over the loads as an SVG of its own, both axes logarithmic. What lies together is told apart by its marks
 * and dashes as well as by colour; hollow marks are loads that were not held. An error of 0 has no place on a logarithmic
 * axis, and no mark.
 */
public final class CalibrationChart {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 460;
    private static final int LEFT = 70;
    private static final int RIGHT = 690;
    private static final int TOP = 50;
    private static final int BOTTOM = 400;
    private static final int LEGEND_STEP = 22;
    private static final int MARK = 4;
    private static final double MICROS_PER_MILLI = 1e3;

    private static final String STYLE = """
            <style>
              text { font: 12px system-ui, sans-serif; fill: #1f2328; }
              .name { font-size: 15px; font-weight: 600; }
              .paper { fill: #ffffff; }
              .grid { stroke: #d0d7de; stroke-width: 1; }
              .curve { fill: none; stroke-width: 2; }
              .ttft { stroke: #0550ae; }
              .gap { stroke: #bc4c00; }
              .floor { stroke: #57606a; stroke-width: 2; stroke-dasharray: 1 5; stroke-linecap: round; }
              .p90 { stroke-dasharray: 8 4; }
              .p99 { stroke-dasharray: 3 3; }
              .mark { stroke-width: 2; }
              .ttft.held { fill: #0550ae; }
              .gap.held { fill: #bc4c00; }
              .lost { fill: #ffffff; }
              @media (prefers-color-scheme: dark) {
                text { fill: #e6edf3; }
                .paper, .lost { fill: #0d1117; }
                .grid { stroke: #30363d; }
                .ttft { stroke: #79c0ff; }
                .gap { stroke: #ffa657; }
                .ttft.held { fill: #79c0ff; }
                .gap.held { fill: #ffa657; }
                .floor { stroke: #8b949e; }
              }
            </style>
            """;

    /** One line of the chart. */
    private record Curve(
            String label, String classes, boolean round, Function<CalibrationStep, OptionalDouble> microsOf) {}

    private static final List<Curve> CURVES = List.of(
            curve("TTFT p50", "ttft p50", CalibrationStep::ttftError, ErrorTail::p50Us),
            curve("TTFT p90", "ttft p90", CalibrationStep::ttftError, ErrorTail::p90Us),
            curve("TTFT p99", "ttft p99", CalibrationStep::ttftError, ErrorTail::p99Us),
            curve("gap p50", "gap p50", CalibrationStep::gapError, ErrorTail::p50Us),
            curve("gap p90", "gap p90", CalibrationStep::gapError, ErrorTail::p90Us),
            curve("gap p99", "gap p99", CalibrationStep::gapError, ErrorTail::p99Us));

    private final CalibrationResult calibration;
    private final LogAxis streams;
    private final LogAxis micros;
    private final StringBuilder svg = new StringBuilder();

    private CalibrationChart(CalibrationResult calibration) {
        this.calibration = calibration;
        List<Double> loads = calibration.steps().stream()
                .map(step -> (double) step.streams())
                .toList();
        streams = LogAxis.over(loads, LEFT, RIGHT);
        micros = LogAxis.over(allMicros(), BOTTOM, TOP);
    }

    /** Returns the whole document. */
    public static String svg(CalibrationResult calibration) {
        CalibrationChart chart = new CalibrationChart(calibration);
        chart.open();
        chart.axes();
        chart.floor();
        CURVES.forEach(chart::curve);
        chart.legend();
        return chart.svg.append("</svg>\n").toString();
    }

    private static Curve curve(
            String label,
            String classes,
            Function<CalibrationStep, ErrorTail> error,
            Function<ErrorTail, OptionalDouble> percentile) {
        return new Curve(label, classes, label.startsWith("TTFT"), error.andThen(percentile));
    }

    private List<Double> allMicros() {
        List<Double> all = new ArrayList<>();
        for (CalibrationStep step : calibration.steps()) {
            for (Curve curve : CURVES) {
                curve.microsOf().apply(step).ifPresent(all::add);
            }
        }
        all.add(floorMicros());
        all.removeIf(value -> value <= 0);
        return all;
    }

    /** The sleeper's 90th percentile, of the two times it was idle the worse one. */
    private double floorMicros() {
        Tail before = calibration.hiccupFloor().before();
        Tail after = calibration.hiccupFloor().after();
        return Math.max(before.p90(), after.p90()) * MICROS_PER_MILLI;
    }

    private void open() {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                        + " aria-labelledby=\"title desc\">",
                WIDTH, HEIGHT);
        add("<title id=\"title\">Error of Tokenpace's stamps on this machine, by load</title>");
        add("<desc id=\"desc\">%s</desc>", escaped(description()));
        svg.append(STYLE);
        add("<rect class=\"paper\" width=\"%d\" height=\"%d\"/>", WIDTH, HEIGHT);
        add(
                "<text class=\"name\" x=\"%d\" y=\"26\">Error of the stamps by load, %s</text>",
                LEFT, escaped(calibration.machine().cpu()));
    }

    /** The figures in words, for whoever cannot see the curves. */
    private String description() {
        StringBuilder words = new StringBuilder(
                "Errors in microseconds against streams under way, measured on " + calibration.measuredUtc() + ".");
        for (CalibrationStep step : calibration.steps()) {
            words.append(String.format(
                    Locale.ROOT,
                    " %,d streams, %s: TTFT p50 %s, p90 %s; gap p50 %s, p90 %s.",
                    step.streams(),
                    step.held() ? "held" : "not held",
                    Figures.of(step.ttftError().p50Us()),
                    Figures.of(step.ttftError().p90Us()),
                    Figures.of(step.gapError().p50Us()),
                    Figures.of(step.gapError().p90Us())));
        }
        return words.toString();
    }

    private void axes() {
        for (double decade : micros.decades()) {
            double y = micros.pixel(decade);
            add("<line class=\"grid\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>", LEFT, y, RIGHT, y);
            add("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>", LEFT - 8, y + MARK, number(decade));
        }
        for (CalibrationStep step : calibration.steps()) {
            double x = streams.pixel(step.streams());
            add("<line class=\"grid\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>", x, TOP, x, BOTTOM);
            add(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                    x, BOTTOM + 18, Figures.count(step.streams()));
        }
        add("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">streams</text>", (LEFT + RIGHT) / 2, BOTTOM + 40);
        add("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">µs</text>", LEFT - 8, TOP - 12);
    }

    private void floor() {
        if (floorMicros() > 0) {
            double y = micros.pixel(floorMicros());
            add("<line class=\"floor\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>", LEFT, y, RIGHT, y);
        }
    }

    private void curve(Curve curve) {
        StringBuilder points = new StringBuilder();
        StringBuilder marks = new StringBuilder();
        for (CalibrationStep step : calibration.steps()) {
            double error = curve.microsOf().apply(step).orElse(0);
            if (error > 0) {
                double x = streams.pixel(step.streams());
                double y = micros.pixel(error);
                points.append(String.format(Locale.ROOT, " %.1f,%.1f", x, y));
                marks.append(mark(curve, step.held(), x, y));
            }
        }
        add(
                "<polyline class=\"curve %s\" points=\"%s\"/>",
                curve.classes(), points.toString().strip());
        svg.append(marks);
    }

    private static String mark(Curve curve, boolean held, double x, double y) {
        String classes = "mark " + curve.classes().replaceFirst(" .*", "") + (held ? " held" : " lost");
        return curve.round()
                ? String.format(
                        Locale.ROOT, "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%d\"/>\n", classes, x, y, MARK)
                : String.format(
                        Locale.ROOT,
                        "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%d\" height=\"%d\"/>\n",
                        classes,
                        x - MARK,
                        y - MARK,
                        2 * MARK,
                        2 * MARK);
    }

    private void legend() {
        int y = TOP + 10;
        for (Curve curve : CURVES) {
            int middle = RIGHT + 36;
            add("<polyline class=\"curve %s\" points=\"%d,%d %d,%d\"/>", curve.classes(), RIGHT + 18, y, RIGHT + 54, y);
            svg.append(mark(curve, true, middle, y));
            add("<text x=\"%d\" y=\"%d\">%s</text>", RIGHT + 62, y + MARK, curve.label());
            y += LEGEND_STEP;
        }
        add("<line class=\"floor\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>", RIGHT + 18, y, RIGHT + 54, y);
        add("<text x=\"%d\" y=\"%d\">idle sleeper p90</text>", RIGHT + 62, y + MARK);
        add("<text x=\"%d\" y=\"%d\">hollow marks: not held</text>", RIGHT + 18, y + LEGEND_STEP + MARK);
    }

    private static String number(double decade) {
        return decade < 1 ? Double.toString(decade) : Figures.count(Math.round(decade));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
