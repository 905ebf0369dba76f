package io.tokenpace.bench.wire.anthropic;

import io.tokenpace.bench.wire.AnswerReader;
import io.tokenpace.bench.wire.Ask;
import io.tokenpace.bench.wire.EventShapes;
import io.tokenpace.bench.wire.Parameters;
import io.tokenpace.bench.wire.PromptCount;
import io.tokenpace.bench.wire.WireFormat;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Anthropic's Messages API. Unasked it sends no sampling parameters: newer models refuse them, even at their defaults.
 */
public final class AnthropicFormat implements WireFormat {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int LIKELY_BYTES = 4_096;

    private final Parameters parameters;

    public AnthropicFormat() {
        this(Parameters.STREAMING);
    }

    /** @throws IllegalArgumentException if no model of this API takes these parameters */
    public AnthropicFormat(Parameters parameters) {
        ParameterRules.check(parameters);
        this.parameters = parameters;
    }

    @Override
    public String path() {
        return "/v1/messages";
    }

    @Override
    public String modelsPath() {
        return "/v1/models";
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("anthropic-version", "2023-06-01");
    }

    @Override
    public byte[] body(Ask ask) {
        return written(body -> body.write(ask));
    }

    @Override
    public Optional<PromptCount> promptCount() {
        return Optional.of(new PromptCount() {
            @Override
            public String path() {
                return AnthropicFormat.this.path() + "/count_tokens";
            }

            @Override
            public byte[] body(Ask ask) {
                return written(body -> body.writePrompt(ask));
            }
        });
    }

    private byte[] written(Consumer<AnthropicBody> writing) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(LIKELY_BYTES);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), body)) {
            writing.accept(new AnthropicBody(json, parameters));
        }
        return body.toByteArray();
    }

    @Override
    public AnswerReader newReader() {
        return newReader(new EventShapes(EventShapes.USUAL));
    }

    static AnswerReader newReader(EventShapes shapes) {
        return new AnthropicReader(JSON, shapes);
    }
}
