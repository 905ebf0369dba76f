package io.tokenpace.bench.folder;

import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.outcome.StopReason;
import io.tokenpace.bench.outcome.Usage;
import io.tokenpace.bench.result.Attempt;
import io.tokenpace.bench.result.Outcome;
import io.tokenpace.bench.result.RequestRecord;
import io.tokenpace.bench.result.ServiceHeaders;
import io.tokenpace.bench.result.Stamps;
import io.tokenpace.bench.result.StreamedContent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** Reads one line of {@code requests.jsonl}: the mirror image of {@link RequestLog}. */
final class RequestLine {
    private static final StreamedContent NOTHING = new StreamedContent(0, 0, 0, 0);

    private final JsonNode line;

    private RequestLine(JsonNode line) {
        this.line = line;
    }

    static RequestRecord parse(byte[] bytes) {
        return new RequestLine(Json.tree(bytes)).request();
    }

    private RequestRecord request() {
        StreamedContent content = streamed("content", NOTHING);
        return new RequestRecord(
                line.path("index").asLong(),
                line.path("warmup").asBoolean(false),
                count("cell"),
                count("turn"),
                count("prompt_tokens"),
                count("max_tokens"),
                Outcome.valueOf(upper("outcome")),
                error(line),
                text(line, "error_text"),
                count("status"),
                headers(line),
                count("stale_connections"),
                stamps(),
                usage(),
                StopReason.ofLabel(text(line, "stop_reason")),
                content,
                streamed("visible", content),
                line.path("longest_gap").asLong(0),
                attempts());
    }

    private Stamps stamps() {
        return new Stamps(
                stamp(line, "intended"),
                stamp(line, "started"),
                stamp(line, "connecting"),
                stamp(line, "connected"),
                stamp(line, "tls_done"),
                stamp(line, "sent"),
                stamp(line, "written"),
                stamp(line, "head"),
                stamp(line, "first_event"),
                stamp(line, "thinking"),
                stamp(line, "first_token"),
                stamp(line, "first_visible"),
                stamp(line, "first_text"),
                stamp(line, "last_visible"),
                stamp(line, "last_token"),
                stamp(line, "end"));
    }

    private Usage usage() {
        return new Usage(
                tokens("input_tokens"),
                tokens("cache_creation_tokens"),
                tokens("cache_read_tokens"),
                tokens("output_tokens"),
                tokens("thinking_tokens"));
    }

    private StreamedContent streamed(String name, StreamedContent absent) {
        JsonNode at = line.path(name);
        return at.isMissingNode()
                ? absent
                : new StreamedContent(
                        at.path("events").asInt(0),
                        at.path("chars").asInt(0),
                        at.path("first_events").asInt(0),
                        at.path("first_chars").asInt(0));
    }

    private List<Attempt> attempts() {
        List<Attempt> attempts = new ArrayList<>();
        for (JsonNode at : line.path("attempts")) {
            attempts.add(new Attempt(
                    stamp(at, "started"),
                    stamp(at, "connecting"),
                    stamp(at, "sent"),
                    stamp(at, "end"),
                    error(at),
                    text(at, "error_text"),
                    at.path("status").asInt(0),
                    headers(at),
                    at.has("waited") ? OptionalLong.of(at.path("waited").asLong()) : OptionalLong.empty()));
        }
        return attempts;
    }

    private static Optional<ErrorKind> error(JsonNode at) {
        return at.has("error")
                ? Optional.of(ErrorKind.valueOf(at.path("error").asString().toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    private static ServiceHeaders headers(JsonNode at) {
        Map<String, String> limits = new LinkedHashMap<>();
        at.path("headers")
                .properties()
                .forEach(header -> limits.put(header.getKey(), header.getValue().asString()));
        Optional<String> id =
                at.has("request_id") ? Optional.of(at.path("request_id").asString()) : Optional.empty();
        return id.isEmpty() && limits.isEmpty() ? ServiceHeaders.NONE : new ServiceHeaders(id, limits);
    }

    private static long stamp(JsonNode at, String name) {
        return at.path(name).asLong(Stamps.UNKNOWN);
    }

    private int tokens(String name) {
        return line.path(name).asInt(Usage.UNKNOWN);
    }

    private int count(String name) {
        return line.path(name).asInt(0);
    }

    private String upper(String name) {
        return text(line, name).toUpperCase(Locale.ROOT);
    }

    private static String text(JsonNode at, String name) {
        return at.path(name).asString("");
    }
}
