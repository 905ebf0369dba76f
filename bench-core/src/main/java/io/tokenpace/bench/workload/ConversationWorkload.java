package io.tokenpace.bench.workload;

import io.tokenpace.bench.draw.Draws;
import io.tokenpace.bench.wire.Ask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Conversations, each of which is an item that opens it and follow-ups that carry the service's own answers forward. How
 * many turns each has, and how long its user thinks, is drawn; everything but the answers belongs to the seed.
 */
public final class ConversationWorkload implements Workload {
    private final ScriptedWorkload scripts;
    private final ConversationShape shape;
    private final long seed;
    private final String stream;
    private final Draws turnCounts;
    private final Draws thinkTimes;

    /** @param stream names the draws, as for the scripts' own */
    public ConversationWorkload(ScriptedWorkload scripts, ConversationShape shape, long seed, String stream) {
        this.scripts = scripts;
        this.shape = shape;
        this.seed = seed;
        this.stream = stream;
        this.turnCounts = Draws.of(seed, stream + ".turns");
        this.thinkTimes = Draws.of(seed, stream + ".think_time");
    }

    @Override
    public WorkItem item(long index) {
        Script script = scripts.script(index);
        return new Conversation(script, turns(script, index), shape, thinkTimes.fork(index)).opening();
    }

    private int turns(Script script, long index) {
        return Math.min(script.turns(), shape.turns().at(turnCounts.uniform(index)));
    }

    @Override
    public ItemSizes sizes(long index) {
        return scripts.sizes(index);
    }

    /** Returns the sizes of every turn, if each answer takes all it may. */
    @Override
    public List<ItemSizes> conversation(long index) {
        Script script = scripts.script(index);
        List<ItemSizes> turns = new ArrayList<>();
        ItemSizes turn = script.opening().sizes();
        turns.add(turn);
        for (int i = 2; i <= turns(script, index); i++) {
            Saying saying = script.later().apply(i);
            int said = saying.tokens() == WorkItem.UNKNOWN_SIZE ? Estimate.tokens(saying.turn()) : saying.tokens();
            turn = new ItemSizes(turn.cell(), turn.promptTokens() + turn.maxTokens() + said, saying.maxTokens());
            turns.add(turn);
        }
        return turns;
    }

    @Override
    public Optional<Ask> sample(int words) {
        return scripts.sample(words);
    }

    @Override
    public Workload sizedBy(TextSize line) {
        return new ConversationWorkload(scripts.sizedBy(line), shape, seed, stream);
    }

    @Override
    public void close() {
        scripts.close();
    }

    @Override
    public boolean has(long index) {
        return scripts.has(index);
    }

    @Override
    public List<String> notes() {
        return scripts.notes();
    }

    @Override
    public List<Cell> cells() {
        return scripts.cells();
    }
}
