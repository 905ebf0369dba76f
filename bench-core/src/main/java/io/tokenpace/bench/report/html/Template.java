package io.tokenpace.bench.report.html;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A page with markers where something is to stand. */
final class Template {
    private final String text;

    Template(String text) {
        this.text = text;
    }

    /** What is to stand at a marker; it leaves the stream open. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes the page, each marker replaced by its content.
     *
     * @throws IllegalStateException if the page does not hold every marker once
     */
    void write(OutputStream out, Map<String, Content> contents) throws IOException {
        contents.keySet().forEach(this::check);
        int from = 0;
        while (from < text.length()) {
            int start = text.length();
            String marker = "";
            for (String candidate : contents.keySet()) {
                int at = text.indexOf(candidate, from);
                if (at >= 0 && at < start) {
                    start = at;
                    marker = candidate;
                }
            }
            out.write(text.substring(from, start).getBytes(StandardCharsets.UTF_8));
            if (!marker.isEmpty()) {
                contents.get(marker).writeTo(out);
            }
            from = start + marker.length();
        }
    }

    private void check(String marker) {
        int at = text.indexOf(marker);
        if (at < 0 || at != text.lastIndexOf(marker)) {
            throw new IllegalStateException("the page must hold the marker " + marker + " once");
        }
    }
}
