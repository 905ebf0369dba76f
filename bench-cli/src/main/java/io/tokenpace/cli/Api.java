package io.tokenpace.cli;

import io.tokenpace.bench.wire.Parameters;
import io.tokenpace.bench.wire.WireFormat;
import io.tokenpace.bench.wire.anthropic.AnthropicFormat;
import io.tokenpace.bench.wire.openai.ChatFormat;
import io.tokenpace.bench.wire.openai.CompletionsFormat;
import io.tokenpace.bench.wire.openai.Dialect;
import java.util.Arrays;

/** An API that the client speaks. */
enum Api {
    ANTHROPIC("anthropic", ""),
    OPENAI_CHAT("openai-chat", "/v1"),
    OPENAI_COMPLETIONS("openai-completions", "/v1");

    private static final String ANTHROPIC_HOST = "api.anthropic.com";

    private final String label;
    private final String mockBase;

    Api(String label, String mockBase) {
        this.label = label;
        this.mockBase = mockBase;
    }

    /** Reads the name used on the command line. */
    static Api ofLabel(String label) {
        return Arrays.stream(values())
                .filter(api -> api.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "--api (" + label + ") must be anthropic, openai-chat or openai-completions"));
    }

    /** Returns what a service at a host most likely speaks: one API is Anthropic's own, the other everybody's. */
    static Api likelyAt(String host) {
        return host.equalsIgnoreCase(ANTHROPIC_HOST) ? ANTHROPIC : OPENAI_CHAT;
    }

    String label() {
        return label;
    }

    /** Returns the base under which the mock serves this API. */
    String mockBase() {
        return mockBase;
    }

    /** Returns whether the service at a host can be told to write on until an answer is as long as it may be. */
    boolean takesIgnoreEos(String host) {
        return this != ANTHROPIC && Dialect.of(host).takesIgnoreEos();
    }

    /**
     * Returns the format in which the service at a host is spoken to.
     *
     * @throws IllegalArgumentException if the API has no place for one of the parameters
     */
    WireFormat format(Parameters parameters, String host) {
        return switch (this) {
            case ANTHROPIC -> new AnthropicFormat(parameters);
            case OPENAI_CHAT -> new ChatFormat(parameters, Dialect.of(host));
            case OPENAI_COMPLETIONS -> new CompletionsFormat(parameters, Dialect.of(host));
        };
    }
}
