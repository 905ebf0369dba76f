/**
 * The service model, pure: how long a service of given parameters takes over a request, in integer nanoseconds.
 *
 * <p>Time is only ever passed in, so the server runs the model in real time and the tests run it in virtual time.
 * Start with {@link io.tokenpace.mock.model.IsolatedService}, which admits requests, and
 * {@link io.tokenpace.mock.model.Timeline}, which says when each event of an answer is due and is driven by
 * {@code nextNanos()} and {@code advanceTo(now)}.
 *
 * <p>May import {@code draw}. Knows no network, no format and no clock.
 */
package io.tokenpace.mock.model;
