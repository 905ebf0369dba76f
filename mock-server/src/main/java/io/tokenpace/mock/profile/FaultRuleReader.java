package io.tokenpace.mock.profile;

import io.tokenpace.mock.fault.Fault;
import io.tokenpace.mock.fault.FaultRule;
import java.time.Duration;
import java.util.Optional;

/** Reads a fault that strikes some of the answers of a time. */
final class FaultRuleReader {
    private FaultRuleReader() {}

    static FaultRule read(Fields fields) {
        FaultRule rule = new FaultRule(
                fault(fields),
                fields.has("rate") ? rate(fields) : 1,
                fields.has("from") ? fields.duration("from") : Duration.ZERO,
                fields.has("for") ? Optional.of(length(fields)) : Optional.empty());
        fields.rejectOthers();
        return rule;
    }

    private static Fault fault(Fields fields) {
        String text = fields.text("fault", "");
        if (text.isEmpty()) {
            throw new IllegalArgumentException(
                    fields.path() + ".fault must be given in words, such as stall token=5 for=2s");
        }
        try {
            return Fault.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(fields.path() + ".fault (" + text + "): " + e.getMessage(), e);
        }
    }

    private static double rate(Fields fields) {
        double rate = fields.number("rate");
        if (!(rate > 0 && rate <= 1)) {
            throw new IllegalArgumentException(fields.path() + ".rate (" + rate + ") must be above 0 and at most 1");
        }
        return rate;
    }

    private static Duration length(Fields fields) {
        Duration length = fields.duration("for");
        if (length.isZero()) {
            throw new IllegalArgumentException(fields.path() + ".for must be positive");
        }
        return length;
    }
}
