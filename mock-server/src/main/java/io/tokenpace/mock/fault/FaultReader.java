package io.tokenpace.mock.fault;

import java.util.List;

/** Reads a fault from its words. */
final class FaultReader {
    private static final List<String> NAMES = List.of(
            "status",
            "silence",
            "slow-head",
            "content-type",
            "stall",
            "burst",
            "malformed",
            "error",
            "reset",
            "close",
            "end",
            "cut",
            "split");

    private static final int LOWEST_ERROR = 400;
    private static final int HIGHEST_ERROR = 599;
    private static final int OVERLOADED = 529;
    private static final int MAX_RETRY_SECONDS = 86_400;
    private static final int USUAL_BURST = 10;

    private FaultReader() {}

    static Fault read(String text) {
        FaultWords words = new FaultWords(text);
        Effect effect = effect(words);
        Fault fault = effect.isPlaced()
                ? new Fault(effect, words.number("token", 0, Integer.MAX_VALUE))
                : Fault.ofAnswer(effect);
        words.rejectOthers();
        return fault;
    }

    private static Effect effect(FaultWords words) {
        return switch (words.name()) {
            case "status" -> status(words);
            case "silence" -> new Effect.Silence();
            case "slow-head" -> new Effect.SlowHead(words.nanos("for", ""));
            case "content-type" -> new Effect.ContentType(words.text("value", "text/plain"));
            case "stall" -> new Effect.Stall(words.nanos("for", ""));
            case "burst" ->
                new Effect.Burst(words.number("tokens", 2, Integer.MAX_VALUE).orElse(USUAL_BURST));
            case "malformed" -> new Effect.Malformed();
            case "error" ->
                new Effect.ErrorEvent(
                        words.number("code", LOWEST_ERROR, HIGHEST_ERROR).orElse(OVERLOADED));
            case "reset" -> new Effect.Reset();
            case "close" -> new Effect.Close();
            case "end" -> new Effect.End();
            case "cut" -> new Effect.Cut(Within.read(words));
            case "split" -> new Effect.Split(Within.read(words), words.nanos("for", "20ms"));
            default ->
                throw new IllegalArgumentException(
                        "fault (" + words.name() + ") must be one of " + String.join(", ", NAMES));
        };
    }

    private static Effect status(FaultWords words) {
        return new Effect.Status(
                words.number("code", LOWEST_ERROR, HIGHEST_ERROR)
                        .orElseThrow(
                                () -> new IllegalArgumentException("status: code must be given, such as code=529")),
                words.number("retry-after", 0, MAX_RETRY_SECONDS),
                words.choice("should-retry", Effect.Status.Retry.values(), Effect.Status.Retry.UNSAID));
    }
}
