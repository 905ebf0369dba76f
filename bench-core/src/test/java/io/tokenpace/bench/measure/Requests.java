package io.tokenpace.bench.measure;

import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.outcome.StopReason;
import io.tokenpace.bench.outcome.Usage;
import io.tokenpace.bench.result.Attempt;
import io.tokenpace.bench.result.Outcome;
import io.tokenpace.bench.result.RequestRecord;
import io.tokenpace.bench.result.ServiceHeaders;
import io.tokenpace.bench.result.Stamps;
import io.tokenpace.bench.result.StreamedContent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes request records for tests, all times in milliseconds. */
public final class Requests {
    private static final long MILLI = 1_000_000;
    private static final long NEVER = Stamps.UNKNOWN;

    private int cell;
    private int promptTokens = 100;
    private long intended;
    private long started;
    private long connecting = NEVER;
    private long connected = NEVER;
    private long tlsDone = NEVER;
    private long sent = 1 * MILLI;
    private long thinking = NEVER;
    private long firstToken = 101 * MILLI;
    private long firstVisible = 101 * MILLI;
    private long lastToken = 401 * MILLI;
    private Usage usage = new Usage(100, 0, 0, 11, 0);
    private StreamedContent content = new StreamedContent(11, 55, 1, 5);
    private StreamedContent visible = content;
    private int status = 200;
    private ServiceHeaders headers = ServiceHeaders.NONE;
    private List<Attempt> attempts = List.of();
    private Optional<ErrorKind> error = Optional.empty();

    private Requests() {}

    /** Begins with 100 prompt tokens sent after 1 ms, the first of 11 tokens after 100 ms more, then one every 30 ms. */
    public static Requests good() {
        return new Requests();
    }

    public Requests inCell(int number, int tokens) {
        cell = number;
        promptTokens = tokens;
        return this;
    }

    public Requests timedAt(long intendedMs, long startedMs, long sentMs) {
        intended = intendedMs * MILLI;
        started = startedMs * MILLI;
        sent = sentMs * MILLI;
        return this;
    }

    public Requests tokens(long firstMs, long lastMs) {
        firstToken = firstMs * MILLI;
        firstVisible = firstToken;
        lastToken = lastMs * MILLI;
        return this;
    }

    /** Lets the answer come whole, so that nothing is known of its first token. */
    public Requests came(long wholeMs) {
        firstToken = NEVER;
        firstVisible = NEVER;
        lastToken = wholeMs * MILLI;
        return this;
    }

    public Requests thought(long sinceMs, long visibleMs, StreamedContent visibleContent) {
        thinking = sinceMs * MILLI;
        firstVisible = visibleMs * MILLI;
        visible = visibleContent;
        return this;
    }

    /** In ms from the start; a negative one never came. */
    public Requests opening(long connectingMs, long connectedMs, long tlsDoneMs) {
        connecting = connectingMs * MILLI;
        connected = connectedMs * MILLI;
        tlsDone = tlsDoneMs < 0 ? NEVER : tlsDoneMs * MILLI;
        return this;
    }

    public Requests usage(Usage counted) {
        usage = counted;
        return this;
    }

    public Requests content(StreamedContent streamed) {
        content = streamed;
        visible = streamed;
        return this;
    }

    public Requests failed(ErrorKind kind) {
        error = Optional.of(kind);
        return this;
    }

    /** Lets the service refuse it, with these headers. */
    public Requests refused(int withStatus, ServiceHeaders told) {
        status = withStatus;
        headers = told;
        return failed(ErrorKind.ofStatus(withStatus));
    }

    /** Returns an attempt that the service refused, and after which so long was waited. */
    public static Attempt refusal(long sentMs, long endMs, long waitedMs) {
        return new Attempt(
                sentMs * MILLI,
                NEVER,
                sentMs * MILLI,
                endMs * MILLI,
                Optional.of(ErrorKind.OVERLOADED),
                "Overloaded",
                529,
                ServiceHeaders.NONE,
                OptionalLong.of(waitedMs * MILLI));
    }

    /** Returns the attempt that was answered. */
    public static Attempt answered(long sentMs, long endMs) {
        return new Attempt(
                sentMs * MILLI,
                NEVER,
                sentMs * MILLI,
                endMs * MILLI,
                Optional.empty(),
                "",
                200,
                ServiceHeaders.NONE,
                OptionalLong.empty());
    }

    public Requests attempts(Attempt... made) {
        attempts = List.of(made);
        return this;
    }

    public RequestRecord record() {
        return new RequestRecord(
                0,
                false,
                cell,
                0,
                promptTokens,
                11,
                error.isPresent() ? Outcome.FAILED : Outcome.SUCCEEDED,
                error,
                "",
                status,
                headers,
                0,
                new Stamps(
                        intended,
                        started,
                        connecting,
                        connected,
                        tlsDone,
                        sent,
                        sent,
                        sent + MILLI,
                        sent + MILLI,
                        thinking,
                        firstToken,
                        firstVisible,
                        firstVisible,
                        lastToken,
                        lastToken,
                        lastToken),
                usage,
                StopReason.MAX_TOKENS,
                content,
                visible,
                30 * MILLI,
                attempts);
    }
}
