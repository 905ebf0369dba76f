package io.tokenpace.mock.truth;

import java.io.Writer;
import java.time.Instant;
import java.util.Locale;
import java.util.function.IntToLongFunction;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** The lines of a truth log. Times are integer nanoseconds of the monotonic clock, which the header ties to UTC. */
final class TruthLines {
    private static final String SCHEMA = "tokenpace.truth/1";

    private final JsonGenerator json;

    TruthLines(Writer out) {
        json = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
                .rootValueSeparator("")
                .build()
                .createGenerator(ObjectWriteContext.empty(), out);
    }

    void header(Instant utc, long monotonicNanos) {
        json.writeStartObject();
        json.writeStringProperty("schema", SCHEMA);
        json.writeStringProperty("start_utc", utc.toString());
        json.writeNumberProperty("start_monotonic_ns", monotonicNanos);
        endLine();
    }

    void request(RequestTruth truth) {
        json.writeStartObject();
        json.writeStringProperty("id", truth.id());
        json.writeStringProperty("key", truth.key());
        json.writeNumberProperty("prompt_tokens", truth.promptTokens());
        json.writeNumberProperty("max_tokens", truth.maxTokens());
        json.writeBooleanProperty("streamed", truth.streamed());
        json.writeStringProperty("ending", truth.ending().name().toLowerCase(Locale.ROOT));
        truth.fault().ifPresent(this::fault);
        json.writeNumberProperty("received_ns", truth.receivedNanos());
        json.writeNumberProperty("network_ns", truth.draws().networkNanos());
        json.writeNumberProperty("queue_ns", truth.draws().queueNanos());
        json.writeNumberProperty("prefill_ns", truth.draws().prefillNanos());
        json.writeNumberProperty("token_ns", truth.draws().tokenNanos());
        json.writeNumberProperty("answer_tokens", truth.draws().answerTokens());
        EventTimes events = truth.events();
        times("scheduled_ns", events.written(), events::scheduledNanos);
        times("written_ns", events.written(), events::writtenNanos);
        times("flushed_ns", events.flushed(), events::flushedNanos);
        endLine();
    }

    private void fault(FaultTruth fault) {
        json.writeStringProperty("fault", fault.text());
        json.writeNumberProperty("fault_event", fault.event());
        fault.atNanos().ifPresent(nanos -> json.writeNumberProperty("fault_ns", nanos));
    }

    void footer(long dropped) {
        json.writeStartObject();
        json.writeNumberProperty("dropped_requests", dropped);
        endLine();
        json.close();
    }

    private void times(String name, int count, IntToLongFunction nanos) {
        json.writeArrayPropertyStart(name);
        for (int event = 0; event < count; event++) {
            json.writeNumber(nanos.applyAsLong(event));
        }
        json.writeEndArray();
    }

    private void endLine() {
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
    }
}
