package io.tokenpace.bench.run;

import io.tokenpace.bench.client.ClientLoop;
import io.tokenpace.bench.client.Exchange;
import java.util.function.Consumer;

/**
 * The conversations on one event loop: an answer is followed by the next turn, once the user has thought, until the last
 * turn or one that fails. Everything here runs on the loop.
 */
final class Talks {
    private final ClientLoop loop;
    private final Scribe scribe;
    private final LaneBook book;

    Talks(ClientLoop loop, Scribe scribe, LaneBook book) {
        this.loop = loop;
        this.scribe = scribe;
        this.book = book;
    }

    /** Learns that an errand is about to be sent. */
    void begin(Errand errand, Exchange exchange) {
        if (errand.followUp().isPresent()) {
            exchange.keepText();
        }
        if (errand.request().turn() == 1 && !errand.request().warmup()) {
            book.beginTalk();
        }
    }

    /**
     * Goes on with a conversation after an answer, and returns whether it does.
     *
     * @param next takes the following turn when it is due
     */
    boolean goOn(Errand errand, Exchange answered, Consumer<Errand> next) {
        if (errand.request().turn() == 0 || errand.request().warmup() || answered.cancelled()) {
            return false;
        }
        if (errand.followUp().isEmpty() || !answered.succeeded()) {
            book.endTalk(answered.succeeded());
            return false;
        }
        if (book.isFinished()) {
            return false;
        }
        pause(errand, answered);
        scribe.write(
                errand.followUp().get(),
                answered,
                loop,
                written -> at(dueNanos(errand, answered), () -> {
                    resume(errand, answered);
                    next.accept(written);
                }));
        return true;
    }

    /** Runs what a user does next, with or without a conversation, once the user has thought. */
    void afterThought(Errand errand, Exchange answered, Runnable next) {
        if (errand.thinkNanos() == 0) {
            next.run();
            return;
        }
        pause(errand, answered);
        at(dueNanos(errand, answered), () -> {
            resume(errand, answered);
            next.run();
        });
    }

    /** Returns when a user is to send what comes after an answer. */
    static long dueNanos(Errand errand, Exchange answered) {
        return answered.endNanos() + errand.thinkNanos();
    }

    private void pause(Errand errand, Exchange answered) {
        if (errand.thinkNanos() > 0) {
            loop.pauses().begin(answered.endNanos());
        }
    }

    private void resume(Errand errand, Exchange answered) {
        if (errand.thinkNanos() > 0) {
            loop.pauses().end(dueNanos(errand, answered));
        }
    }

    private void at(long nanos, Runnable task) {
        long delay = nanos - loop.now();
        if (delay > 0) {
            loop.schedule(task, delay);
        } else {
            task.run();
        }
    }
}
