package io.tokenpace.mock.truth;

import java.io.Writer;
import java.time.Instant;
import java.util.function.IntToLongFunction;
import tools.jackson.core.JsonGenerator;

/** The lines of a truth log. Times are integer nanoseconds of the monotonic clock, which the header ties to UTC. */
final class TruthLines {
    private static final String SCHEMA = "tokenpace.truth/1";

    private final JsonGenerator json;

    TruthLines(Writer out) {
        json = JsonLines.generator(out);
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
        account(truth.account());
        json.writeStringProperty("ending", truth.ending().word());
        truth.fault().ifPresent(this::fault);
        json.writeNumberProperty("received_ns", truth.receivedNanos());
        json.writeNumberProperty("network_ns", truth.draws().networkNanos());
        json.writeNumberProperty("queue_ns", truth.draws().queueNanos());
        json.writeNumberProperty("slot_wait_ns", truth.slotWaitNanos());
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

    private void account(Account account) {
        json.writeStringProperty("api", account.api());
        json.writeStringProperty("model", account.model());
        json.writeNumberProperty("prompt_tokens", account.promptTokens());
        json.writeNumberProperty("cached_tokens", account.cachedTokens());
        json.writeNumberProperty("max_tokens", account.maxTokens());
        json.writeNumberProperty("thinking_tokens", account.thinkingTokens());
        json.writeBooleanProperty("streamed", account.streamed());
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
