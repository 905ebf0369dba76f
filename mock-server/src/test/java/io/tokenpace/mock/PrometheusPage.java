package io.tokenpace.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page in Prometheus's text format, read by the published grammar of version 0.0.4 and held to its rules. */
final class PrometheusPage {
    private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\"";
    private static final Pattern HELP = Pattern.compile("# HELP (" + NAME + ") (.+)");
    private static final Pattern TYPE = Pattern.compile("# TYPE (" + NAME + ") (counter|gauge|histogram|summary)");
    private static final Pattern SAMPLE = Pattern.compile("(" + NAME + ")(?:\\{(" + LABEL + "(?:," + LABEL
            + ")*)})? ([+-]?(?:[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|Inf)|NaN)");
    private static final Pattern ONE_LABEL = Pattern.compile("([a-zA-Z_0-9]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Map<String, String> types = new LinkedHashMap<>();
    private final Map<String, Double> samples = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> labels = new LinkedHashMap<>();

    private PrometheusPage() {}

    static PrometheusPage read(String text) {
        assertThat(text).endsWith("\n");
        PrometheusPage page = new PrometheusPage();
        String helped = "";
        String family = "";
        for (String line : text.lines().toList()) {
            Matcher help = HELP.matcher(line);
            Matcher type = TYPE.matcher(line);
            if (help.matches()) {
                helped = help.group(1);
            } else if (type.matches()) {
                family = type.group(1);
                assertThat(family).isEqualTo(helped);
                assertThat(page.types.put(family, type.group(2))).as(family).isNull();
            } else {
                page.sample(line, family);
            }
        }
        page.types.forEach((name, type) -> {
            if (type.equals("histogram")) {
                page.checkHistogram(name);
            }
        });
        return page;
    }

    Map<String, String> types() {
        return types;
    }

    /** The value of the only sample with this name and, in any order, these labels among its own. */
    double value(String name, String... wanted) {
        List<Double> found = new ArrayList<>();
        samples.forEach((key, value) -> {
            if (key.startsWith(name + "{")) {
                boolean all = true;
                for (String label : wanted) {
                    String[] parts = label.split("=", 2);
                    all &= parts[1].equals(labels.get(key).get(parts[0]));
                }
                if (all) {
                    found.add(value);
                }
            }
        });
        assertThat(found).as(name).hasSize(1);
        return found.get(0);
    }

    /** All values of one label. */
    List<String> values(String label) {
        return labels.values().stream()
                .filter(all -> all.containsKey(label))
                .map(all -> all.get(label))
                .distinct()
                .toList();
    }

    private void sample(String line, String family) {
        Matcher sample = SAMPLE.matcher(line);
        assertThat(sample.matches()).as(line).isTrue();
        String name = sample.group(1);
        String type = types.get(family);
        List<String> names = type.equals("histogram")
                ? List.of(family + "_bucket", family + "_sum", family + "_count")
                : type.equals("summary") ? List.of(family, family + "_sum", family + "_count") : List.of(family);
        assertThat(names).contains(name);
        Map<String, String> own = new TreeMap<>();
        Matcher label = ONE_LABEL.matcher(sample.group(2) == null ? "" : sample.group(2));
        while (label.find()) {
            assertThat(own.put(label.group(1), label.group(2))).as(line).isNull();
        }
        String key = name + own;
        String number = sample.group(3);
        assertThat(samples.put(key, number.endsWith("Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(number)))
                .as(line)
                .isNull();
        labels.put(key, own);
    }

    /** Holds a histogram to buckets that only rise, in bounds and in counts, and end with the count of all. */
    private void checkHistogram(String family) {
        double bound = Double.NEGATIVE_INFINITY;
        double count = 0;
        List<String> buckets = samples.keySet().stream()
                .filter(key -> key.startsWith(family + "_bucket{"))
                .toList();
        for (String bucket : buckets) {
            String le = labels.get(bucket).get("le");
            double next = le.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(le);
            assertThat(next).as(bucket).isGreaterThan(bound);
            assertThat(samples.get(bucket)).as(bucket).isGreaterThanOrEqualTo(count);
            bound = next;
            count = samples.get(bucket);
        }
        assertThat(bound).as(family).isInfinite();
        assertThat(value(family + "_count")).as(family).isEqualTo(count);
        assertThat(value(family + "_sum")).as(family).isNotNegative();
    }
}
