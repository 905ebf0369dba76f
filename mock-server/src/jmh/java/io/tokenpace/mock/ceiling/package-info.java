/**
 * Measures how fast and how punctual a server is, in a process of its own.
 *
 * <p>Start with {@link io.tokenpace.mock.ceiling.ServerCeiling}. The server runs in a child ({@code MeasuredServer}),
 * which reads its own counters; the parent only keeps the streams flowing ({@code Drain}).
 */
package io.tokenpace.mock.ceiling;
