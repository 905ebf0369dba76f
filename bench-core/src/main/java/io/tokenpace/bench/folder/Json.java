package io.tokenpace.bench.folder;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How results are spelt as JSON: snake case, absent values left out, unknown percentiles as null. */
public final class Json {
    private static final JsonMapper COMPACT = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(inclusion -> inclusion
                    .withValueInclusion(JsonInclude.Include.NON_ABSENT)
                    .withContentInclusion(JsonInclude.Include.ALWAYS))
            .build();

    private static final JsonMapper INDENTED =
            COMPACT.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    /** Writes a document on one line. */
    public static byte[] line(Object document) {
        return COMPACT.writeValueAsBytes(document);
    }

    /**
     * Reads a document; keys that are not known are passed over.
     *
     * @throws tools.jackson.core.JacksonException if it is not one of this form
     */
    static <T> T read(byte[] document, Class<T> form) {
        return COMPACT.readValue(document, form);
    }

    /** Reads a document of no fixed form. */
    static JsonNode tree(byte[] document) {
        return COMPACT.readTree(document);
    }

    /** Returns what writes a document on one line, to be fitted to the place where that is to stand. */
    public static ObjectWriter writer() {
        return COMPACT.writer();
    }

    /** Returns a document as the tree that would be read back. */
    public static JsonNode treeOf(Object document) {
        return COMPACT.valueToTree(document);
    }

    /** Writes a document for people as well as for programs. */
    public static byte[] page(Object document) {
        return INDENTED.writeValueAsBytes(document);
    }
}
