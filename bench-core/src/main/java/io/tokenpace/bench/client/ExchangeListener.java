package io.tokenpace.bench.client;

/** Learns of the end of each exchange, on the event loop that carried it. */
@FunctionalInterface
public interface ExchangeListener {
    /** Takes an exchange that has ended, well or not. Its arrivals are valid only until this returns. */
    void ended(Exchange exchange);
}
