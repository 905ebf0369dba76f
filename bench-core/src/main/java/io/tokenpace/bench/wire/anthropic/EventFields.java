package io.tokenpace.bench.wire.anthropic;

import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.outcome.StopReason;
import io.tokenpace.bench.outcome.Usage;
import io.tokenpace.bench.wire.Answer;
import io.tokenpace.bench.wire.ContentKind;
import io.tokenpace.bench.wire.ContentSpot;
import io.tokenpace.bench.wire.DocumentVisitor;
import io.tokenpace.bench.wire.EventShapes;
import io.tokenpace.bench.wire.ParsedText;
import io.tokenpace.bench.wire.ShownText;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The fields of one event, gathered in whatever order they come and then applied to the answer together. Thinking
 * and tool input are kept as their length only.
 */
final class EventFields implements DocumentVisitor<Place> {
    private static final String ABSENT = "";

    private final ShownText text = new ShownText();
    private final ContentSpot spot = new ContentSpot();
    private int textChars;
    private int thinkingChars;
    private int toolInputChars;
    private boolean thinkingBlock;
    private boolean messageStop;
    private boolean errorEvent;
    private String stopReason = ABSENT;
    private String errorType = ABSENT;
    private String errorMessage = ABSENT;
    private int inputTokens;
    private int cacheCreationTokens;
    private int cacheReadTokens;
    private int outputTokens;
    private int thinkingTokens;

    EventFields() {
        clear();
    }

    @Override
    public void clear() {
        text.clear();
        textChars = 0;
        thinkingChars = 0;
        toolInputChars = 0;
        thinkingBlock = false;
        messageStop = false;
        errorEvent = false;
        stopReason = ABSENT;
        errorType = ABSENT;
        errorMessage = ABSENT;
        inputTokens = Usage.UNKNOWN;
        cacheCreationTokens = Usage.UNKNOWN;
        cacheReadTokens = Usage.UNKNOWN;
        outputTokens = Usage.UNKNOWN;
        thinkingTokens = Usage.UNKNOWN;
    }

    @Override
    public void object(Place place) {}

    @Override
    public void value(Place place, String name, JsonToken token, JsonParser parser) {
        if (token == JsonToken.VALUE_STRING) {
            setText(place, name, parser);
        } else if (token == JsonToken.VALUE_NUMBER_INT) {
            setNumber(place, name, parser);
        }
    }

    private void setText(Place place, String name, JsonParser parser) {
        switch (place) {
            case EVENT -> {
                if (name.equals("type")) {
                    messageStop = ParsedText.is(parser, "message_stop");
                    errorEvent = ParsedText.is(parser, "error");
                }
            }
            // A block may begin with text in it; only tool results and the like do.
            case DELTA, CONTENT_BLOCK -> {
                switch (name) {
                    case "text" -> {
                        textChars = text.add(parser);
                        spot.content(ContentKind.TEXT, parser);
                    }
                    case "thinking" -> {
                        thinkingChars = parser.getStringLength();
                        spot.content(ContentKind.THINKING, parser);
                    }
                    case "partial_json" -> {
                        toolInputChars = parser.getStringLength();
                        spot.content(ContentKind.TOOL_INPUT, parser);
                    }
                    case "stop_reason" -> stopReason = parser.getString();
                    case "type" -> thinkingBlock = place == Place.CONTENT_BLOCK && ParsedText.is(parser, "thinking");
                    default -> {}
                }
            }
            case ERROR -> {
                switch (name) {
                    case "type" -> errorType = parser.getString();
                    case "message" -> errorMessage = parser.getString();
                    default -> {}
                }
            }
            default -> {}
        }
    }

    private void setNumber(Place place, String name, JsonParser parser) {
        if (place == Place.USAGE) {
            switch (name) {
                case "input_tokens" -> inputTokens = parser.getIntValue();
                case "cache_creation_input_tokens" -> cacheCreationTokens = parser.getIntValue();
                case "cache_read_input_tokens" -> cacheReadTokens = parser.getIntValue();
                case "output_tokens" -> outputTokens = parser.getIntValue();
                default -> {}
            }
        } else if (place == Place.OUTPUT_DETAILS && name.equals("thinking_tokens")) {
            thinkingTokens = parser.getIntValue();
        }
    }

    /** Applies what the event said. Usage is cumulative: a later count replaces the earlier one. */
    void applyTo(Answer answer) {
        if (thinkingBlock) {
            answer.beginThinking();
        }
        answer.addThinking(thinkingChars);
        answer.addText(textChars);
        text.applyTo(answer);
        answer.addToolInput(toolInputChars);
        if (inputTokens >= 0) {
            answer.inputTokens(inputTokens);
        }
        if (cacheCreationTokens >= 0) {
            answer.cacheCreationTokens(cacheCreationTokens);
        }
        if (cacheReadTokens >= 0) {
            answer.cacheReadTokens(cacheReadTokens);
        }
        if (outputTokens >= 0) {
            answer.outputTokens(outputTokens);
        }
        if (thinkingTokens >= 0) {
            answer.thinkingTokens(thinkingTokens);
        }
        if (!stopReason.isEmpty()) {
            answer.stopReason(StopReason.ofLabel(stopReason));
        }
        if (errorEvent) {
            answer.fail(ErrorKind.STREAM_ERROR, errorText());
        }
        if (messageStop) {
            answer.end();
        }
    }

    /** Returns where the content stands. */
    ContentSpot spot() {
        return spot;
    }

    /** Returns the length of all content, unless the event said anything else that counts. */
    int onlyContentChars() {
        boolean saysMore = thinkingBlock || messageStop || errorEvent || !stopReason.isEmpty() || hasUsage();
        return saysMore ? EventShapes.UNKNOWN : textChars + thinkingChars + toolInputChars;
    }

    private boolean hasUsage() {
        return inputTokens >= 0
                || cacheCreationTokens >= 0
                || cacheReadTokens >= 0
                || outputTokens >= 0
                || thinkingTokens >= 0;
    }

    /** Returns the error's type and message in one line, empty where the document held no error. */
    String errorText() {
        if (errorType.isEmpty() || errorMessage.isEmpty()) {
            return errorType + errorMessage;
        }
        return errorType + ": " + errorMessage;
    }
}
