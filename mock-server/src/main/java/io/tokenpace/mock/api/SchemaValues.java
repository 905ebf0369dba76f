package io.tokenpace.mock.api;

import io.tokenpace.mock.model.RequestKey;
import io.tokenpace.mock.text.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Draws values that fit a JSON schema, as far as the schema is simple: {@code type}, {@code enum}, {@code const},
 * {@code properties} and {@code required}, {@code items}, {@code anyOf} and {@code oneOf}, bounds of numbers, lengths of
 * lists and strings, and common formats of strings. Anything else, such as {@code pattern} or {@code $ref}, is not
 * looked at.
 */
final class SchemaValues {
    /** The draws before it settle which tool is called. */
    private static final int FIRST_DRAW = 8;

    private static final int MOST_ITEMS = 100;
    /** Lists within lists grow no further than this, whatever the schema demands. */
    private static final int MOST_CHARS = 100_000;

    private static final int DEFAULT_SPAN = 99;

    private final RequestKey key;
    private int draw = FIRST_DRAW;

    SchemaValues(RequestKey key) {
        this.key = key;
    }

    /** Returns the properties that an object gets: the required ones, or all if none is. */
    static Collection<String> properties(JsonNode schema) {
        Set<String> required = new LinkedHashSet<>();
        schema.path("required")
                .valueStream()
                .filter(JsonNode::isString)
                .forEach(name -> required.add(name.stringValue()));
        return required.isEmpty() ? schema.path("properties").propertyNames() : required;
    }

    /** Writes a key and a value, after a comma unless it is the first pair. */
    void writePair(String name, JsonNode schema, boolean first, StringBuilder out) {
        out.append(first ? "" : ", ").append(JsonText.quoted(name)).append(": ");
        write(schema, out);
    }

    private void write(JsonNode schema, StringBuilder out) {
        for (String choice : List.of("anyOf", "oneOf")) {
            if (!schema.path(choice).path(0).isMissingNode()) {
                write(schema.path(choice).path(0), out);
                return;
            }
        }
        if (schema.has("const")) {
            out.append(schema.get("const"));
        } else if (!schema.path("enum").path(0).isMissingNode()) {
            out.append(schema.get("enum").get(below(schema.get("enum").size())));
        } else {
            writeTyped(schema, out);
        }
    }

    private void writeTyped(JsonNode schema, StringBuilder out) {
        switch (type(schema)) {
            case "object" -> writeObject(schema, out);
            case "array" -> writeArray(schema, out);
            case "integer" -> out.append(integer(schema));
            case "number" -> out.append(number(schema));
            case "boolean" -> out.append(below(2) == 0);
            case "null" -> out.append("null");
            default -> out.append(JsonText.quoted(SchemaStrings.draw(schema, words())));
        }
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isString()) {
            return type.stringValue();
        }
        if (type.isArray()) {
            return type.valueStream()
                    .map(one -> one.asString("string"))
                    .filter(one -> !one.equals("null"))
                    .findFirst()
                    .orElse("null");
        }
        return schema.has("properties") ? "object" : schema.has("items") ? "array" : "string";
    }

    private void writeObject(JsonNode schema, StringBuilder out) {
        out.append('{');
        boolean first = true;
        for (String name : properties(schema)) {
            writePair(name, schema.path("properties").path(name), first, out);
            first = false;
        }
        out.append('}');
    }

    private void writeArray(JsonNode schema, StringBuilder out) {
        int least = schema.path("minItems").asInt(0);
        int most = schema.path("maxItems").asInt(MOST_ITEMS);
        int items = Math.min(Math.min(most, MOST_ITEMS), Math.max(least, 1 + below(2)));
        out.append('[');
        for (int i = 0; i < items && out.length() < MOST_CHARS; i++) {
            out.append(i == 0 ? "" : ", ");
            write(schema.path("items"), out);
        }
        out.append(']');
    }

    private long integer(JsonNode schema) {
        double least = Math.max(
                schema.path("minimum").asDouble(Double.NEGATIVE_INFINITY),
                Math.floor(schema.path("exclusiveMinimum").asDouble(Double.NEGATIVE_INFINITY)) + 1);
        double most = Math.min(
                schema.path("maximum").asDouble(Double.POSITIVE_INFINITY),
                Math.ceil(schema.path("exclusiveMaximum").asDouble(Double.POSITIVE_INFINITY)) - 1);
        long from = (long) Math.ceil(Double.isFinite(least) ? least : Math.min(1, most));
        long to = (long) Math.floor(Math.min(most, (double) from + DEFAULT_SPAN));
        return from + below((int) Math.max(1, to - from + 1));
    }

    /** A number between its bounds, strictly unless they meet; 0 if they are beyond what a number can hold. */
    private double number(JsonNode schema) {
        double least = Math.max(
                schema.path("minimum").asDouble(Double.NEGATIVE_INFINITY),
                schema.path("exclusiveMinimum").asDouble(Double.NEGATIVE_INFINITY));
        double most = Math.min(
                schema.path("maximum").asDouble(Double.POSITIVE_INFINITY),
                schema.path("exclusiveMaximum").asDouble(Double.POSITIVE_INFINITY));
        double from = Double.isFinite(least) ? least : Math.min(0, most - DEFAULT_SPAN - 1);
        double to = Math.min(most, from + DEFAULT_SPAN + 1);
        double value = from + (to - from) * (1 + below(7)) / 8;
        return Double.isFinite(value) ? value : 0;
    }

    /** One to four words. */
    private List<String> words() {
        List<String> words = new ArrayList<>();
        int count = 1 + below(4);
        for (int i = 0; i < count; i++) {
            words.add(Vocabulary.word(below(Vocabulary.size())).strip());
        }
        return words;
    }

    private int below(int bound) {
        return key.toolDraw(bound, draw++);
    }
}
