package io.tokenpace.bench.run;

import java.time.Duration;
import java.util.List;

/** The books of all lanes of a load, read together. */
final class Lanes {
    private final List<LaneBook> books;

    Lanes(List<LaneBook> books) {
        this.books = List.copyOf(books);
    }

    void awaitLastStart() throws InterruptedException {
        for (LaneBook book : books) {
            book.awaitLastStart();
        }
    }

    boolean awaitEnd(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (LaneBook book : books) {
            if (!book.awaitEnd(Duration.ofNanos(deadline - System.nanoTime()))) {
                return false;
            }
        }
        return true;
    }

    long started() {
        return books.stream().mapToLong(LaneBook::started).sum();
    }

    long measured() {
        return books.stream().mapToLong(LaneBook::measured).sum();
    }
}
