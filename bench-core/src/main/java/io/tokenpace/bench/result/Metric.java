package io.tokenpace.bench.result;

import java.util.Locale;

/** The figures taken of every request, in the order in which they are printed. */
public enum Metric {
    /** first_token − intended: what the user waited. */
    TTFT(Unit.MILLISECONDS),
    /** first_token − sent: what the service took. */
    TTFT_SERVICE(Unit.MILLISECONDS),
    /** head − sent. */
    TTFB(Unit.MILLISECONDS),
    /** first_text − intended. */
    FIRST_TEXT(Unit.MILLISECONDS),
    /** first_text − the start of thinking. */
    THINKING(Unit.MILLISECONDS),
    /** Time per output token, once the first arrival is in. */
    TPOT(Unit.MILLISECONDS),
    /** Tokens a second, once the first arrival is in. */
    DECODE_RATE(Unit.TOKENS_PER_SECOND),
    /** The gap between arrivals that carried content. */
    ITL(Unit.MILLISECONDS),
    /** The gap a token, where the service sends a token an event. */
    ITL_TOKEN(Unit.MILLISECONDS),
    /** The longest gap of a request. */
    STALL(Unit.MILLISECONDS),
    /** last_token − intended. */
    E2E(Unit.MILLISECONDS),
    /** Uncached prompt tokens a second until the first token; queue and network are inside. */
    PREFILL_RATE(Unit.TOKENS_PER_SECOND),
    /** started − intended: the client's own fault. */
    SEND_LAG(Unit.MILLISECONDS),
    /** Waiting for a place below the cap on requests in flight. */
    QUEUE(Unit.MILLISECONDS),
    /** From wanting a connection to having one. */
    CONNECT_WAIT(Unit.MILLISECONDS),
    /** The part of it until the socket, and the proxy's tunnel, were open. */
    CONNECT(Unit.MILLISECONDS),
    /** The part of it that the TLS handshake took. */
    TLS(Unit.MILLISECONDS),
    /** The prompt's size as it was asked for. */
    PROMPT_TOKENS(Unit.TOKENS),
    /** The most tokens the answer could have. */
    MAX_TOKENS(Unit.TOKENS),
    INPUT_TOKENS(Unit.TOKENS),
    OUTPUT_TOKENS(Unit.TOKENS),
    CACHED_TOKENS(Unit.TOKENS);

    private final Unit unit;
    private final String label = name().toLowerCase(Locale.ROOT);

    Metric(Unit unit) {
        this.unit = unit;
    }

    /** Returns the name used in files, tables and SLOs. */
    public String label() {
        return label;
    }

    public Unit unit() {
        return unit;
    }
}
