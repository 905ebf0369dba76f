package io.tokenpace.bench;

import io.tokenpace.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String[] BELOW_RUN = {
        "clock",
        "outcome",
        "draw",
        "wire.sse",
        "wire.http",
        "wire",
        "wire.anthropic",
        "wire.openai",
        "workload",
        "workload.source",
        "workload.dataset",
        "workload.trace",
        "schedule",
        "client",
        "result",
        "measure",
        "folder",
        "analysis"
    };

    @Test
    void shouldImportOnlyWhatTheTableAllows() {
        HouseRules.of("io.tokenpace.bench")
                .room("clock")
                .room("outcome")
                .room("draw")
                .room("wire.sse")
                .room("wire.http")
                .room("wire", "outcome")
                .room("wire.anthropic", "wire", "wire.sse", "outcome")
                .room("wire.openai", "wire", "outcome")
                .room("workload", "wire", "draw")
                .room("workload.source")
                .room("workload.dataset", "workload", "workload.source", "wire")
                .room("workload.trace", "workload", "workload.source", "wire", "draw")
                .room("schedule", "draw")
                .room("client", "wire", "wire.sse", "wire.http", "outcome", "clock")
                .room("result", "outcome")
                .room("measure", "client", "outcome", "clock", "result")
                .room("folder", "result", "outcome")
                .room("analysis", "result", "outcome", "draw")
                .room("run", BELOW_RUN)
                .room("report", "result", "outcome", "measure", "analysis", "folder")
                .room("report.html", "result", "outcome", "analysis", "folder")
                .nettyBuffers("wire", "wire.sse", "wire.http", "wire.anthropic")
                .netty("client")
                .check();
    }
}
