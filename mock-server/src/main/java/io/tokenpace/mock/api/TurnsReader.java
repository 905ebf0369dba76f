package io.tokenpace.mock.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the messages of a request where the parser stands. */
final class TurnsReader {
    private static final int MAX_MESSAGES = 100_000;

    private TurnsReader() {}

    static List<Turn> read(JsonParser parser) throws RefusedException {
        Refusal.require(parser.currentToken() == JsonToken.START_ARRAY, "messages: Input should be a valid list");
        List<Turn> turns = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            turns.add(readTurn(parser, "messages." + turns.size()));
            Refusal.require(
                    turns.size() <= MAX_MESSAGES, "messages: at most " + MAX_MESSAGES + " messages are allowed");
        }
        return turns;
    }

    private static Turn readTurn(JsonParser parser, String path) throws RefusedException {
        Refusal.require(parser.currentToken() == JsonToken.START_OBJECT, path + ": Input should be an object");
        Optional<Turn.Role> role = Optional.empty();
        Optional<List<BlockReader.Block>> content = Optional.empty();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            switch (key) {
                case "role" -> role = Optional.of(readRole(parser, path));
                case "content" -> content = Optional.of(ContentReader.read(parser, path + ".content"));
                default -> parser.skipChildren();
            }
        }
        Refusal.require(role.isPresent(), path + ".role: Field required");
        Refusal.require(content.isPresent(), path + ".content: Field required");
        return new Turn(role.orElseThrow(), content.orElseThrow());
    }

    private static Turn.Role readRole(JsonParser parser, String path) throws RefusedException {
        String role = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getString() : "";
        return switch (role) {
            case "user" -> Turn.Role.USER;
            case "assistant" -> Turn.Role.ASSISTANT;
            case "system" -> Turn.Role.SYSTEM;
            default ->
                throw new RefusedException(
                        Refusal.invalid(path + ".role: Input should be 'user', 'assistant' or 'system'"));
        };
    }
}
