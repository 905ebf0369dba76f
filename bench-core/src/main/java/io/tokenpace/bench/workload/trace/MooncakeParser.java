package io.tokenpace.bench.workload.trace;

import io.tokenpace.bench.workload.source.BrokenLineException;
import io.tokenpace.bench.workload.source.Excerpt;
import io.tokenpace.bench.workload.source.JsonReader;
import io.tokenpace.bench.workload.source.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Makes arrivals of Mooncake's lines, such as {@code {"timestamp": 27482, "input_length": 6955, "output_length": 52,
 * "hash_ids": [46, 47]}}. Traces that only look alike (seconds instead of milliseconds, blocks of another size) break a
 * rule here.
 */
final class MooncakeParser implements Reading.ExcerptParser<Arrival> {
    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final long LAST_MILLI = Long.MAX_VALUE / NANOS_PER_MILLI;

    @Override
    public Arrival parse(Excerpt excerpt) throws BrokenLineException {
        Members members = new Members();
        JsonReader.read(excerpt, members);
        return members.arrival(excerpt.line());
    }

    private static final class Members implements JsonReader.Members {
        private OptionalLong millis = OptionalLong.empty();
        private OptionalLong promptTokens = OptionalLong.empty();
        private OptionalLong answerTokens = OptionalLong.empty();
        private final List<Long> blocks = new ArrayList<>();

        @Override
        public void member(JsonReader json, String name) throws BrokenLineException {
            switch (name) {
                case "timestamp" ->
                    millis = OptionalLong.of(
                            json.whole(name, 0, LAST_MILLI, "must be a whole number of milliseconds, 0 or more"));
                case "input_length" -> promptTokens = tokens(json, name);
                case "output_length" -> answerTokens = tokens(json, name);
                case "hash_ids" ->
                    json.array(
                            name,
                            id -> blocks.add(
                                    id.whole("a hash id", Long.MIN_VALUE, Long.MAX_VALUE, "must be a whole number")));
                default -> json.skip();
            }
        }

        private static OptionalLong tokens(JsonReader json, String name) throws BrokenLineException {
            return OptionalLong.of(json.whole(name, 0, Arrival.MOST_TOKENS, "must be a whole number, 0 or more"));
        }

        private Arrival arrival(long line) throws BrokenLineException {
            if (millis.isEmpty() || promptTokens.isEmpty() || answerTokens.isEmpty()) {
                throw new BrokenLineException(line, "timestamp, input_length and output_length must be there");
            }
            int tokens = (int) promptTokens.getAsLong();
            if (blocks.size() > PrefixBlocks.most(tokens)) {
                throw new BrokenLineException(
                        line,
                        "hash_ids (" + blocks.size() + ") must be at most " + PrefixBlocks.most(tokens)
                                + " for input_length " + tokens + ", in blocks of " + PrefixBlocks.TOKENS);
            }
            return new Arrival(
                    line, millis.getAsLong() * NANOS_PER_MILLI, tokens, (int) answerTokens.getAsLong(), blocks);
        }
    }
}
