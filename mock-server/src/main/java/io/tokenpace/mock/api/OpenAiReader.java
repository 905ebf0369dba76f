package io.tokenpace.mock.api;

import io.tokenpace.mock.text.Sampling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the bodies of {@code POST /v1/chat/completions} and {@code POST /v1/completions}, and holds them to the rules of
 * the API.
 *
 * <p>Of vLLM's additions it knows {@code ignore_eos}, {@code min_tokens}, {@code top_k}, {@code cache_salt},
 * {@code chat_template_kwargs.enable_thinking} and {@code stream_options.continuous_usage_stats}. Fields that no rule here knows are skipped rather than refused.
 */
public final class OpenAiReader {
    /** No string can be longer than the largest body that is accepted. */
    private static final int MAX_STRING_CHARS = 32 * 1024 * 1024;

    /** The {@code top_k} that keeps all tokens, as 0 does too. */
    private static final int ALL_TOKENS = -1;

    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(MAX_STRING_CHARS)
                    .build())
            .build());

    private final ModelCatalogue models;

    public OpenAiReader(ModelCatalogue models) {
        this.models = models;
    }

    /**
     * Reads a request.
     *
     * @throws OpenAiRefusedException if the API would refuse it, or this server cannot do what it asks
     */
    public OpenAiRequest read(byte[] json, OpenAiKind kind) throws OpenAiRefusedException {
        OpenAiBody body = body(json, kind);
        OpenAiFields fields = body.fields();
        Optional<String> name = fields.string("model").filter(model -> !model.isEmpty());
        if (name.isEmpty()) {
            throw new OpenAiRefusedException(OpenAiRefusal.malformed("you must provide a model parameter"));
        }
        Model model = model(name.orElseThrow());
        List<PromptBlock> blocks =
                body.prompt().orElseThrow(() -> new OpenAiRefusedException(OpenAiRefusal.missing(kind.promptField())));
        Prompt prompt = cachedThroughout(blocks, fields.string("cache_salt"));
        checkLength(prompt, model, kind);
        checkChoices(fields);
        int maxTokens = maxTokens(fields, kind, model);
        int minTokens = minTokens(fields, maxTokens);
        return new OpenAiRequest(
                kind,
                name.orElseThrow(),
                model,
                prompt,
                minTokens,
                maxTokens,
                OpenAiStreaming.read(fields),
                sampling(fields),
                OpenAiContentAsks.read(fields, kind, body.tools(), minTokens));
    }

    private static OpenAiBody body(byte[] json, OpenAiKind kind) throws OpenAiRefusedException {
        try (JsonParser parser = JSON.createParser(json)) {
            return OpenAiBody.read(parser, kind);
        } catch (JacksonException e) {
            throw new OpenAiRefusedException(
                    OpenAiRefusal.malformed("We could not parse the JSON body of your request: "
                            + e.getOriginalMessage().lines().findFirst().orElse("")));
        }
    }

    private Model model(String name) throws OpenAiRefusedException {
        try {
            return models.named(name);
        } catch (RefusedException unknown) {
            throw new OpenAiRefusedException(OpenAiRefusal.noSuchModel(name));
        }
    }

    /** Lets every prefix be cached, as this API does unasked; what different salts have cached stays apart. */
    private static Prompt cachedThroughout(List<PromptBlock> blocks, Optional<String> salt) {
        List<PromptBlock> cached = new ArrayList<>();
        for (PromptBlock block : blocks) {
            cached.add(block.cachedFor(CacheTtl.FIVE_MINUTES));
        }
        salt.ifPresent(value -> cached.set(0, cached.get(0).in(Fingerprint.of(value))));
        return new Prompt(cached);
    }

    private static void checkLength(Prompt prompt, Model model, OpenAiKind kind) throws OpenAiRefusedException {
        OpenAiFields.require(
                prompt.tokens() <= model.maxInputTokens(),
                kind.promptField(),
                "context_length_exceeded",
                "This model's maximum context length is " + model.maxInputTokens() + " tokens. However, your "
                        + kind.promptField() + " resulted in " + prompt.tokens()
                        + " tokens. Please reduce the length of the " + kind.promptField() + ".");
    }

    private static void checkChoices(OpenAiFields fields) throws OpenAiRefusedException {
        int choices = fields.integer("n", 1).orElse(1);
        OpenAiFields.require(
                choices == 1,
                "n",
                "unsupported_value",
                "Invalid 'n': this server gives one choice. Expected 1, but got " + choices + " instead.");
    }

    /** Returns the tokens to answer at most: the default, or all that the model can, if the request does not say. */
    private static int maxTokens(OpenAiFields fields, OpenAiKind kind, Model model) throws OpenAiRefusedException {
        boolean newer = kind == OpenAiKind.CHAT && fields.has("max_completion_tokens");
        OpenAiFields.require(
                !newer || !fields.has("max_tokens"),
                "max_tokens",
                "invalid_parameter_combination",
                "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported.");
        String field = newer ? "max_completion_tokens" : "max_tokens";
        OptionalInt asked = fields.integer(field, kind.leastMaxTokens());
        if (asked.isEmpty()) {
            return Math.min(kind.defaultMaxTokens(), model.maxTokens());
        }
        OpenAiFields.require(
                asked.getAsInt() <= model.maxTokens(),
                field,
                "invalid_value",
                field + " is too large: " + asked.getAsInt() + ". This model supports at most " + model.maxTokens()
                        + " completion tokens, whereas you provided " + asked.getAsInt() + ".");
        return asked.getAsInt();
    }

    private static Sampling sampling(OpenAiFields fields) throws OpenAiRefusedException {
        int topK = fields.integer("top_k", ALL_TOKENS).orElse(ALL_TOKENS);
        return new Sampling(
                fields.decimal("temperature", 0, 2).orElse(Sampling.DEFAULT.temperature()),
                fields.decimal("top_p", 0, 1).orElse(Sampling.DEFAULT.topP()),
                Math.max(Sampling.DEFAULT.topK(), topK));
    }

    private static int minTokens(OpenAiFields fields, int maxTokens) throws OpenAiRefusedException {
        int minTokens = fields.integer("min_tokens", 0).orElse(0);
        OpenAiFields.require(
                minTokens <= maxTokens,
                "min_tokens",
                "invalid_value",
                "min_tokens must be less than or equal to max_tokens=" + maxTokens + ", got " + minTokens + ".");
        return fields.flag("ignore_eos") ? maxTokens : minTokens;
    }
}
