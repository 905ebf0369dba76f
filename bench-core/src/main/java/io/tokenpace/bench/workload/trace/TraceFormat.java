package io.tokenpace.bench.workload.trace;

/** How a trace writes a request. */
public enum TraceFormat {
    /** Azure's traces of 2023 and 2024: {@code TIMESTAMP,ContextTokens,GeneratedTokens}, the time as date and clock. */
    AZURE("TIMESTAMP", "ContextTokens", "GeneratedTokens"),

    /** BurstGPT: {@code Timestamp,Model,Request tokens,Response tokens,Total tokens,Log Type}, the time in seconds. */
    BURSTGPT("Timestamp", "Request tokens", "Response tokens"),

    /** Mooncake: JSON Lines with the time in milliseconds, the sizes and the names of the prompt's blocks. */
    MOONCAKE("timestamp", "input_length", "output_length");

    private final String time;
    private final String promptTokens;
    private final String answerTokens;

    TraceFormat(String time, String promptTokens, String answerTokens) {
        this.time = time;
        this.promptTokens = promptTokens;
        this.answerTokens = answerTokens;
    }

    /** Returns the name of the column or member with the time. */
    String time() {
        return time;
    }

    String promptTokens() {
        return promptTokens;
    }

    String answerTokens() {
        return answerTokens;
    }
}
