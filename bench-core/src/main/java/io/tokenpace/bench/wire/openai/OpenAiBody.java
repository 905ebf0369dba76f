package io.tokenpace.bench.wire.openai;

import io.tokenpace.bench.wire.Ask;
import io.tokenpace.bench.wire.Parameters;
import io.tokenpace.bench.wire.Passage;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What the requests of chats and of text completions have in common. */
final class OpenAiBody {
    static final JsonFactory JSON = new JsonFactory();
    private static final int LIKELY_BYTES = 4_096;

    private final Parameters parameters;

    OpenAiBody(Parameters parameters, Dialect dialect) {
        if (parameters.topK().isPresent() && !dialect.takesTopK()) {
            throw new IllegalArgumentException("top-k (" + parameters.topK().getAsInt()
                    + ") must be left out for OpenAI's own service, which does not know it");
        }
        if (parameters.ignoreEos() && !dialect.takesIgnoreEos()) {
            throw new IllegalArgumentException(
                    "ignore-eos (true) must be false for OpenAI's own service, which does not know it");
        }
        this.parameters = parameters;
    }

    /**
     * Returns a request.
     *
     * @param maxTokensField what this API calls the most tokens an answer may have
     * @param rest writes the fields of one API only
     */
    byte[] of(Ask ask, String maxTokensField, Consumer<JsonGenerator> rest) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(LIKELY_BYTES);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), body)) {
            json.writeStartObject();
            json.writeStringProperty("model", ask.model());
            json.writeNumberProperty(maxTokensField, ask.maxTokens());
            writeStreaming(json);
            writeParameters(json, ask.maxTokens());
            rest.accept(json);
            json.writeEndObject();
        }
        return body.toByteArray();
    }

    /** A stream tells no usage unasked. */
    private void writeStreaming(JsonGenerator json) {
        json.writeBooleanProperty("stream", parameters.stream());
        if (parameters.stream()) {
            json.writeObjectPropertyStart("stream_options");
            json.writeBooleanProperty("include_usage", true);
            json.writeEndObject();
        }
    }

    /** Services that know only one of the two fields for a fixed length pass over the other. */
    private void writeParameters(JsonGenerator json, int maxTokens) {
        parameters.temperature().ifPresent(value -> json.writeNumberProperty("temperature", value));
        parameters.topP().ifPresent(value -> json.writeNumberProperty("top_p", value));
        parameters.topK().ifPresent(value -> json.writeNumberProperty("top_k", value));
        if (parameters.ignoreEos()) {
            json.writeBooleanProperty("ignore_eos", true);
            json.writeNumberProperty("min_tokens", maxTokens);
        }
    }

    /** Joins the pieces of what one side said; they hold their own spaces. */
    static String text(List<Passage> passages) {
        return passages.stream().map(Passage::text).collect(Collectors.joining());
    }
}
