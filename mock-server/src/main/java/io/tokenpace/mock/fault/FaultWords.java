package io.tokenpace.mock.fault;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The words of one fault: its name, and parameters such as {@code token=5}.
 *
 * <p>Whatever was never asked for is an unknown parameter. Every complaint names the fault, the parameter and the rule.
 */
final class FaultWords {
    private final String name;
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final Map<String, String> unread = new LinkedHashMap<>();

    FaultWords(String text) {
        String[] words = text.strip().split("\\s+");
        name = words[0];
        for (String word : Arrays.asList(words).subList(1, words.length)) {
            int equals = word.indexOf('=');
            if (equals < 1 || equals == word.length() - 1) {
                throw new IllegalArgumentException(name + ": " + word + " must be a parameter such as token=5");
            }
            if (parameters.put(word.substring(0, equals), word.substring(equals + 1)) != null) {
                throw new IllegalArgumentException(name + ": " + word + " must not come after another of its kind");
            }
        }
        unread.putAll(parameters);
    }

    String name() {
        return name;
    }

    /** Returns a whole number within bounds, if it is given. */
    OptionalInt number(String key, int min, int max) {
        String value = take(key);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        if (value.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return OptionalInt.of(number);
            }
        }
        throw complaint(key, value, "must be a whole number from " + min + " to " + max);
    }

    /** Returns a time of at least a nanosecond and at most a day. */
    long nanos(String key, String absent) {
        String given = take(key);
        String value = given.isEmpty() ? absent : given;
        if (value.isEmpty()) {
            throw new IllegalArgumentException(name + ": " + key + " must be given, such as " + key + "=2s");
        }
        try {
            long nanos = Math.round(TimeText.nanos(value));
            if (nanos >= 1 && nanos <= 86_400_000_000_000L) {
                return nanos;
            }
        } catch (IllegalArgumentException e) {
            throw complaint(key, value, e.getMessage());
        }
        throw complaint(key, value, "must be from 1ns to 24h");
    }

    <E extends Enum<E>> E choice(String key, E[] choices, E absent) {
        String value = take(key);
        if (value.isEmpty()) {
            return absent;
        }
        return Arrays.stream(choices)
                .filter(choice -> Names.of(choice).equals(value))
                .findFirst()
                .orElseThrow(() -> complaint(
                        key,
                        value,
                        "must be one of "
                                + Arrays.stream(choices).map(Names::of).collect(Collectors.joining(", "))));
    }

    /** Returns a text of printable ASCII. */
    String text(String key, String absent) {
        String value = take(key);
        if (!value.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw complaint(key, value, "must be printable ASCII");
        }
        return value.isEmpty() ? absent : value;
    }

    void rejectOthers() {
        if (!unread.isEmpty()) {
            throw new IllegalArgumentException(
                    name + ": " + unread.keySet().iterator().next() + " is no parameter of this fault");
        }
    }

    private String take(String key) {
        unread.remove(key);
        return parameters.getOrDefault(key, "");
    }

    private IllegalArgumentException complaint(String key, String value, String rule) {
        return new IllegalArgumentException(name + ": " + key + " (" + value + ") " + rule);
    }
}
