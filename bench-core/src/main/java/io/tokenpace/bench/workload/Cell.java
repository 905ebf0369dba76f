package io.tokenpace.bench.workload;

/** One combination of sizes. */
public record Cell(int promptTokens, int maxTokens) {}
