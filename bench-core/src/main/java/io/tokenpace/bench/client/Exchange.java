package io.tokenpace.bench.client;

import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.outcome.StopReason;
import io.tokenpace.bench.outcome.Usage;
import io.tokenpace.bench.wire.Answer;
import java.util.Optional;

/**
 * One request and its answer: what was asked, every stamp, and how it ended. All stamps are nanoseconds of one monotonic
 * clock; {@link #UNSET} stands for what has not happened. Written by one event loop, and by no other.
 */
public final class Exchange {
    /** Stands for a stamp that was never taken. A monotonic clock may well return −1, but not this. */
    public static final long UNSET = Long.MIN_VALUE;

    private final PreparedRequest request;
    private final long intendedNanos;
    private final long startedNanos;
    private final ExchangeListener listener;
    private final Optional<Exchange> before;
    private final Answer answer = new Answer();
    private final ContentSpan content = new ContentSpan();
    private final ContentSpan visible = new ContentSpan();

    private long sentNanos = UNSET;
    private long writtenNanos = UNSET;
    private long connectBeganNanos = UNSET;
    private long connectedNanos = UNSET;
    private long tlsDoneNanos = UNSET;
    private long headNanos = UNSET;
    private long firstEventNanos = UNSET;
    private long thinkingNanos = UNSET;
    private long firstTextNanos = UNSET;
    private long lastArrivalNanos = UNSET;
    private long endNanos = UNSET;
    private long longestGapNanos;
    private int status;
    private AnswerHeaders headers = AnswerHeaders.NONE;
    private int staleConnections;
    private boolean cancelled;
    private Optional<ErrorKind> error = Optional.empty();
    private String errorText = "";
    private Optional<Forwarder> forwarder = Optional.empty();
    private ArrivalLog arrivals = new ArrivalLog();

    /**
     * @param intendedNanos when the schedule wanted it sent
     * @param startedNanos when the client took it up
     * @param listener learns of its end
     */
    public Exchange(PreparedRequest request, long intendedNanos, long startedNanos, ExchangeListener listener) {
        this(request, intendedNanos, startedNanos, listener, Optional.empty());
    }

    private Exchange(
            PreparedRequest request,
            long intendedNanos,
            long startedNanos,
            ExchangeListener listener,
            Optional<Exchange> before) {
        this.request = request;
        this.intendedNanos = intendedNanos;
        this.startedNanos = startedNanos;
        this.listener = listener;
        this.before = before;
    }

    /** Returns the next attempt at the same request: it was intended when this one was, and has the same listener. */
    public Exchange again(long nowNanos) {
        Exchange next = new Exchange(request, intendedNanos, nowNanos, listener, Optional.of(this));
        if (answer.keepsText()) {
            next.keepText();
        }
        return next;
    }

    /** Notes who is handed the request to pass it on, if anybody is. */
    void through(Optional<Forwarder> who) {
        forwarder = who;
    }

    void connecting(long atNanos) {
        connectBeganNanos = atNanos;
    }

    void connected(long atNanos) {
        connectedNanos = atNanos;
    }

    void tlsDone(long atNanos) {
        tlsDoneNanos = atNanos;
    }

    void sent(long atNanos, ArrivalLog log) {
        sentNanos = atNanos;
        lastArrivalNanos = atNanos;
        arrivals = log;
        log.clear();
    }

    void written(long atNanos) {
        writtenNanos = atNanos;
    }

    void head(long atNanos, int httpStatus, AnswerHeaders told) {
        headNanos = atNanos;
        status = httpStatus;
        headers = told;
    }

    /** Notes that it was never sent after all: the connection had been closed before. */
    void staleConnection() {
        staleConnections++;
        sentNanos = UNSET;
        writtenNanos = UNSET;
    }

    /** Stamps whatever the events of one arrival have brought, and returns how many of them carried content. */
    int arrival(long atNanos) {
        lastArrivalNanos = atNanos;
        if (firstEventNanos == UNSET && answer.events() > 0) {
            firstEventNanos = atNanos;
        }
        if (thinkingNanos == UNSET && answer.thinkingBegun()) {
            thinkingNanos = atNanos;
        }
        if (firstTextNanos == UNSET && answer.textEvents() > 0) {
            firstTextNanos = atNanos;
        }
        long previous = content.lastNanos();
        int fresh = content.advance(atNanos, answer.contentEvents(), answer.contentChars());
        if (fresh > 0 && previous != UNSET) {
            long gap = atNanos - previous;
            longestGapNanos = Math.max(longestGapNanos, gap);
            arrivals.add(gap, fresh);
        }
        visible.advance(atNanos, answer.visibleEvents(), answer.visibleChars());
        if (endNanos == UNSET && answer.ended()) {
            endNanos = atNanos;
        }
        return fresh;
    }

    /**
     * Stamps an answer that came whole, and returns how many pieces of content it holds. When its first token was made
     * nobody can tell, so that only the end is stamped.
     */
    int arrivedWhole(long atNanos) {
        lastArrivalNanos = atNanos;
        int pieces = content.whole(atNanos, answer.contentEvents(), answer.contentChars());
        visible.whole(atNanos, answer.visibleEvents(), answer.visibleChars());
        if (answer.ended()) {
            endNanos = atNanos;
        }
        return pieces;
    }

    void fail(ErrorKind kind, String text, long atNanos) {
        error = Optional.of(kind);
        errorText = text;
        endNanos = atNanos;
    }

    /** Fails by words of the answer, which may be those of somebody in between. */
    void failAnswered(ErrorKind kind, String words, long atNanos) {
        fail(kind, forwarder.map(who -> who.describe(status, words)).orElse(words), atNanos);
    }

    void cancel(long atNanos) {
        cancelled = true;
        endNanos = atNanos;
    }

    /** Makes the exchange keep the answer's words, for the next turn of its conversation. To be called before it is sent. */
    public void keepText() {
        answer.keepText();
    }

    /** Returns the words of the answer, empty where they were not to be kept. */
    public String text() {
        return answer.text();
    }

    /** Returns the first of the service's models, where those were asked for. */
    public Optional<String> firstModel() {
        return answer.firstModel();
    }

    /** Gives up an exchange that was never handed to a loop; its listener is told. */
    public void cancelUnsent(long nowNanos) {
        cancel(nowNanos);
        end();
    }

    void end() {
        listener.ended(this);
    }

    /** Returns the attempt at the same request that failed before this one. */
    public Optional<Exchange> before() {
        return before;
    }

    public PreparedRequest request() {
        return request;
    }

    Answer answer() {
        return answer;
    }

    /** Returns the tokens by the service's count, as far as it has given one. */
    public Usage usage() {
        return answer.usage();
    }

    public StopReason stopReason() {
        return answer.stopReason();
    }

    /** Returns all content, thinking included. */
    public ContentSpan content() {
        return content;
    }

    /** Returns text and tool input only. */
    public ContentSpan visible() {
        return visible;
    }

    public ArrivalLog arrivals() {
        return arrivals;
    }

    public boolean succeeded() {
        return error.isEmpty() && !cancelled;
    }

    /** Returns whether the run ended before the answer did. */
    public boolean cancelled() {
        return cancelled;
    }

    public Optional<ErrorKind> error() {
        return error;
    }

    public String errorText() {
        return errorText;
    }

    public int status() {
        return status;
    }

    /** Returns what the headers of the answer tell; nothing where no head came. */
    public AnswerHeaders headers() {
        return headers;
    }

    public int staleConnections() {
        return staleConnections;
    }

    public long intendedNanos() {
        return intendedNanos;
    }

    public long startedNanos() {
        return startedNanos;
    }

    /** Returns when this request began to open its connection, if it had to. */
    public long connectBeganNanos() {
        return connectBeganNanos;
    }

    public long connectedNanos() {
        return connectedNanos;
    }

    /** Returns when the connection that it opened was private; unset where it is not to be. */
    public long tlsDoneNanos() {
        return tlsDoneNanos;
    }

    public long sentNanos() {
        return sentNanos;
    }

    public long writtenNanos() {
        return writtenNanos;
    }

    public long headNanos() {
        return headNanos;
    }

    public long firstEventNanos() {
        return firstEventNanos;
    }

    public long thinkingNanos() {
        return thinkingNanos;
    }

    public long firstTextNanos() {
        return firstTextNanos;
    }

    public long endNanos() {
        return endNanos;
    }

    public long longestGapNanos() {
        return longestGapNanos;
    }

    long lastArrivalNanos() {
        return lastArrivalNanos;
    }
}
