package io.tokenpace.bench.workload;

import io.tokenpace.bench.wire.Ask;
import io.tokenpace.bench.wire.Passage;
import io.tokenpace.bench.wire.Turn;
import java.util.List;
import java.util.stream.Stream;

/** How large a text is likely to be that nobody has counted: English has about four characters a token. */
final class Estimate {
    private static final int CHARACTERS_PER_TOKEN = 4;

    private Estimate() {}

    /** Returns the likely size of a prompt. */
    static int tokens(Ask ask) {
        return tokens(Stream.concat(ask.system().stream(), passages(ask.turns())));
    }

    static int tokens(Turn turn) {
        return tokens(passages(List.of(turn)));
    }

    private static Stream<Passage> passages(List<Turn> turns) {
        return turns.stream().flatMap(turn -> turn.passages().stream());
    }

    private static int tokens(Stream<Passage> passages) {
        long characters = passages.mapToLong(passage -> passage.text().length()).sum();
        return Math.toIntExact((characters + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN);
    }
}
