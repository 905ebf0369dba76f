package io.tokenpace.bench.clock;

/** A monotonic clock in nanoseconds, handed to whoever stamps, so that a test can turn it by hand. */
@FunctionalInterface
public interface NanoClock {
    /** The clock of the machine. On Linux every process of one host shares it. */
    NanoClock SYSTEM = System::nanoTime;

    /** Returns nanoseconds since an arbitrary moment; only differences mean anything. */
    long nanoTime();
}
