package io.tokenpace.bench.workload.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * One pass over a file that makes a value of each excerpt and leaves the broken ones to the policy. Used by one thread.
 *
 * @param <T> what the file holds
 */
public final class Reading<T> implements Closeable {
    private static final int LOOKED_AT = 16;

    private final TextFile file;
    private final Excerpts excerpts;
    private final ExcerptParser<T> parser;
    private final Breakages breakages;

    /** What an excerpt means. */
    @FunctionalInterface
    public interface ExcerptParser<T> {
        T parse(Excerpt excerpt) throws BrokenLineException;
    }

    /** Begins at the beginning of the file. */
    public Reading(TextFile file, ExcerptParser<T> parser, Breakages breakages) {
        this.file = file;
        this.excerpts = file.excerpts();
        this.parser = parser;
        this.breakages = breakages;
    }

    /**
     * Returns what the first whole excerpt of a file means: of those that the parser calls broken, a few are passed over.
     *
     * @throws DataException if there is none
     */
    public static <T> T first(TextFile file, ExcerptParser<T> parser) {
        Optional<DataException> firstBroken = Optional.empty();
        try (Excerpts excerpts = file.excerpts()) {
            for (int i = 0; i < LOOKED_AT; i++) {
                try {
                    Optional<Excerpt> excerpt = excerpts.next();
                    if (excerpt.isEmpty()) {
                        break;
                    }
                    return parser.parse(excerpt.get());
                } catch (BrokenLineException e) {
                    firstBroken = firstBroken.or(() -> Optional.of(file.refusal(e.line(), e.getMessage())));
                }
            }
        } catch (IOException e) {
            throw file.unreadable(e);
        }
        throw firstBroken.orElseGet(() -> file.refusal("must not be empty"));
    }

    /** Passes over one excerpt, such as a header. */
    public void skip() {
        try {
            excerpts.next();
        } catch (BrokenLineException e) {
            breakages.add(e);
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    /**
     * Returns the next value, or nothing at the file's end.
     *
     * @throws DataException if the file cannot be read further
     */
    public Optional<T> next() {
        try {
            while (true) {
                try {
                    Optional<Excerpt> excerpt = excerpts.next();
                    return excerpt.isEmpty() ? Optional.empty() : Optional.of(parser.parse(excerpt.get()));
                } catch (BrokenLineException e) {
                    breakages.add(e);
                }
            }
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    @Override
    public void close() {
        try {
            excerpts.close();
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }
}
