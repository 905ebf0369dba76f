package io.tokenpace.bench.workload.dataset;

import io.tokenpace.bench.wire.Passage;
import io.tokenpace.bench.wire.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What was said in one sample, gathered turn by turn. */
final class Dialogue {
    private final List<Turn> turns = new ArrayList<>();
    private Optional<String> system = Optional.empty();
    private boolean blank;

    /** Takes the system's text; returns false if it stands neither first nor alone. */
    boolean system(String text) {
        if (system.isPresent() || !turns.isEmpty()) {
            return false;
        }
        system = Optional.of(text);
        return true;
    }

    void say(Turn.Role role, List<String> texts) {
        blank |= texts.stream().anyMatch(String::isBlank);
        turns.add(new Turn(role, texts.stream().map(Passage::of).toList()));
    }

    /** Returns whether the user speaks first and every turn says something. */
    boolean isWhole() {
        return !blank && !turns.isEmpty() && turns.get(0).role() == Turn.Role.USER;
    }

    /** Makes a sample of everything up to the user's last turn. The dialogue must be whole. */
    Sample sample(long line, OptionalInt maxTokens) {
        int asked = turns.size();
        while (turns.get(asked - 1).role() != Turn.Role.USER) {
            asked--;
        }
        return new Sample(line, system, turns.subList(0, asked), maxTokens, words(turns.subList(asked, turns.size())));
    }

    private static OptionalInt words(List<Turn> answer) {
        return answer.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(answer.stream()
                        .flatMap(turn -> turn.passages().stream())
                        .mapToInt(passage -> passage.text().strip().split("\\s+").length)
                        .sum());
    }
}
