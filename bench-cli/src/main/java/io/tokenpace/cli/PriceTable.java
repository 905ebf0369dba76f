package io.tokenpace.cli;

import io.tokenpace.bench.result.Price;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What models cost, from a YAML file that anybody may edit. */
final class PriceTable {
    private static final String SHIPPED = "prices.yaml";
    private static final Set<String> KEYS =
            Set.of("models", "input", "cached_read", "cache_write", "output", "source", "date");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final List<PriceEntry> entries;

    private PriceTable(List<PriceEntry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** Returns the one that comes with the program. */
    static PriceTable shipped() {
        try (InputStream in = PriceTable.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException(SHIPPED + " is not on the class path");
            }
            return parse(SHIPPED, in.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(SHIPPED + " cannot be read", e);
        }
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException in one line, if there is none or it breaks a rule
     */
    static PriceTable read(Path file) {
        try {
            return parse(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("--prices (" + file + ") must be a readable file", e);
        }
    }

    List<PriceEntry> entries() {
        return entries;
    }

    /** Returns the price of a model by the first entry that covers it. */
    Optional<Price> of(String model) {
        return entries.stream()
                .filter(entry -> entry.covers(model))
                .map(PriceEntry::price)
                .findFirst();
    }

    private static PriceTable parse(String name, byte[] yaml) {
        JsonNode file;
        try {
            file = YAML.readTree(yaml);
        } catch (JacksonException e) {
            String reason = e.getOriginalMessage().lines().map(String::strip).reduce("", (a, b) -> a + " " + b);
            throw new IllegalArgumentException("prices " + name + ": the file must be YAML:" + reason, e);
        }
        if (!file.isArray() || file.isEmpty()) {
            throw new IllegalArgumentException("prices " + name + ": the file must be a list of entries");
        }
        List<PriceEntry> entries = new ArrayList<>();
        for (JsonNode node : file) {
            try {
                entries.add(entry(node));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "prices " + name + ", entry " + (entries.size() + 1) + ": " + e.getMessage(), e);
            }
        }
        return new PriceTable(entries);
    }

    private static PriceEntry entry(JsonNode node) {
        for (String key : node.propertyNames()) {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException(key + " is no key of an entry");
            }
        }
        JsonNode models = node.path("models");
        if (!models.isArray() || models.isEmpty() || !models.valueStream().allMatch(JsonNode::isString)) {
            throw new IllegalArgumentException("models must be a list of names");
        }
        double input = usd(node, "input");
        Price price = new Price(
                input,
                node.has("cached_read") ? usd(node, "cached_read") : input,
                node.has("cache_write") ? usd(node, "cache_write") : input,
                usd(node, "output"));
        return new PriceEntry(
                models.valueStream().map(JsonNode::asString).toList(),
                price,
                node.path("source").asString(""),
                node.path("date").asString(""));
    }

    private static double usd(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (!value.isNumber()) {
            throw new IllegalArgumentException(key + " must be a number of USD per million tokens");
        }
        return value.asDouble();
    }
}
