package io.tokenpace.mock.model;

import io.tokenpace.mock.draw.DrawStream;
import io.tokenpace.mock.draw.Mixing;
import io.tokenpace.mock.draw.Purpose;
import java.nio.charset.StandardCharsets;

/**
 * What tells one request from another: everything a request draws follows from it.
 *
 * @param name the key as the truth shows it
 * @param bits the seed and the name, mixed
 */
public record RequestKey(String name, long bits) {
    public RequestKey {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("name must not be empty");
        }
    }

    /** Returns the key of a request whose client gave it a name. */
    public static RequestKey named(long seed, String name) {
        return new RequestKey(name, Mixing.mix(seed, Mixing.hash(name.getBytes(StandardCharsets.UTF_8))));
    }

    /** Hashes a body for {@link #ofBody}. */
    public static long hash(byte[] body) {
        return Mixing.hash(body);
    }

    /** Returns the key of the {@code occurrence}-th request, counted from 0, with this hash of its body. */
    public static RequestKey ofBody(long seed, long bodyHash, int occurrence) {
        return named(seed, Long.toHexString(bodyHash) + "-" + occurrence);
    }

    /** Returns random bits to make identifiers of. */
    public long identityBits(int index) {
        return DrawStream.of(bits, Purpose.IDENTITY).bits(index);
    }

    /** Returns what the words of the thinking follow from, so that those of the text do not depend on it. */
    public long thinkingBits() {
        return DrawStream.of(bits, Purpose.THINKING).bits(1);
    }

    /** Returns the {@code index}-th number, from 0 to {@code bound} − 1, that settles which tool is called and how. */
    public int toolDraw(int bound, int index) {
        return DrawStream.of(bits, Purpose.TOOL).below(bound, index);
    }
}
