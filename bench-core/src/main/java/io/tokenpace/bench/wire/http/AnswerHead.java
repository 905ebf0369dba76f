package io.tokenpace.bench.wire.http;

/** What the head of an answer tells: its status, how its body ends, and what else was to be kept. */
public final class AnswerHead {
    private static final int UNTOLD = -1;
    private static final int SWITCHING_PROTOCOLS = 101;

    private final KeptHeaders kept = new KeptHeaders();
    private int status;
    private boolean persistent;
    private long contentLength = UNTOLD;
    private boolean chunked;
    private boolean typed;
    private boolean eventStream;
    private boolean closes;
    private boolean staysOpen;

    /** How the end of a body is told. */
    enum Body {
        NONE,
        SIZED,
        CHUNKED,
        UNTIL_CLOSE
    }

    /** Takes the status line of another head. */
    void begin(StatusLine line) {
        kept.clear();
        status = line.status();
        persistent = line.minorVersion() > 0;
        contentLength = UNTOLD;
        chunked = false;
        typed = false;
        eventStream = false;
        closes = false;
        staysOpen = false;
    }

    /** Takes a header, as far as it means something here. */
    void add(HeaderLine header, HeaderSieve sieve) throws MalformedAnswerException {
        if (header.isNamed("content-length")) {
            addLength(header);
        } else if (header.isNamed("transfer-encoding")) {
            addCoding(header);
        } else if (header.isNamed("content-type")) {
            addType(header);
        } else if (header.isNamed("connection")) {
            closes |= header.hasWord("close");
            staysOpen |= header.hasWord("keep-alive");
        } else if (sieve.keeps(header)) {
            kept.add(header);
        }
    }

    /** The first type stands. */
    private void addType(HeaderLine header) {
        if (!typed) {
            typed = true;
            eventStream = header.isOfType("text/event-stream");
        }
    }

    /** Two lengths are a trap even where they agree: each reader may pick another one. */
    private void addLength(HeaderLine header) throws MalformedAnswerException {
        if (contentLength != UNTOLD) {
            throw new MalformedAnswerException(header + " must not be told twice");
        }
        contentLength = header.number();
    }

    /** No request asks for another coding, and what is beneath one cannot be read. */
    private void addCoding(HeaderLine header) throws MalformedAnswerException {
        if (chunked || !header.isValued("chunked")) {
            throw new MalformedAnswerException(header + " must be chunked, and told once");
        }
        chunked = true;
    }

    /** Learns that all headers have come. Where they tell the length of the body in two ways, each reader may pick another. */
    void finish() throws MalformedAnswerException {
        if (chunked && contentLength != UNTOLD) {
            throw new MalformedAnswerException("content-length and transfer-encoding must not both be told");
        }
        if (chunked && !persistent) {
            throw new MalformedAnswerException("transfer-encoding must not be told in HTTP/1.0");
        }
    }

    /** Returns whether another head follows, that of the answer proper. */
    boolean informs() {
        return status < 200 && status != SWITCHING_PROTOCOLS;
    }

    Body body() {
        if (status < 200 || status == 204 || status == 304) {
            return Body.NONE;
        }
        if (chunked) {
            return Body.CHUNKED;
        }
        if (contentLength == UNTOLD) {
            return Body.UNTIL_CLOSE;
        }
        return contentLength == 0 ? Body.NONE : Body.SIZED;
    }

    long contentLength() {
        return contentLength;
    }

    public int status() {
        return status;
    }

    /** Returns whether the body is declared to be a stream of events. */
    public boolean isEventStream() {
        return eventStream;
    }

    /** Returns whether another answer may follow on the same connection. */
    public boolean allowsAnother() {
        return !closes && (persistent || staysOpen) && status != SWITCHING_PROTOCOLS && body() != Body.UNTIL_CLOSE;
    }

    /** Takes the headers that were to be kept, as lines of {@code name:value} that end with a line feed; they can be had once. */
    public byte[] takeKeptLines() {
        return kept.take();
    }
}
