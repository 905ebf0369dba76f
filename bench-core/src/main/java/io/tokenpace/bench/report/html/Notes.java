package io.tokenpace.bench.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a reader should know of what a page leaves out. */
final class Notes {
    private final List<String> texts = new ArrayList<>();

    void add(String format, Object... values) {
        texts.add(String.format(Locale.ROOT, format, values));
    }

    List<String> texts() {
        return List.copyOf(texts);
    }
}
