package io.tokenpace.mock.fault;

import java.util.Locale;
import java.util.OptionalInt;

/** What a fault does, wherever in the answer it does it. */
public sealed interface Effect {
    /** Its name, as it is written: that of {@code SlowHead} is {@code slow-head}. */
    default String name() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** Whether it happens at a token, rather than to the answer as a whole. */
    default boolean isPlaced() {
        return true;
    }

    /** Whether it means something only to an answer that is streamed. */
    default boolean needsStream() {
        return false;
    }

    /** Returns the same on a clock that runs {@code scale} times as fast. */
    default Effect atTimeScale(double scale) {
        return this;
    }

    /** Its parameters, as they are written. */
    default String parameters() {
        return "";
    }

    /**
     * An error answer instead of the answer.
     *
     * @param retryAfterSeconds what the head says about when to come again, if not what is usual for the status
     * @param retry what {@code x-should-retry} says, if there is one: yes, no
     */
    record Status(int code, OptionalInt retryAfterSeconds, Retry retry) implements Effect {
        /** What the head says of whether to come again. */
        public enum Retry {
            UNSAID,
            TRUE,
            FALSE
        }

        @Override
        public boolean isPlaced() {
            return false;
        }

        @Override
        public String parameters() {
            return " code=" + code
                    + (retryAfterSeconds.isPresent() ? " retry-after=" + retryAfterSeconds.getAsInt() : "")
                    + (retry == Retry.UNSAID ? "" : " should-retry=" + Names.of(retry));
        }
    }

    /** No answer, ever. */
    record Silence() implements Effect {
        @Override
        public boolean isPlaced() {
            return false;
        }
    }

    /** The head of the answer comes in two pieces, so long apart. */
    record SlowHead(long nanos) implements Effect {
        @Override
        public boolean isPlaced() {
            return false;
        }

        @Override
        public Effect atTimeScale(double scale) {
            return new SlowHead(Math.round(nanos / scale));
        }

        @Override
        public String parameters() {
            return " for=" + TimeText.of(nanos);
        }
    }

    /** The head names another type of content. */
    record ContentType(String value) implements Effect {
        @Override
        public boolean isPlaced() {
            return false;
        }

        @Override
        public String parameters() {
            return " value=" + value;
        }
    }

    /** The token, and all that follow it, come so much later. */
    record Stall(long nanos) implements Effect {
        @Override
        public Effect atTimeScale(double scale) {
            return new Stall(Math.round(nanos / scale));
        }

        @Override
        public String parameters() {
            return " for=" + TimeText.of(nanos);
        }
    }

    /** So many tokens, from this one on, come in one write. */
    record Burst(int tokens) implements Effect {
        @Override
        public boolean needsStream() {
            return true;
        }

        @Override
        public String parameters() {
            return " tokens=" + tokens;
        }
    }

    /** The event of the token is no JSON. */
    record Malformed() implements Effect {}

    /** An error in the middle of the answer, in place of the token: the one that this status stands for. */
    record ErrorEvent(int code) implements Effect {
        @Override
        public String name() {
            return "error";
        }

        @Override
        public String parameters() {
            return " code=" + code;
        }
    }

    /** The connection is reset in place of the token. */
    record Reset() implements Effect {}

    /** The connection is closed in place of the token, in the middle of the HTTP body. */
    record Close() implements Effect {}

    /** The HTTP body ends in good order in place of the token, and the answer with it. */
    record End() implements Effect {
        @Override
        public boolean needsStream() {
            return true;
        }
    }

    /** The connection is closed when half of the token's event is sent. */
    record Cut(Within within) implements Effect {
        @Override
        public String parameters() {
            return " in=" + Names.of(within);
        }
    }

    /** The token's event comes in two pieces, so long apart. */
    record Split(Within within, long nanos) implements Effect {
        @Override
        public boolean needsStream() {
            return true;
        }

        @Override
        public Effect atTimeScale(double scale) {
            return new Split(within, Math.round(nanos / scale));
        }

        @Override
        public String parameters() {
            return " in=" + Names.of(within) + " for=" + TimeText.of(nanos);
        }
    }
}
