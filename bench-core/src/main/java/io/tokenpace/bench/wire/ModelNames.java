package io.tokenpace.bench.wire;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The models a service lists, in the one form that all of them use: {@code {"data": [{"id": …}, …]}}. */
public final class ModelNames {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ModelNames() {}

    /** Returns the first name of a list; nothing where the document is none, or the list is empty. */
    public static Optional<String> first(byte[] body) {
        try {
            JsonNode name = JSON.readTree(body).path("data").path(0).path("id");
            return name.isString() && !name.stringValue().isBlank()
                    ? Optional.of(name.stringValue())
                    : Optional.empty();
        } catch (JacksonException e) {
            // The caller reports what it was given.
            return Optional.empty();
        }
    }
}
