package io.tokenpace.bench.folder;

import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.outcome.Usage;
import io.tokenpace.bench.result.Attempt;
import io.tokenpace.bench.result.RequestRecord;
import io.tokenpace.bench.result.ServiceHeaders;
import io.tokenpace.bench.result.Stamps;
import io.tokenpace.bench.result.StreamedContent;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** {@code requests.jsonl}: one line a request, with what is unknown left out. */
final class RequestLog implements Closeable {
    private static final String SCHEMA = "tokenpace.requests/1";

    private final OutputStream out;
    private final JsonGenerator json;

    RequestLog(OutputStream out, LogStart start) throws IOException {
        this.out = out;
        out.write(Json.line(start.header(SCHEMA)));
        out.write('\n');
        JsonFactory factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .rootValueSeparator((String) null)
                .build();
        json = factory.createGenerator(ObjectWriteContext.empty(), out);
    }

    void append(RequestRecord request, RequestSieve.Reason kept) throws IOException {
        try {
            write(request, kept);
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private void write(RequestRecord request, RequestSieve.Reason kept) {
        json.writeStartObject();
        json.writeNumberProperty("index", request.index());
        if (request.warmup()) {
            json.writeBooleanProperty("warmup", true);
        }
        if (kept != RequestSieve.Reason.ALL) {
            json.writeStringProperty("kept", kept.label());
        }
        positive("cell", request.cell());
        positive("turn", request.turn());
        positive("prompt_tokens", request.promptTokens());
        json.writeNumberProperty("max_tokens", request.maxTokens());
        json.writeStringProperty("outcome", request.outcome().label());
        writeFailure(request);
        writeStamps(request.stamps());
        writeUsage(request.usage());
        writeContent(request);
        writeAttempts(request.attempts());
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void writeFailure(RequestRecord request) {
        writeFailure(request.error(), request.errorText(), request.status(), request.headers());
        positive("stale_connections", request.staleConnections());
    }

    private void writeFailure(Optional<ErrorKind> error, String text, int status, ServiceHeaders headers) {
        error.map(ErrorKind::label).ifPresent(kind -> {
            json.writeStringProperty("error", kind);
            json.writeStringProperty("error_text", text);
        });
        positive("status", status);
        writeHeaders(headers);
    }

    private void writeHeaders(ServiceHeaders headers) {
        headers.requestId().ifPresent(id -> json.writeStringProperty("request_id", id));
        if (!headers.limits().isEmpty()) {
            json.writeObjectPropertyStart("headers");
            headers.limits().forEach(json::writeStringProperty);
            json.writeEndObject();
        }
    }

    private void writeStamps(Stamps at) {
        stamp("intended", at.intended());
        stamp("started", at.started());
        stamp("connecting", at.connecting());
        stamp("connected", at.connected());
        stamp("tls_done", at.tlsDone());
        stamp("sent", at.sent());
        stamp("written", at.written());
        stamp("head", at.head());
        stamp("first_event", at.firstEvent());
        stamp("thinking", at.thinking());
        stamp("first_token", at.firstToken());
        stamp("first_visible", at.firstVisible());
        stamp("first_text", at.firstText());
        stamp("last_visible", at.lastVisible());
        stamp("last_token", at.lastToken());
        stamp("end", at.end());
    }

    private void writeUsage(Usage usage) {
        known("input_tokens", usage.inputTokens());
        known("cache_creation_tokens", usage.cacheCreationTokens());
        known("cache_read_tokens", usage.cacheReadTokens());
        known("output_tokens", usage.outputTokens());
        known("thinking_tokens", usage.thinkingTokens());
    }

    private void writeContent(RequestRecord request) {
        json.writeStringProperty("stop_reason", request.stopReason().label());
        writeStreamed("content", request.content());
        if (!request.visible().equals(request.content())) {
            writeStreamed("visible", request.visible());
        }
        positive("longest_gap", request.longestGapNanos());
    }

    private void writeStreamed(String name, StreamedContent streamed) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("events", streamed.events());
        json.writeNumberProperty("chars", streamed.chars());
        json.writeNumberProperty("first_events", streamed.firstEvents());
        json.writeNumberProperty("first_chars", streamed.firstChars());
        json.writeEndObject();
    }

    private void writeAttempts(List<Attempt> attempts) {
        if (attempts.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("attempts");
        for (Attempt attempt : attempts) {
            json.writeStartObject();
            stamp("started", attempt.started());
            stamp("connecting", attempt.connecting());
            stamp("sent", attempt.sent());
            stamp("end", attempt.end());
            writeFailure(attempt.error(), attempt.errorText(), attempt.status(), attempt.headers());
            attempt.waitedNanos().ifPresent(waited -> json.writeNumberProperty("waited", waited));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void stamp(String name, long nanos) {
        if (nanos != Stamps.UNKNOWN) {
            json.writeNumberProperty(name, nanos);
        }
    }

    private void known(String name, int tokens) {
        if (tokens != Usage.UNKNOWN) {
            json.writeNumberProperty(name, tokens);
        }
    }

    private void positive(String name, long count) {
        if (count > 0) {
            json.writeNumberProperty(name, count);
        }
    }

    void flush() throws IOException {
        try {
            json.flush();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        json.close();
        out.close();
    }
}
