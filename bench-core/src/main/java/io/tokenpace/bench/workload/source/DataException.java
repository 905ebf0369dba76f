package io.tokenpace.bench.workload.source;

/** A file that cannot serve. The message is one line and names the file and, where there is one, the line in it. */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DataException(String message) {
        super(message);
    }

    DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
