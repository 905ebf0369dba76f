package io.tokenpace.mock.api;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the bodies of {@code POST /v1/messages} and {@code POST /v1/messages/count_tokens}, and holds them to every
 * rule of the API's version and of the model.
 *
 * <p>Where the real service's wording of a refusal is known, it is used. Fields that no rule here knows are skipped
 * rather than refused, so that a client may send what another service understands.
 */
public final class MessagesReader {
    /** No string can be longer than the largest body that is accepted. */
    private static final int MAX_STRING_CHARS = 32 * 1024 * 1024;

    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(MAX_STRING_CHARS)
                    .build())
            .build());

    private final ModelCatalogue models;

    public MessagesReader(ModelCatalogue models) {
        this.models = models;
    }

    /**
     * Reads a request for an answer.
     *
     * @throws RefusedException if the API would refuse it
     */
    public MessagesRequest messages(byte[] body, ApiVersion version) throws RefusedException {
        Draft draft = draft(body);
        Refusal.require(draft.model().isPresent(), "model: Field required");
        Refusal.require(draft.maxTokens().isPresent(), "max_tokens: Field required");
        return request(draft, version);
    }

    /**
     * Reads a request for the length of its prompt, which needs no {@code max_tokens}.
     *
     * @throws RefusedException if the API would refuse it
     */
    public MessagesRequest countTokens(byte[] body, ApiVersion version) throws RefusedException {
        Draft draft = draft(body);
        Refusal.require(draft.model().isPresent(), "model: Field required");
        return request(draft, version);
    }

    private MessagesRequest request(Draft draft, ApiVersion version) throws RefusedException {
        Refusal.require(draft.turns().isPresent(), "messages: Field required");
        List<Turn> turns = draft.turns().orElseThrow();
        Model model = models.named(draft.model().orElseThrow());
        int maxTokens = maxTokens(draft, model);
        ControlRules.check(draft);
        boolean thinks = ThinkingRules.check(draft, model, maxTokens);
        SamplingRules.check(draft, version, model, thinks);
        TurnRules.check(turns, version, model, thinks);
        Prompt prompt = PromptAssembly.of(draft, turns);
        int promptTokens = prompt.tokens();
        Refusal.require(
                promptTokens <= model.maxInputTokens(),
                "prompt is too long: " + promptTokens + " tokens > " + model.maxInputTokens() + " maximum");
        return new MessagesRequest(
                draft.model().orElseThrow(),
                model,
                maxTokens,
                promptTokens,
                prompt,
                draft.stream(),
                SamplingRules.sampling(draft),
                ContentAsks.of(draft, model, turns));
    }

    /** Returns the tokens to answer at most: all that the model can, if the request does not say. */
    private static int maxTokens(Draft draft, Model model) throws RefusedException {
        if (draft.maxTokens().isEmpty()) {
            return model.maxTokens();
        }
        String digits = draft.maxTokens().orElseThrow();
        // Ten digits do not fit an int, and none of them is a leading zero in JSON.
        Refusal.require(
                digits.length() <= 9 && Integer.parseInt(digits) <= model.maxTokens(),
                "max_tokens: " + digits + " > " + model.maxTokens()
                        + ", which is the maximum allowed number of output tokens for "
                        + draft.model().orElseThrow());
        return Integer.parseInt(digits);
    }

    private static Draft draft(byte[] body) throws RefusedException {
        try (JsonParser parser = JSON.createParser(body)) {
            return BodyReader.read(parser);
        } catch (JacksonException e) {
            throw new RefusedException(Refusal.invalid("The request body is not valid JSON: "
                    + e.getOriginalMessage().lines().findFirst().orElse("")));
        }
    }
}
