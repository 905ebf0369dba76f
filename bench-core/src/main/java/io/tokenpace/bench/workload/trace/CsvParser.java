package io.tokenpace.bench.workload.trace;

import io.tokenpace.bench.workload.source.BrokenLineException;
import io.tokenpace.bench.workload.source.Excerpt;
import io.tokenpace.bench.workload.source.Reading;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Makes arrivals of the lines under a CSV header. Columns that the format does not name are passed over. */
final class CsvParser implements Reading.ExcerptParser<Arrival> {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final int SHOWN = 40;

    private final TraceFormat format;
    private final int columns;
    private final int time;
    private final int promptTokens;
    private final int answerTokens;

    /** @param header the names of the columns, in their order */
    CsvParser(TraceFormat format, List<String> header) {
        this.format = format;
        this.columns = header.size();
        this.time = column(header, format.time());
        this.promptTokens = column(header, format.promptTokens());
        this.answerTokens = column(header, format.answerTokens());
    }

    private static int column(List<String> header, String name) {
        return header.stream().map(CsvParser::folded).toList().indexOf(folded(name));
    }

    /** Column names are the same whatever the case of their letters. */
    static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public Arrival parse(Excerpt excerpt) throws BrokenLineException {
        List<String> fields = CsvFields.of(excerpt);
        if (fields.size() != columns) {
            throw new BrokenLineException(
                    excerpt.line(), "fields (" + fields.size() + ") must be " + columns + " as in the header");
        }
        return new Arrival(
                excerpt.line(),
                nanos(excerpt, fields.get(time)),
                tokens(excerpt, format.promptTokens(), fields.get(promptTokens)),
                tokens(excerpt, format.answerTokens(), fields.get(answerTokens)),
                List.of());
    }

    private long nanos(Excerpt excerpt, String text) throws BrokenLineException {
        boolean clock = format == TraceFormat.AZURE;
        OptionalLong nanos = clock ? Times.ofClock(text) : Times.ofSeconds(text);
        if (nanos.isEmpty()) {
            throw broken(
                    excerpt,
                    format.time(),
                    text,
                    clock ? "must be a time such as 2024-05-12 00:00:00.001163" : "must be a number of seconds");
        }
        return nanos.getAsLong();
    }

    private static int tokens(Excerpt excerpt, String name, String text) throws BrokenLineException {
        if (!NUMBER.matcher(text).matches()) {
            throw broken(excerpt, name, text, "must be a whole number, 0 or more");
        }
        long tokens = Long.parseLong(text);
        if (tokens > Arrival.MOST_TOKENS) {
            throw broken(excerpt, name, text, "must be at most " + Arrival.MOST_TOKENS);
        }
        return (int) tokens;
    }

    private static BrokenLineException broken(Excerpt excerpt, String name, String text, String rule) {
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return new BrokenLineException(excerpt.line(), name + " (" + shown + ") " + rule);
    }
}
