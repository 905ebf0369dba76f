package io.tokenpace.bench.run;

import io.tokenpace.bench.client.ClientLoop;
import io.tokenpace.bench.client.Exchange;
import io.tokenpace.bench.outcome.Usage;
import io.tokenpace.bench.workload.FollowUp;
import io.tokenpace.bench.workload.WorkItem;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * The one thread that writes what could not be prepared ahead of time, because an answer is part of it. A long
 * conversation takes milliseconds to write, in which an event loop would stamp everything late.
 */
final class Scribe implements AutoCloseable {
    private final Preparer preparer;
    private final FirstFailure failure;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread scribe = new Thread(task, "scribe");
        scribe.setDaemon(true);
        return scribe;
    });

    Scribe(Preparer preparer, FirstFailure failure) {
        this.preparer = preparer;
        this.failure = failure;
    }

    /**
     * Writes what is said after an answer.
     *
     * @param answered what has ended on the loop, its text kept
     * @param then takes the next request, on the loop
     */
    void write(FollowUp followUp, Exchange answered, ClientLoop loop, Consumer<Errand> then) {
        thread.execute(() -> {
            try {
                WorkItem next = followUp.after(answered.text(), tokens(answered.usage()));
                Errand errand = preparer.prepareAfter(answered.request(), next);
                loop.execute(() -> then.accept(errand));
            } catch (RuntimeException | Error e) {
                failure.report(e);
            }
        });
    }

    private static int tokens(Usage usage) {
        return usage.hasInput() && usage.hasOutput()
                ? usage.totalInputTokens() + usage.outputTokens()
                : WorkItem.UNKNOWN_SIZE;
    }

    /** Writes nothing more. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
