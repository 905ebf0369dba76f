package io.tokenpace.mock.api;

import io.tokenpace.mock.text.TokenCount;
import java.nio.CharBuffer;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the prompt of a text completion where the parser stands: a string, or the ids of its tokens; or a list with one
 * of either.
 *
 * <p>The API answers each prompt of a longer list with a choice of its own. This server gives one choice, so it refuses
 * such a list.
 */
final class OpenAiText {
    private static final String PARAM = "prompt";

    private OpenAiText() {}

    static PromptBlock read(JsonParser parser) throws OpenAiRefusedException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return text(parser);
        }
        requireType(parser.currentToken() == JsonToken.START_ARRAY);
        return switch (parser.nextToken()) {
            case VALUE_NUMBER_INT -> ids(parser);
            case VALUE_STRING -> only(parser, text(parser));
            case START_ARRAY -> {
                requireType(parser.nextToken() == JsonToken.VALUE_NUMBER_INT);
                yield only(parser, ids(parser));
            }
            case END_ARRAY ->
                throw new OpenAiRefusedException(OpenAiRefusal.invalid(
                        PARAM,
                        "empty_array",
                        "Invalid 'prompt': empty array. Expected an array with minimum length 1, but got an empty "
                                + "array instead."));
            default -> throw wrongType();
        };
    }

    private static PromptBlock only(JsonParser parser, PromptBlock prompt) throws OpenAiRefusedException {
        OpenAiFields.require(
                parser.nextToken() == JsonToken.END_ARRAY,
                PARAM,
                "unsupported_value",
                "Invalid 'prompt': this server answers one prompt in a request, and got more.");
        return prompt;
    }

    private static PromptBlock text(JsonParser parser) {
        CharBuffer text = ValueReader.string(parser);
        return new PromptBlock(Fingerprint.of(text), TokenCount.of(text), Optional.empty(), PARAM);
    }

    /** Reads ids from the first on, to the end of their list. */
    private static PromptBlock ids(JsonParser parser) throws OpenAiRefusedException {
        long hash = 0;
        int tokens = 0;
        do {
            requireType(parser.currentToken() == JsonToken.VALUE_NUMBER_INT);
            hash = Fingerprint.join(hash, Fingerprint.of(ValueReader.string(parser)));
            tokens++;
        } while (parser.nextToken() != JsonToken.END_ARRAY);
        return new PromptBlock(hash, tokens, Optional.empty(), PARAM);
    }

    private static void requireType(boolean holds) throws OpenAiRefusedException {
        if (!holds) {
            throw wrongType();
        }
    }

    private static OpenAiRefusedException wrongType() {
        return new OpenAiRefusedException(OpenAiRefusal.wrongType(PARAM, "a string or an array of token ids"));
    }
}
