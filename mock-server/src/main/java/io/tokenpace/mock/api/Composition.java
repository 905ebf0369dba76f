package io.tokenpace.mock.api;

import io.tokenpace.mock.model.AnswerLength;
import io.tokenpace.mock.model.RequestKey;
import io.tokenpace.mock.model.Verbosity;
import io.tokenpace.mock.text.AnswerText;
import io.tokenpace.mock.text.Sampler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts an answer together block by block, until it has said everything or reached the request's ceiling: first its
 * thinking, then a text, or the call of a tool with perhaps some words before it.
 *
 * <p>Whatever ends it, there is at least one block. How the blocks are written is up to the API's wording.
 *
 * @param <B> a block in that wording
 */
final class Composition<B extends TokenRun> {
    private final AnswerRequest request;
    private final ContentAsk ask;
    private final Wording<B> wording;
    private final RequestKey key;
    private final Sampler sampler;
    private final List<B> blocks = new ArrayList<>();
    private int tokens;

    private Composition(AnswerRequest request, ContentAsk ask, Wording<B> wording, RequestKey key, Sampler sampler) {
        this.request = request;
        this.ask = ask;
        this.wording = wording;
        this.key = key;
        this.sampler = sampler;
    }

    /** Answers a request that asks for such content, as a service of this verbosity does. */
    static <B extends TokenRun> Content<B> of(
            AnswerRequest request,
            ContentAsk ask,
            Wording<B> wording,
            RequestKey key,
            Verbosity verbosity,
            Sampler sampler) {
        Composition<B> composition = new Composition<>(request, ask, wording, key, sampler);
        composition.think(verbosity);
        int thinkingTokens = composition.tokens;
        Ending ending = composition.speak(verbosity);
        return new Content<>(composition.blocks, thinkingTokens, ending);
    }

    private void think(Verbosity verbosity) {
        int wanted = ask.thinking().tokens(verbosity.thinkingTokens(), request.maxTokens());
        if (wanted > 0) {
            add(wording.thinking(wanted, ask.thinking(), words(key.thinkingBits())));
        }
    }

    private Ending speak(Verbosity verbosity) {
        Optional<Tool> called = ask.tools().called(key);
        return called.isPresent()
                ? call(called.orElseThrow())
                : say(verbosity.textWithin(Math.max(0, request.minTokens() - tokens), room()));
    }

    private Ending say(AnswerLength length) {
        return write(length.tokens()).map(Ending::at).orElse(length.natural() ? Ending.END_TURN : Ending.MAX_TOKENS);
    }

    private Ending call(Tool tool) {
        int words = Math.min(room(), ask.tools().words(key));
        if (words > 0 || room() == 0) {
            Optional<String> stopped = write(words);
            if (stopped.isPresent()) {
                return Ending.at(stopped.orElseThrow());
            }
        }
        if (room() == 0) {
            return Ending.MAX_TOKENS;
        }
        ToolInput input = ToolInput.of(tool.schema(), key);
        boolean complete = input.tokens() <= room();
        add(wording.call(tool, input, Math.min(room(), input.tokens())));
        return complete ? Ending.TOOL_USE : Ending.MAX_TOKENS;
    }

    /** Adds a text of so many tokens, and returns the stop sequence that ended it before, if one did. */
    private Optional<String> write(int wanted) {
        Words words = words(key.bits());
        StopMatch match = StopMatch.in(words, wanted, ask.stopSequences());
        add(wording.text(words, match));
        return match.sequence();
    }

    private Words words(long bits) {
        return new Words(new AnswerText(bits, request.promptTokens(), sampler));
    }

    private void add(B block) {
        blocks.add(block);
        tokens += block.tokens();
    }

    private int room() {
        return request.maxTokens() - tokens;
    }
}
