package io.tokenpace.mock.api;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Makes strings of words that fit a schema's format and lengths. */
final class SchemaStrings {
    private static final int MOST_CHARS = 10_000;

    private SchemaStrings() {}

    /** Returns a string with the schema's format if it names one that is known, else words of the wanted length. */
    static String draw(JsonNode schema, List<String> words) {
        String first = words.get(0);
        return switch (schema.path("format").asString("")) {
            case "date" -> "2026-11-20";
            case "date-time" -> "2026-11-20T09:30:00Z";
            case "time" -> "09:30:00Z";
            case "email" -> first + "@example.com";
            case "hostname" -> first + ".example.com";
            case "uri" -> "https://example.com/" + first;
            case "uuid" -> "123e4567-e89b-42d3-a456-426614174000";
            case "ipv4" -> "192.0.2.1";
            case "ipv6" -> "2001:db8::1";
            default -> ofLength(schema, String.join(" ", words));
        };
    }

    private static String ofLength(JsonNode schema, String text) {
        int least = Math.min(MOST_CHARS, schema.path("minLength").asInt(0));
        int most = Math.max(0, schema.path("maxLength").asInt(MOST_CHARS));
        String longEnough = text + "x".repeat(Math.max(0, least - text.length()));
        return longEnough.substring(0, Math.min(most, longEnough.length()));
    }
}
