package io.tokenpace.mock.model;

import io.tokenpace.mock.draw.Distribution;
import io.tokenpace.mock.draw.DrawStream;
import io.tokenpace.mock.draw.Purpose;
import java.util.Optional;

/**
 * How long an answer is, and why.
 *
 * @param tokens tokens of the answer
 * @param natural whether it had said all it had to say; if not, the request's ceiling ended it
 */
public record AnswerLength(int tokens, boolean natural) {
    /**
     * Draws how long an answer would be, rounded to a whole number, at least 1; unlimited without a distribution.
     *
     * @param floor tokens before which it does not end by itself; at the ceiling it never does
     */
    static AnswerLength draw(Optional<Distribution> lengths, RequestKey key, int floor, int ceiling) {
        if (lengths.isEmpty()) {
            return new AnswerLength(ceiling, false);
        }
        double drawn =
                lengths.get().quantile(DrawStream.of(key.bits(), Purpose.LENGTH).uniform(0));
        long wanted = Math.max(Math.max(1, floor), Math.round(drawn));
        return wanted <= ceiling && floor < ceiling
                ? new AnswerLength((int) wanted, true)
                : new AnswerLength(ceiling, false);
    }
}
