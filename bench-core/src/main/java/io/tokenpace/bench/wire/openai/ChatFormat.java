package io.tokenpace.bench.wire.openai;

import io.tokenpace.bench.wire.AnswerReader;
import io.tokenpace.bench.wire.Ask;
import io.tokenpace.bench.wire.EventShapes;
import io.tokenpace.bench.wire.Parameters;
import io.tokenpace.bench.wire.Thinking;
import io.tokenpace.bench.wire.WireFormat;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/**
 * Chats in OpenAI's manner. Each turn is a message with one string, which every service of this kind takes; what is to be
 * cached is not marked, for they cache unasked.
 */
public final class ChatFormat implements WireFormat {
    private final Parameters parameters;
    private final Dialect dialect;
    private final OpenAiBody body;

    /** @throws IllegalArgumentException if a parameter has no place in these requests */
    public ChatFormat(Parameters parameters, Dialect dialect) {
        parameters.thinking().filter(thinking -> !thinking.isEffort()).ifPresent(thinking -> {
            throw new IllegalArgumentException(
                    "thinking (" + thinking + ") must be " + Thinking.EFFORTS + " for an OpenAI-compatible service");
        });
        this.parameters = parameters;
        this.dialect = dialect;
        this.body = new OpenAiBody(parameters, dialect);
    }

    @Override
    public String path() {
        return "/chat/completions";
    }

    @Override
    public Map<String, String> headers() {
        return Map.of();
    }

    @Override
    public byte[] body(Ask ask) {
        return body.of(ask, dialect.chatMaxTokens(), json -> {
            parameters.thinking().ifPresent(effort -> json.writeStringProperty("reasoning_effort", effort.mode()));
            json.writeArrayPropertyStart("messages");
            ask.system().ifPresent(system -> message(json, "system", system.text()));
            ask.turns()
                    .forEach(turn -> message(
                            json, turn.role().name().toLowerCase(Locale.ROOT), OpenAiBody.text(turn.passages())));
            json.writeEndArray();
        });
    }

    private static void message(JsonGenerator json, String role, String content) {
        json.writeStartObject();
        json.writeStringProperty("role", role);
        json.writeStringProperty("content", content);
        json.writeEndObject();
    }

    @Override
    public AnswerReader newReader() {
        return new OpenAiReader(OpenAiBody.JSON, new EventShapes(EventShapes.USUAL));
    }
}
