/**
 * Profiles: services described in YAML, five of them built in.
 *
 * <p>Start with {@link io.tokenpace.mock.profile.Profiles#load}. A file is read strictly: an unknown key, a missing unit
 * or a value out of range is refused in one line that names it.
 *
 * <p>May import {@code fault}, {@code model} and {@code draw}.
 */
package io.tokenpace.mock.profile;
