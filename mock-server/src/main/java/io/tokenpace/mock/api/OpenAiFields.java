package io.tokenpace.mock.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * The small fields of a request, each checked when it is asked for; one that is {@code null} is not there.
 *
 * <p>Where the real service's wording of a refusal is known, it is used.
 */
final class OpenAiFields {
    private final String path;
    private final Map<String, JsonNode> fields;

    private OpenAiFields(String path, Map<String, JsonNode> fields) {
        this.path = path;
        this.fields = fields;
    }

    /** The fields of a request itself. */
    static OpenAiFields of(Map<String, JsonNode> fields) {
        Map<String, JsonNode> present = new HashMap<>(fields);
        present.values().removeIf(JsonNode::isNull);
        return new OpenAiFields("", present);
    }

    /** Refuses a parameter unless {@code holds}. */
    static void require(boolean holds, String param, String code, String message) throws OpenAiRefusedException {
        if (!holds) {
            throw new OpenAiRefusedException(OpenAiRefusal.invalid(param, code, message));
        }
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    /** Returns the fields of an object in a field that is there. */
    OpenAiFields object(String name) throws OpenAiRefusedException {
        JsonNode value = fields.get(name);
        requireType(value.isObject(), name, "an object");
        Map<String, JsonNode> inner = new HashMap<>();
        value.properties().stream()
                .filter(field -> !field.getValue().isNull())
                .forEach(field -> inner.put(field.getKey(), field.getValue()));
        return new OpenAiFields(path + name + ".", inner);
    }

    /** Returns the value of a field, of whatever type it is. */
    Optional<JsonNode> node(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    Optional<String> string(String name) throws OpenAiRefusedException {
        if (!has(name)) {
            return Optional.empty();
        }
        requireType(fields.get(name).isString(), name, "a string");
        return Optional.of(fields.get(name).stringValue());
    }

    /** Returns whether a switch is on; one that is not there is off. */
    boolean flag(String name) throws OpenAiRefusedException {
        if (!has(name)) {
            return false;
        }
        requireType(fields.get(name).isBoolean(), name, "a boolean");
        return fields.get(name).booleanValue();
    }

    /** Returns a whole number of at least {@code min}. */
    OptionalInt integer(String name, int min) throws OpenAiRefusedException {
        if (!has(name)) {
            return OptionalInt.empty();
        }
        JsonNode value = fields.get(name);
        requireType(value.isIntegralNumber(), name, "an integer");
        boolean fits = value.canConvertToInt();
        requireAtLeast(fits ? value.intValue() >= min : !isNegative(value), name, "integer", min);
        requireAtMost(fits, name, "integer", Integer.MAX_VALUE);
        return OptionalInt.of(value.intValue());
    }

    /** Returns a number of a range. */
    OptionalDouble decimal(String name, int min, int max) throws OpenAiRefusedException {
        if (!has(name)) {
            return OptionalDouble.empty();
        }
        JsonNode number = fields.get(name);
        requireType(number.isNumber(), name, "a decimal");
        double value = number.asDouble(isNegative(number) ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        requireAtLeast(value >= min, name, "decimal", min);
        requireAtMost(value <= max, name, "decimal", max);
        return OptionalDouble.of(value);
    }

    private static boolean isNegative(JsonNode number) {
        return number.toString().startsWith("-");
    }

    private void requireType(boolean holds, String name, String expected) throws OpenAiRefusedException {
        if (!holds) {
            throw new OpenAiRefusedException(OpenAiRefusal.wrongType(path + name, expected));
        }
    }

    private void requireAtLeast(boolean holds, String name, String type, int min) throws OpenAiRefusedException {
        require(
                holds,
                path + name,
                type + "_below_min_value",
                "Invalid '" + path + name + "': " + type + " below minimum value. Expected a value >= " + min
                        + ", but got " + fields.get(name) + " instead.");
    }

    private void requireAtMost(boolean holds, String name, String type, int max) throws OpenAiRefusedException {
        require(
                holds,
                path + name,
                type + "_above_max_value",
                "Invalid '" + path + name + "': " + type + " above maximum value. Expected a value <= " + max
                        + ", but got " + fields.get(name) + " instead.");
    }
}
