package io.tokenpace.bench.wire.anthropic;

import io.tokenpace.bench.wire.Ask;
import io.tokenpace.bench.wire.Parameters;
import io.tokenpace.bench.wire.Passage;
import io.tokenpace.bench.wire.Thinking;
import io.tokenpace.bench.wire.Turn;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** Writes one request: plain text as a string, text that is to be cached as blocks with their breakpoints. */
final class AnthropicBody {
    private final JsonGenerator json;
    private final Parameters parameters;

    AnthropicBody(JsonGenerator json, Parameters parameters) {
        this.json = json;
        this.parameters = parameters;
    }

    void write(Ask ask) {
        json.writeStartObject();
        json.writeStringProperty("model", ask.model());
        json.writeNumberProperty("max_tokens", ask.maxTokens());
        json.writeBooleanProperty("stream", parameters.stream());
        writeParameters();
        prompt(ask);
        json.writeEndObject();
    }

    /** Writes the prompt alone, as it is sent to be counted. */
    void writePrompt(Ask ask) {
        json.writeStartObject();
        json.writeStringProperty("model", ask.model());
        prompt(ask);
        json.writeEndObject();
    }

    private void prompt(Ask ask) {
        ask.system().ifPresent(system -> {
            json.writeName("system");
            content(List.of(system));
        });
        json.writeArrayPropertyStart("messages");
        ask.turns().forEach(this::message);
        json.writeEndArray();
    }

    private void writeParameters() {
        parameters.temperature().ifPresent(value -> json.writeNumberProperty("temperature", value));
        parameters.topP().ifPresent(value -> json.writeNumberProperty("top_p", value));
        parameters.topK().ifPresent(value -> json.writeNumberProperty("top_k", value));
        parameters.thinking().ifPresent(this::thinking);
    }

    private void thinking(Thinking thinking) {
        json.writeObjectPropertyStart("thinking");
        json.writeStringProperty("type", thinking.mode());
        thinking.budgetTokens().ifPresent(tokens -> json.writeNumberProperty("budget_tokens", tokens));
        thinking.display().ifPresent(display -> json.writeStringProperty("display", display));
        json.writeEndObject();
    }

    private void message(Turn turn) {
        json.writeStartObject();
        json.writeStringProperty("role", turn.role().name().toLowerCase(Locale.ROOT));
        json.writeName("content");
        content(turn.passages());
        json.writeEndObject();
    }

    private void content(List<Passage> passages) {
        if (passages.size() == 1 && !passages.get(0).cached()) {
            json.writeString(passages.get(0).text());
            return;
        }
        json.writeStartArray();
        passages.forEach(this::block);
        json.writeEndArray();
    }

    private void block(Passage passage) {
        json.writeStartObject();
        json.writeStringProperty("type", "text");
        json.writeStringProperty("text", passage.text());
        if (passage.cached()) {
            json.writeObjectPropertyStart("cache_control");
            json.writeStringProperty("type", "ephemeral");
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
