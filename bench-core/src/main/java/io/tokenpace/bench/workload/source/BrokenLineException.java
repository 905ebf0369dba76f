package io.tokenpace.bench.workload.source;

/** A line, or an element of an array, that keeps not to the format's rules. */
public final class BrokenLineException extends Exception {
    private static final long serialVersionUID = 1L;

    private final long line;
    private final boolean last;

    private BrokenLineException(long line, String rule, boolean last) {
        super(rule);
        this.line = line;
        this.last = last;
    }

    /** Says which rule the line breaks. What comes after it can be read. */
    public BrokenLineException(long line, String rule) {
        this(line, rule, false);
    }

    /** Says which rule the line breaks, and that nothing behind it can be read. */
    static BrokenLineException last(long line, String rule) {
        return new BrokenLineException(line, rule, true);
    }

    /** Returns the line's number, from 1. */
    public long line() {
        return line;
    }

    boolean isLast() {
        return last;
    }
}
