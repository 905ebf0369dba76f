package io.tokenpace.bench.wire;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How much a service is asked to think before it answers. Anthropic's API knows {@code adaptive}, {@code disabled} and a
 * budget; those in OpenAI's manner know efforts.
 *
 * @param mode {@code adaptive}, {@code disabled}, {@code enabled} for a budget, or an effort
 * @param budgetTokens the most tokens of thinking; only there with a budget
 * @param display how much of the thinking is shown, {@code summarized} or {@code omitted}; the service decides if empty
 */
public record Thinking(String mode, OptionalInt budgetTokens, Optional<String> display) {
    /** What an effort may be, in words. */
    public static final String EFFORTS = "none, minimal, low, medium, high or xhigh";

    private static final Set<String> EFFORT = Set.of("none", "minimal", "low", "medium", "high", "xhigh");
    private static final Set<String> MODES = Set.of("adaptive", "disabled", "enabled");
    private static final Set<String> DISPLAYS = Set.of("summarized", "omitted");
    private static final int LEAST_BUDGET = 1_024;

    public Thinking {
        boolean enabled = mode.equals("enabled");
        if (enabled != budgetTokens.isPresent() || !(MODES.contains(mode) || EFFORT.contains(mode))) {
            throw new IllegalArgumentException("thinking (" + mode
                    + ") must be adaptive, disabled, a budget of tokens, as in" + " 4096, or an effort: " + EFFORTS);
        }
        if (budgetTokens.orElse(LEAST_BUDGET) < LEAST_BUDGET) {
            throw new IllegalArgumentException("thinking (" + budgetTokens.getAsInt()
                    + ") must be a budget of at least " + LEAST_BUDGET + " tokens");
        }
        boolean showable = enabled || mode.equals("adaptive");
        if (display.isPresent() && !(showable && DISPLAYS.contains(display.get()))) {
            throw new IllegalArgumentException("thinking (" + mode + ":" + display.get()
                    + ") must be adaptive or a budget with :summarized or :omitted behind it");
        }
    }

    /** Reads {@code adaptive}, {@code disabled}, {@code 4096} or {@code high}; the first and third may end in a display. */
    public static Thinking parse(String text) {
        String[] parts = text.toLowerCase(Locale.ROOT).split(":", 2);
        Optional<String> display = parts.length == 2 ? Optional.of(parts[1]) : Optional.empty();
        return parts[0].matches("\\d{1,9}")
                ? new Thinking("enabled", OptionalInt.of(Integer.parseInt(parts[0])), display)
                : new Thinking(parts[0], OptionalInt.empty(), display);
    }

    /** Returns whether it is an effort, and so nothing that Anthropic's API knows. */
    public boolean isEffort() {
        return EFFORT.contains(mode);
    }

    /** Returns whether the model is asked to think, rather than not to. */
    public boolean isOn() {
        return !mode.equals("disabled") && !mode.equals("none");
    }

    /** Returns what {@link #parse} reads. */
    @Override
    public String toString() {
        String first = budgetTokens.isPresent() ? Integer.toString(budgetTokens.getAsInt()) : mode;
        return first + display.map(shown -> ":" + shown).orElse("");
    }
}
