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
 * <p>Whatever ends it, there is at least one block.
 */
final class Composition {
    private final MessagesRequest request;
    private final RequestKey key;
    private final Sampler sampler;
    private final List<ContentBlock> blocks = new ArrayList<>();
    private int tokens;

    private Composition(MessagesRequest request, RequestKey key, Sampler sampler) {
        this.request = request;
        this.key = key;
        this.sampler = sampler;
    }

    static Answer answer(
            MessagesRequest request, InputUsage input, RequestKey key, Verbosity verbosity, Sampler sampler) {
        Composition composition = new Composition(request, key, sampler);
        composition.think(verbosity);
        int thinkingTokens = composition.tokens;
        Ending ending = composition.speak(verbosity);
        return new Answer(Identifiers.message(key), request.model(), input, composition.blocks, thinkingTokens, ending);
    }

    private void think(Verbosity verbosity) {
        ThinkingAsk ask = request.content().thinking();
        int wanted = ask.tokens(verbosity.thinkingTokens(), request.maxTokens());
        if (wanted > 0) {
            add(new ThinkingBlock(wanted, ask.summarized(), words(key.thinkingBits()), key));
        }
    }

    private Ending speak(Verbosity verbosity) {
        Optional<Tool> called = request.content().tools().called(key);
        return called.isPresent() ? call(called.orElseThrow()) : say(verbosity.textWithin(room()));
    }

    private Ending say(AnswerLength length) {
        return write(length.tokens()).map(Ending::at).orElse(length.natural() ? Ending.END_TURN : Ending.MAX_TOKENS);
    }

    private Ending call(Tool tool) {
        int words = Math.min(room(), request.content().tools().words(key));
        if (words > 0 || room() == 0) {
            Optional<String> stopped = write(words);
            if (stopped.isPresent()) {
                return Ending.at(stopped.orElseThrow());
            }
        }
        if (room() == 0) {
            return Ending.MAX_TOKENS;
        }
        ToolUseBlock call = new ToolUseBlock(tool, key, ToolInput.of(tool.schema(), key), room());
        add(call);
        return call.isComplete() ? Ending.TOOL_USE : Ending.MAX_TOKENS;
    }

    /** Adds a text of so many tokens, and returns the stop sequence that ended it before, if one did. */
    private Optional<String> write(int wanted) {
        Words words = words(key.bits());
        StopMatch match = StopMatch.in(words, wanted, request.content().stopSequences());
        add(new TextBlock(words, match));
        return match.sequence();
    }

    private Words words(long bits) {
        return new Words(new AnswerText(bits, request.promptTokens(), sampler));
    }

    private void add(ContentBlock block) {
        blocks.add(block);
        tokens += block.tokens();
    }

    private int room() {
        return request.maxTokens() - tokens;
    }
}
