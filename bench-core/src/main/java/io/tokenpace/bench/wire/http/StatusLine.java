package io.tokenpace.bench.wire.http;

/** The first line of an answer, such as {@code HTTP/1.1 200 OK}. It is used again for the next one. */
final class StatusLine {
    private static final String BEGINNING = "HTTP/1.";
    private static final int VERSION_AT = BEGINNING.length();
    private static final int STATUS_AT = VERSION_AT + 2;
    private static final int STATUS_END = STATUS_AT + 3;

    private int minorVersion;
    private int status;

    void parse(byte[] line, int length) throws MalformedAnswerException {
        checkBeginning(line, length);
        if (length < STATUS_END || line[VERSION_AT + 1] != ' ') {
            throw notHttp();
        }
        minorVersion = digit(line[VERSION_AT]);
        status = 100 * digit(line[STATUS_AT]) + 10 * digit(line[STATUS_AT + 1]) + digit(line[STATUS_AT + 2]);
        if (status < 100) {
            throw new MalformedAnswerException("status (" + status + ") must be from 100 to 999");
        }
        if (length > STATUS_END && line[STATUS_END] != ' ') {
            throw new MalformedAnswerException("a status that does not end after three digits");
        }
        for (int i = STATUS_END; i < length; i++) {
            if (HeaderLine.isControl(line[i])) {
                throw new MalformedAnswerException("a control character in the first line");
            }
        }
    }

    /** Looks at a line that may not be whole yet: what speaks another protocol may never end it. */
    void checkBeginning(byte[] line, int length) throws MalformedAnswerException {
        for (int i = 0; i < Math.min(length, VERSION_AT); i++) {
            if (line[i] != BEGINNING.charAt(i)) {
                throw notHttp();
            }
        }
    }

    private static MalformedAnswerException notHttp() {
        return new MalformedAnswerException("a first line that is not HTTP/1.x with a status");
    }

    private static int digit(byte next) throws MalformedAnswerException {
        if (next < '0' || next > '9') {
            throw new MalformedAnswerException("a version or status that is no number");
        }
        return next - '0';
    }

    int minorVersion() {
        return minorVersion;
    }

    int status() {
        return status;
    }
}
