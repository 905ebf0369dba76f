package io.tokenpace.bench.workload.dataset;

import io.tokenpace.bench.wire.Ask;
import io.tokenpace.bench.wire.Passage;
import io.tokenpace.bench.wire.Turn;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One thing to ask, as a dataset has it.
 *
 * @param line the number of the line it begins in, from 1
 * @param system what the model is told before anybody speaks, if anything
 * @param turns what is said up to the user's last turn, which is the last here; the first one is the user's too
 * @param maxTokens the most tokens the answer may have, where the dataset says so
 * @param answerWords the words of the answer that the dataset has to the last turn, if it has one
 */
public record Sample(
        long line, Optional<String> system, List<Turn> turns, OptionalInt maxTokens, OptionalInt answerWords) {
    public Sample {
        if (turns.isEmpty() || turns.get(turns.size() - 1).role() != Turn.Role.USER) {
            throw new IllegalArgumentException("turns (" + turns.size() + ") must end with one of the user's");
        }
        turns = List.copyOf(turns);
    }

    /** Returns the request that asks only what the user said first. */
    Ask opening(String model, int maxTokensElse) {
        return new Ask(model, system.map(Passage::of), turns.subList(0, 1), maxTokens.orElse(maxTokensElse));
    }

    /** Returns what the user said, turn by turn. */
    List<Turn> userTurns() {
        return turns.stream().filter(turn -> turn.role() == Turn.Role.USER).toList();
    }

    /** Returns the request that asks it; {@code maxTokensElse} holds where the dataset gives none. */
    public Ask ask(String model, int maxTokensElse) {
        return new Ask(model, system.map(Passage::of), turns, maxTokens.orElse(maxTokensElse));
    }
}
