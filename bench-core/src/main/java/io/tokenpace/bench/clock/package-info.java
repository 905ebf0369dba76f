/** The one source of time: {@link io.tokenpace.bench.clock.NanoClock}. Imports nothing. */
package io.tokenpace.bench.clock;
