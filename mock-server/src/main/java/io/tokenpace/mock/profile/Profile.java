package io.tokenpace.mock.profile;

import io.tokenpace.mock.model.ServiceParameters;

/**
 * A service to emulate.
 *
 * @param name how it is called
 * @param source where its numbers come from
 * @param service its parameters
 */
public record Profile(String name, String source, ServiceParameters service) {
    public Profile {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
    }
}
