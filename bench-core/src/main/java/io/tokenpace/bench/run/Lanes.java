package io.tokenpace.bench.run;

import java.time.Duration;
import java.util.List;

/** The lanes of a load, seen from outside: when they have done their work, and how much of it. */
final class Lanes {
    private final List<LaneBook> books;

    Lanes(List<LaneBook> books) {
        this.books = List.copyOf(books);
    }

    /** Waits until nothing more will be taken up. */
    void awaitLastStart() throws InterruptedException {
        for (LaneBook book : books) {
            book.awaitLastStart();
        }
    }

    /** Waits until every exchange has ended, and returns whether that came about in time. */
    boolean awaitEnd(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (LaneBook book : books) {
            if (!book.awaitEnd(Duration.ofNanos(deadline - System.nanoTime()))) {
                return false;
            }
        }
        return true;
    }

    /** Returns how many requests have been taken up, warm-up included. */
    long started() {
        return books.stream().mapToLong(LaneBook::started).sum();
    }

    /** Returns how many of them a conversation brought, and not the schedule. */
    long followUps() {
        return books.stream().mapToLong(LaneBook::followUps).sum();
    }

    /** Returns what has become of conversations so far. */
    TalkCount talks() {
        return books.stream().map(LaneBook::talks).reduce(new TalkCount(0, 0, 0), TalkCount::plus);
    }

    /** Returns how many measured requests have been taken up. */
    long measured() {
        return books.stream().mapToLong(LaneBook::measured).sum();
    }
}
