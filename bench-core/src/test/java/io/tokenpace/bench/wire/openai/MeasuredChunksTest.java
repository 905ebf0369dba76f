package io.tokenpace.bench.wire.openai;

import io.tokenpace.bench.wire.AnswerReader;
import io.tokenpace.bench.wire.EventShapes;
import io.tokenpace.bench.wire.MeasuredEventsContract;
import io.tokenpace.bench.wire.Recorded;
import io.tokenpace.bench.wire.TwinReaders;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MeasuredChunksTest extends MeasuredEventsContract {
    @Override
    protected AnswerReader newReader(EventShapes shapes) {
        return new OpenAiReader(OpenAiBody.JSON, shapes);
    }

    @Override
    protected List<byte[]> streams() {
        return Stream.of("chat", "hidden-reasoning", "deepseek", "vllm", "tools", "completions", "error")
                .map(name -> Recorded.bytes(Chunks.class, name))
                .toList();
    }

    @Override
    protected List<String> commonEvents() {
        return List.of(
                chunk("\"delta\":{\"content\":\"word\"},\"logprobs\":null,\"finish_reason\":null}],\"usage\":null}"),
                chunk("\"delta\":{\"role\":\"assistant\",\"content\":\"word\"},\"finish_reason\":null}]}"),
                chunk("\"delta\":{\"content\":\"word\"},\"finish_reason\":null}],\"obfuscation\":\"wl1L4ubkZC2\"}"),
                chunk("\"delta\":{\"content\":null,\"reasoning_content\":\"word\"},\"finish_reason\":null}]}"),
                chunk("\"delta\":{\"reasoning\":\"word\"},\"logprobs\":null,\"finish_reason\":null}],\"usage\":null}"),
                chunk("\"delta\":{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"word\"}}]}}]}"),
                chunk(
                        "\"text\":\"word\",\"logprobs\":null,\"finish_reason\":null,\"stop_reason\":null}],\"usage\":null}"));
    }

    @Test
    void shouldLearnNothingFromTwoStringsOfContent() {
        EventShapes shapes = new EventShapes(EventShapes.USUAL);
        String both = chunk("\"delta\":{\"reasoning\":\"word\",\"reasoning_content\":\"word\"}}]}");

        new TwinReaders(newReader(shapes), newReader(new EventShapes(0)))
                .read(both, both, both.replace("_content\":\"word", "_content\":\"x"), both.replace("word", "x"));
    }

    private static String chunk(String rest) {
        return "{\"id\":\"x-1\",\"object\":\"chunk\",\"created\":1761380917,\"model\":\"m\",\"choices\":[{\"index\":0,"
                + rest;
    }
}
