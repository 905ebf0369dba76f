package io.tokenpace.mock.profile;

import io.tokenpace.mock.draw.Distribution;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The keys of one YAML mapping, read one by one; whatever was never asked for is an unknown key.
 *
 * <p>Every complaint names the key by its path, the value, and the rule.
 */
final class Fields {
    private final String path;
    private final JsonNode mapping;
    private final Path folder;
    private final Set<String> known = new LinkedHashSet<>();

    /** Reads {@code mapping}, which stands at {@code path} of a file in {@code folder}. */
    Fields(String path, JsonNode mapping, Path folder) {
        if (!mapping.isObject() && !mapping.isMissingNode()) {
            throw new IllegalArgumentException((path.isEmpty() ? "the file" : path + " (" + mapping + ")")
                    + " must be a mapping of keys to values");
        }
        this.path = path;
        this.mapping = mapping;
        this.folder = folder;
    }

    boolean has(String key) {
        known.add(key);
        return mapping.has(key);
    }

    String text(String key, String absent) {
        return has(key) ? mapping.get(key).asString("").strip() : absent;
    }

    void requireWord(String key, String onlyValue) {
        if (!text(key, onlyValue).equals(onlyValue)) {
            throw complaint(key, mapping.get(key), "must be " + onlyValue);
        }
    }

    /** Returns a required time as a whole number of nanoseconds. */
    Duration duration(String key) {
        BigDecimal nanos = BigDecimal.valueOf(parameter(key, Unit.TIME)).setScale(0, RoundingMode.HALF_EVEN);
        return Duration.ofNanos(nanos.longValueExact());
    }

    /** Returns a constant or a distribution; a constant zero if absent. */
    Distribution amount(String key, Unit unit) {
        if (!has(key)) {
            return Distribution.constant(0);
        }
        JsonNode value = mapping.get(key);
        return value.isObject()
                ? DistributionReader.read(child(key), unit, folder)
                : Distribution.constant(parse(key, value, unit));
    }

    /** Returns a required parameter of a distribution. */
    double parameter(String key, Unit unit) {
        if (!has(key)) {
            throw complaint(key, MissingNode.getInstance(), "must be given");
        }
        return parse(key, mapping.get(key), unit);
    }

    /** Returns a required parameter that has no unit. */
    double number(String key) {
        JsonNode value = has(key) ? mapping.get(key) : MissingNode.getInstance();
        if (!value.isNumber()) {
            throw complaint(key, value, "must be a number");
        }
        return value.asDouble();
    }

    /** Returns a required list of amounts. */
    List<Double> list(String key, Unit unit) {
        JsonNode list = has(key) ? mapping.get(key) : MissingNode.getInstance();
        if (!list.isArray()) {
            throw complaint(key, list, "must be a list");
        }
        List<Double> amounts = new ArrayList<>();
        for (JsonNode item : list) {
            amounts.add(parse(key + "[" + amounts.size() + "]", item, unit));
        }
        return amounts;
    }

    OptionalInt count(String key) {
        if (!has(key)) {
            return OptionalInt.empty();
        }
        JsonNode value = mapping.get(key);
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < 1) {
            throw complaint(key, value, "must be a whole number, at least 1");
        }
        return OptionalInt.of(value.asInt());
    }

    /** Returns a number of things, at most {@code max}, if there is one. */
    OptionalInt count(String key, int max) {
        OptionalInt count = count(key);
        if (count.isPresent() && count.getAsInt() > max) {
            throw complaint(key, mapping.get(key), "must be at most " + max);
        }
        return count;
    }

    Fields child(String key) {
        return new Fields(pathOf(key), has(key) ? mapping.get(key) : MissingNode.getInstance(), folder);
    }

    Fields requiredChild(String key) {
        if (!has(key)) {
            throw complaint(key, MissingNode.getInstance(), "must be given");
        }
        return child(key);
    }

    List<Fields> children(String key) {
        if (!has(key)) {
            return List.of();
        }
        JsonNode list = mapping.get(key);
        if (!list.isArray()) {
            throw complaint(key, list, "must be a list");
        }
        List<Fields> children = new ArrayList<>();
        for (JsonNode item : list) {
            children.add(new Fields(pathOf(key) + "[" + children.size() + "]", item, folder));
        }
        return children;
    }

    /** Names the only key of a mapping that must have one. */
    String onlyKey(String rule) {
        if (mapping.size() != 1) {
            throw new IllegalArgumentException(path + " (" + mapping + ") " + rule);
        }
        return mapping.propertyNames().iterator().next();
    }

    /** Names all keys, whether they are known or not. */
    List<String> keys() {
        return List.copyOf(mapping.propertyNames());
    }

    String path() {
        return path;
    }

    void rejectOthers() {
        for (String key : mapping.propertyNames()) {
            if (!known.contains(key)) {
                throw complaint(key, mapping.get(key), "is unknown; known here: " + String.join(", ", known));
            }
        }
    }

    private double parse(String key, JsonNode value, Unit unit) {
        try {
            return unit.parse(value.isValueNode() ? value.asString("") : "");
        } catch (IllegalArgumentException e) {
            throw complaint(key, value, e.getMessage());
        }
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private IllegalArgumentException complaint(String key, JsonNode value, String rule) {
        String shown = value.isMissingNode() ? "" : " (" + (value.isString() ? value.stringValue() : value) + ")";
        return new IllegalArgumentException(pathOf(key) + shown + " " + rule);
    }
}
