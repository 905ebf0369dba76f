package io.tokenpace.bench.wire.openai;

import io.tokenpace.bench.wire.AnswerReader;
import io.tokenpace.bench.wire.Ask;
import io.tokenpace.bench.wire.EventShapes;
import io.tokenpace.bench.wire.Parameters;
import io.tokenpace.bench.wire.Passage;
import io.tokenpace.bench.wire.WireFormat;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Text completions in OpenAI's manner. The prompt is the system text and the turns, one after the other with a single
 * space between them and nobody named: a space is part of the word behind it in nearly every tokenizer, so that the
 * prompt is as long as its parts together.
 */
public final class CompletionsFormat implements WireFormat {
    private final OpenAiBody body;

    /** @throws IllegalArgumentException if a parameter has no place in these requests */
    public CompletionsFormat(Parameters parameters, Dialect dialect) {
        parameters.thinking().ifPresent(thinking -> {
            throw new IllegalArgumentException(
                    "thinking (" + thinking + ") must be left out for text completions, which do not reason");
        });
        this.body = new OpenAiBody(parameters, dialect);
    }

    @Override
    public String path() {
        return "/completions";
    }

    @Override
    public Map<String, String> headers() {
        return Map.of();
    }

    @Override
    public byte[] body(Ask ask) {
        return body.of(ask, "max_tokens", json -> json.writeStringProperty("prompt", prompt(ask)));
    }

    private static String prompt(Ask ask) {
        Stream<String> turns = ask.turns().stream().map(turn -> OpenAiBody.text(turn.passages()));
        return Stream.concat(ask.system().stream().map(Passage::text), turns).reduce("", CompletionsFormat::joined);
    }

    /** A completion carried forward has brought its own space. */
    private static String joined(String before, String next) {
        boolean apart = before.isEmpty()
                || Character.isWhitespace(before.charAt(before.length() - 1))
                || next.isEmpty()
                || Character.isWhitespace(next.charAt(0));
        return before + (apart ? "" : " ") + next;
    }

    @Override
    public AnswerReader newReader() {
        return new OpenAiReader(OpenAiBody.JSON, new EventShapes(EventShapes.USUAL));
    }
}
