package io.tokenpace.bench.workload;

import io.tokenpace.bench.draw.Draws;
import io.tokenpace.bench.wire.Ask;
import io.tokenpace.bench.wire.Passage;
import io.tokenpace.bench.wire.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One conversation. It holds no state: each follow-up carries what was said before it. */
final class Conversation {
    private final Script script;
    private final int turns;
    private final ConversationShape shape;
    private final Draws thinkTimes;

    Conversation(Script script, int turns, ConversationShape shape, Draws thinkTimes) {
        this.script = script;
        this.turns = turns;
        this.shape = shape;
        this.thinkTimes = thinkTimes;
    }

    WorkItem opening() {
        return turn(1, script.opening().promptTokens(), script.opening().ask());
    }

    /** @param ask all that was said so far, without the mark of its end */
    private WorkItem turn(int number, int promptTokens, Ask ask) {
        Optional<FollowUp> followUp = number == turns
                ? Optional.empty()
                : Optional.of((answer, tokensSoFar) -> after(ask, answer, tokensSoFar, number + 1));
        return new WorkItem(
                script.opening().cell(),
                shape.isTalk() ? number : 0,
                promptTokens,
                shape.cacheEndingEachTurn() ? marked(ask) : ask,
                shape.thinkTime().nanosAt(thinkTimes.uniform(number)),
                followUp);
    }

    private WorkItem after(Ask before, String answer, int tokensSoFar, int number) {
        Saying saying = script.later().apply(number);
        boolean counted = tokensSoFar != WorkItem.UNKNOWN_SIZE && saying.tokens() != WorkItem.UNKNOWN_SIZE;
        return turn(
                number,
                counted ? tokensSoFar + saying.tokens() : WorkItem.UNKNOWN_SIZE,
                new Ask(
                        before.model(),
                        before.system(),
                        carried(before.turns(), answer, saying.turn()),
                        saying.maxTokens()));
    }

    /** An answer without a word, a call of a tool for one, cannot be carried: services refuse empty text. */
    private static List<Turn> carried(List<Turn> said, String answer, Turn next) {
        List<Turn> turns = new ArrayList<>(said);
        if (!answer.isBlank()) {
            turns.add(Turn.assistant(answer));
        }
        turns.add(next);
        return turns;
    }

    /** Returns the same with its newest end to be cached. Marks are few, and what older ones have kept is still found. */
    private static Ask marked(Ask ask) {
        List<Turn> turns = new ArrayList<>(ask.turns());
        Turn newest = turns.remove(turns.size() - 1);
        List<Passage> passages = new ArrayList<>(newest.passages());
        Passage end = passages.remove(passages.size() - 1);
        passages.add(new Passage(end.text(), true));
        turns.add(new Turn(newest.role(), passages));
        return new Ask(ask.model(), ask.system(), turns, ask.maxTokens());
    }
}
