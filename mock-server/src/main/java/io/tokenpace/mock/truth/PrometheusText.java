package io.tokenpace.mock.truth;

/** Writes metrics in Prometheus's text format, version 0.0.4. */
final class PrometheusText {
    private final String labels;
    private final StringBuilder out = new StringBuilder(16 * 1024);

    /** A text whose samples all have these labels, without braces; or none if it is empty. */
    PrometheusText(String labels) {
        this.labels = labels;
    }

    /** Returns one label, its value escaped. */
    static String label(String name, String value) {
        return name + "=\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    /** Begins a family, whose samples must follow. */
    void family(String name, String type, String help) {
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    void gauge(String name, String help, double value) {
        family(name, "gauge", help);
        sample(name, "", value);
    }

    void counter(String name, String help, double value) {
        family(name, "counter", help);
        sample(name, "", value);
    }

    /** Writes a histogram whose values are so many to a unit. */
    void histogram(String name, String help, BucketCounts values, double perUnit) {
        family(name, "histogram", help);
        long[] counts = values.counts();
        long cumulative = 0;
        for (int bucket = 0; bucket < values.buckets(); bucket++) {
            cumulative += counts[bucket];
            sample(name + "_bucket", label("le", Double.toString(values.bound(bucket) / perUnit)), cumulative);
        }
        cumulative += counts[values.buckets()];
        sample(name + "_bucket", label("le", "+Inf"), cumulative);
        sample(name + "_sum", "", values.sum() / perUnit);
        sample(name + "_count", "", cumulative);
    }

    /** Writes a sample, with one more label or with none if it is empty. */
    void sample(String name, String label, double value) {
        String all = label.isEmpty() || labels.isEmpty() ? labels + label : labels + "," + label;
        out.append(name);
        if (!all.isEmpty()) {
            out.append('{').append(all).append('}');
        }
        out.append(' ').append(value).append('\n');
    }

    String text() {
        return out.toString();
    }
}
