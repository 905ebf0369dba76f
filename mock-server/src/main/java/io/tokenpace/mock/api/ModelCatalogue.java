package io.tokenpace.mock.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The models that are served, from {@code models.yaml}.
 *
 * <p>A name that is not listed is served too, without the limits of any model but 128,000 tokens of answer: people
 * measure services with names of their own. A strict catalogue refuses it, as the real service does.
 */
public final class ModelCatalogue {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private static final List<Model> BUILT_IN = load();

    private static final Map<String, Model> BY_NAME = byName();

    private final boolean strict;

    private ModelCatalogue(boolean strict) {
        this.strict = strict;
    }

    /** Serves any name. */
    public static ModelCatalogue permissive() {
        return new ModelCatalogue(false);
    }

    /** Serves the listed models only. */
    public static ModelCatalogue strict() {
        return new ModelCatalogue(true);
    }

    /** Returns the model of this name. */
    Model named(String name) throws RefusedException {
        Optional<Model> listed = find(name);
        if (listed.isEmpty() && strict) {
            throw new RefusedException(Refusal.noSuchModel(name));
        }
        return listed.orElseGet(() -> Model.permissive(name));
    }

    Optional<Model> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    List<Model> listed() {
        return BUILT_IN;
    }

    private static Map<String, Model> byName() {
        Map<String, Model> models = new HashMap<>();
        for (Model model : BUILT_IN) {
            model.names().forEach(name -> models.put(name, model));
        }
        return Map.copyOf(models);
    }

    private static List<Model> load() {
        try (InputStream in = ModelCatalogue.class.getResourceAsStream("models.yaml")) {
            if (in == null) {
                throw new IllegalStateException("models.yaml is not on the class path");
            }
            return List.copyOf(YAML.readValue(in, new TypeReference<List<Model>>() {}));
        } catch (IOException e) {
            throw new IllegalStateException("models.yaml cannot be read", e);
        }
    }
}
