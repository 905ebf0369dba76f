package io.tokenpace.bench.workload.source;

import java.io.IOException;
import java.util.Optional;

/**
 * The elements of one JSON array. They are only cut apart here, by brackets and strings, so that an element that is
 * broken inside costs no other; whoever takes one parses it.
 */
final class ElementExcerpts implements Excerpts {
    private final Bytes bytes;
    private final ExcerptBuffer buffer = new ExcerptBuffer();
    private boolean begun;
    private boolean ended;
    private int depth;
    private boolean inString;
    private boolean escaped;

    /** Begins behind the array's opening bracket. */
    ElementExcerpts(Bytes bytes) {
        this.bytes = bytes;
    }

    @Override
    public Optional<Excerpt> next() throws IOException, BrokenLineException {
        if (ended) {
            return Optional.empty();
        }
        int first = bytes.readSignificant();
        if (first == ']') {
            end();
            return Optional.empty();
        }
        if (begun) {
            if (first != ',') {
                throw last(first == Bytes.END ? "the array is not closed" : "a comma must stand between elements");
            }
            first = bytes.readSignificant();
        }
        begun = true;
        return Optional.of(element(first));
    }

    private Excerpt element(int first) throws IOException, BrokenLineException {
        long line = bytes.line();
        buffer.clear();
        depth = 0;
        inString = false;
        escaped = false;
        for (int read = first; !endsBefore(read); read = bytes.read()) {
            if (read == Bytes.END) {
                ended = true;
                throw BrokenLineException.last(line, "the element that begins here is not closed");
            }
            buffer.add(read);
            if (endsWith(read)) {
                return buffer.take(line);
            }
        }
        bytes.unread();
        return buffer.take(line);
    }

    /** Returns whether a byte ends a bare element, such as a number, without being part of it. */
    private boolean endsBefore(int read) {
        return depth == 0 && !inString && (read == ',' || read == ']');
    }

    /** Follows brackets and strings over a byte, and returns whether it is the bracket that closes the element. */
    private boolean endsWith(int read) {
        if (inString) {
            inString = escaped || read != '"';
            escaped = !escaped && read == '\\';
            return false;
        }
        if (read == '"') {
            inString = true;
        } else if (read == '{' || read == '[') {
            depth++;
        } else if (read == '}' || read == ']') {
            depth--;
            return depth <= 0;
        }
        return false;
    }

    private void end() throws IOException, BrokenLineException {
        ended = true;
        if (bytes.readSignificant() != Bytes.END) {
            throw last("nothing must follow the array");
        }
    }

    private BrokenLineException last(String rule) {
        ended = true;
        return BrokenLineException.last(bytes.line(), rule);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
