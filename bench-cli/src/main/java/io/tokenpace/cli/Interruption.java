package io.tokenpace.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a run end in order when the process is told to stop. The virtual machine keeps the signal's own exit code (130 or
 * 143); this only makes it wait until the partial result is saved and printed.
 */
final class Interruption {
    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch saved = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(Runnable interrupt) {
        hook = new Thread(
                () -> {
                    interrupt.run();
                    awaitSaved();
                },
                "interruption");
    }

    static Interruption of(Runnable interrupt) {
        Interruption interruption = new Interruption(interrupt);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void awaitSaved() {
        try {
            saved.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the watch: the result is saved. */
    void end() {
        saved.countDown();
        if (!hook.isAlive()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process is ending already; the hook has done its work.
            }
        }
    }
}
