package io.tokenpace.bench.wire.anthropic;

import io.tokenpace.bench.wire.AnswerReader;
import io.tokenpace.bench.wire.EventShapes;
import io.tokenpace.bench.wire.MeasuredEventsContract;
import java.util.List;
import java.util.stream.Stream;

class MeasuredEventsTest extends MeasuredEventsContract {
    @Override
    protected AnswerReader newReader(EventShapes shapes) {
        return AnthropicFormat.newReader(shapes);
    }

    @Override
    protected List<byte[]> streams() {
        return Stream.of("full", "basic", "tool-use", "thinking", "omitted-thinking", "error")
                .map(Streams::bytes)
                .toList();
    }

    @Override
    protected List<String> commonEvents() {
        return List.of(
                "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"word\"}}",
                "{\"type\": \"content_block_delta\", \"index\": 0, \"delta\": {\"type\": \"text_delta\", \"text\": \"word\"}}",
                "{\"type\":\"content_block_delta\",\"index\":1,\"delta\":{\"type\":\"text_delta\",\"text\":\"word\"}      }",
                "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"thinking_delta\",\"thinking\":\"word\"} }",
                "{\"type\":\"content_block_delta\",\"index\":2,"
                        + "\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"word\\\"\"}}",
                "{\"delta\":{\"text\":\"word\",\"type\":\"text_delta\"},\"type\":\"content_block_delta\",\"index\":0}");
    }
}
