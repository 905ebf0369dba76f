/**
 * How a request ended: {@link io.tokenpace.bench.outcome.ErrorKind} for what failed,
 * {@link io.tokenpace.bench.outcome.StopReason} and {@link io.tokenpace.bench.outcome.Usage} for what the service said.
 * Imports nothing.
 */
package io.tokenpace.bench.outcome;
