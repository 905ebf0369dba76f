package io.tokenpace.bench.wire.openai;

import java.util.Locale;

/** What a service understands of the requests it is sent. */
public enum Dialect {
    /**
     * OpenAI's own, also as Azure hosts it. It refuses every field it does not know, so it is sent nothing but its own; and
     * its reasoning models refuse {@code max_tokens} in a chat, which newer {@code max_completion_tokens} replaces.
     */
    OPENAI,
    /**
     * vLLM's, SGLang's, TGI's, llama.cpp's and that of others like them. All of them take {@code max_tokens}, not all take
     * its newer name; what one does not know of {@code ignore_eos}, {@code min_tokens} and {@code top_k} it passes over.
     */
    SERVER;

    /** Returns what the service at a host speaks. */
    public static Dialect of(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        boolean own =
                name.equals("api.openai.com") || name.endsWith(".api.openai.com") || name.endsWith(".openai.azure.com");
        return own ? OPENAI : SERVER;
    }

    /** Returns whether the service can be told to write on, so that every answer has the length asked for. */
    public boolean takesIgnoreEos() {
        return this == SERVER;
    }

    boolean takesTopK() {
        return this == SERVER;
    }

    String chatMaxTokens() {
        return this == OPENAI ? "max_completion_tokens" : "max_tokens";
    }
}
