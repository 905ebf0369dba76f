package io.tokenpace.bench.run;

import io.tokenpace.bench.client.ExchangeListener;

/** How often requests are sent until they have ended. */
@FunctionalInterface
interface Persistence {
    /** Sends each request once. */
    Persistence NONE = (reservation, request) -> request;

    /**
     * Turns a listener to the end of a request into one to those of its attempts.
     *
     * @param reservation what the request may use, taken for the first attempt
     */
    ExchangeListener untilLast(Reservation reservation, ExchangeListener request);
}
