package io.tokenpace.mock.api;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads and checks the body of {@code POST /v1/messages}.
 *
 * <p>One pass over the tokens of the JSON: the texts of a prompt are counted where the parser has them and never become
 * strings, so a prompt of half a megabyte does not hold the event loop up for long. Keys that have no meaning here are
 * skipped. A repeated key counts as its last value.
 */
public final class MessagesReader {
    private static final int MAX_MESSAGES = 100_000;
    private static final int MAX_TOKENS = 128_000;
    /** No string can be longer than the largest body that is accepted. */
    private static final int MAX_STRING_CHARS = 32 * 1024 * 1024;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(MAX_STRING_CHARS)
                    .build())
            .build();

    private final JsonParser parser;
    private String model = "";
    private int maxTokens = -1;
    private int systemTokens;
    private int messageTokens;
    private int messages = -1;
    private boolean stream;

    private MessagesReader(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads a request.
     *
     * @throws RefusedException if the API would refuse it
     */
    public static MessagesRequest read(byte[] body) throws RefusedException {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
            return new MessagesReader(parser).request();
        } catch (JacksonException e) {
            throw refused("The request body is not valid JSON: "
                    + e.getOriginalMessage().lines().findFirst().orElse(""));
        }
    }

    private MessagesRequest request() throws RefusedException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw refused("The request body must be a JSON object");
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            readField(key);
        }
        if (parser.nextToken() != null) {
            throw refused("The request body is not valid JSON: there is more after its end");
        }
        Refusal.require(!model.isEmpty(), "model: Field required");
        Refusal.require(maxTokens >= 0, "max_tokens: Field required");
        Refusal.require(messages >= 0, "messages: Field required");
        Refusal.require(messages > 0, "messages: at least one message is required");
        return new MessagesRequest(model, maxTokens, systemTokens + messageTokens, stream);
    }

    private void readField(String key) throws RefusedException {
        switch (key) {
            case "model" -> model = readModel();
            case "max_tokens" -> maxTokens = readMaxTokens();
            case "messages" -> readMessages();
            case "system" -> systemTokens = ContentReader.countTokens(parser, "system");
            case "stream" -> stream = readStream();
            default -> parser.skipChildren();
        }
    }

    private String readModel() throws RefusedException {
        Refusal.require(parser.currentToken() == JsonToken.VALUE_STRING, "model: Input should be a valid string");
        Refusal.require(parser.getStringLength() > 0, "model: String should have at least 1 character");
        return parser.getString();
    }

    private int readMaxTokens() throws RefusedException {
        Refusal.require(
                parser.currentToken() == JsonToken.VALUE_NUMBER_INT, "max_tokens: Input should be a valid integer");
        String digits = parser.getString();
        Refusal.require(!digits.startsWith("-"), "max_tokens: Input should be greater than or equal to 0");
        if (digits.length() > 9 || parser.getIntValue() > MAX_TOKENS) {
            throw refused("max_tokens: " + digits + " > " + MAX_TOKENS
                    + ", which is the maximum allowed number of output tokens");
        }
        return parser.getIntValue();
    }

    private boolean readStream() throws RefusedException {
        JsonToken value = parser.currentToken();
        Refusal.require(
                value == JsonToken.VALUE_TRUE || value == JsonToken.VALUE_FALSE,
                "stream: Input should be a valid boolean");
        return value == JsonToken.VALUE_TRUE;
    }

    private void readMessages() throws RefusedException {
        Refusal.require(parser.currentToken() == JsonToken.START_ARRAY, "messages: Input should be a valid list");
        messages = 0;
        messageTokens = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            messageTokens += readMessage("messages." + messages);
            messages++;
            Refusal.require(messages <= MAX_MESSAGES, "messages: at most " + MAX_MESSAGES + " messages are allowed");
        }
    }

    private int readMessage(String path) throws RefusedException {
        Refusal.require(parser.currentToken() == JsonToken.START_OBJECT, path + ": Input should be an object");
        boolean hasRole = false;
        int tokens = -1;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            switch (key) {
                case "role" -> hasRole = readRole(path);
                case "content" -> tokens = ContentReader.countTokens(parser, path + ".content");
                default -> parser.skipChildren();
            }
        }
        Refusal.require(hasRole, path + ".role: Field required");
        Refusal.require(tokens >= 0, path + ".content: Field required");
        return tokens;
    }

    private boolean readRole(String path) throws RefusedException {
        String role = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getString() : "";
        Refusal.require(
                role.equals("user") || role.equals("assistant") || role.equals("system"),
                path + ".role: Input should be 'user', 'assistant' or 'system'");
        return true;
    }

    private static RefusedException refused(String message) {
        return new RefusedException(Refusal.invalid(message));
    }
}
