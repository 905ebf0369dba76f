package io.tokenpace.bench.wire.openai;

import io.tokenpace.bench.outcome.StopReason;
import io.tokenpace.bench.wire.Answer;
import io.tokenpace.bench.wire.ContentKind;
import io.tokenpace.bench.wire.ContentSpot;
import io.tokenpace.bench.wire.DocumentVisitor;
import io.tokenpace.bench.wire.EventShapes;
import io.tokenpace.bench.wire.ShownText;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The fields of one chunk, gathered in whatever order they come and then applied to the answer together. Thinking
 * and tool input are kept as their length only; the texts of all choices are summed up.
 */
final class ChunkFields implements DocumentVisitor<ChunkPlace> {
    private static final String ABSENT = "";

    private final ChunkUsage usage = new ChunkUsage();
    private final ChunkError error = new ChunkError();
    private final ShownText text = new ShownText();
    private final ContentSpot spot = new ContentSpot();

    private int textChars;
    private int thinkingChars;
    private int toolInputChars;
    private boolean saysSomething;
    private String finishReason = ABSENT;

    // The choice and the call that are being read.
    private int contentChars;
    private int refusalChars;
    private int reasoningChars;
    private int reasoningContentChars;
    private int argumentsChars;

    @Override
    public void clear() {
        usage.clear();
        error.clear();
        text.clear();
        textChars = 0;
        thinkingChars = 0;
        toolInputChars = 0;
        saysSomething = false;
        finishReason = ABSENT;
        forgetChoice();
    }

    private void forgetChoice() {
        contentChars = 0;
        refusalChars = 0;
        reasoningChars = 0;
        reasoningContentChars = 0;
        argumentsChars = 0;
    }

    @Override
    public void object(ChunkPlace place) {
        switch (place) {
            case CHOICE -> endChoice();
            case MESSAGE -> saysSomething = true;
            case FUNCTION -> endCall();
            case ERROR -> error.begin();
            default -> {}
        }
    }

    @Override
    public void value(ChunkPlace place, String name, JsonToken token, JsonParser parser) {
        if (token == JsonToken.VALUE_STRING) {
            setText(place, name, parser);
        } else if (token == JsonToken.VALUE_NUMBER_INT) {
            usage.set(place, name, parser);
        }
    }

    private void setText(ChunkPlace place, String name, JsonParser parser) {
        switch (place) {
            case CHUNK -> setChunk(name, parser);
            case ERROR -> error.set(place, name, parser);
            case CHOICE -> setChoice(name, parser);
            case MESSAGE -> setMessage(name, parser);
            case FUNCTION -> {
                if (name.equals("arguments")) {
                    argumentsChars = parser.getStringLength();
                    spot.content(ContentKind.TOOL_INPUT, parser);
                }
            }
            default -> {}
        }
    }

    private void setChunk(String name, JsonParser parser) {
        if (name.equals("obfuscation")) {
            spot.padding(parser);
        } else {
            error.set(ChunkPlace.CHUNK, name, parser);
        }
    }

    private void setChoice(String name, JsonParser parser) {
        if (name.equals("text")) {
            saysSomething = true;
            contentChars = text.add(parser);
            spot.content(ContentKind.TEXT, parser);
        } else if (name.equals("finish_reason") && parser.getStringLength() > 0) {
            finishReason = parser.getString();
        }
    }

    private void setMessage(String name, JsonParser parser) {
        switch (name) {
            case "content" -> {
                contentChars = text.add(parser);
                spot.content(ContentKind.TEXT, parser);
            }
            case "refusal" -> {
                refusalChars = text.add(parser);
                spot.content(ContentKind.TEXT, parser);
            }
            case "reasoning" -> {
                reasoningChars = parser.getStringLength();
                spot.content(ContentKind.THINKING, parser);
            }
            case "reasoning_content" -> {
                reasoningContentChars = parser.getStringLength();
                spot.content(ContentKind.THINKING, parser);
            }
            default -> {}
        }
    }

    /** The two names of reasoning are an older and a newer one; a service that writes both writes the same twice. */
    private void endChoice() {
        endCall();
        textChars += contentChars + refusalChars;
        thinkingChars += Math.max(reasoningChars, reasoningContentChars);
        forgetChoice();
    }

    private void endCall() {
        toolInputChars += argumentsChars;
        argumentsChars = 0;
    }

    /** Returns whether there is a choice that says something, be it an empty text. */
    boolean hasAnswer() {
        return saysSomething;
    }

    boolean hasError() {
        return error.isPresent();
    }

    /** Returns the service's own words for what went wrong, in one line; empty where there are none. */
    String errorText() {
        return error.text();
    }

    /** Returns where the content stands. */
    ContentSpot spot() {
        return spot;
    }

    /** Returns the length of all content, once it was applied, unless the chunk said anything else that counts. */
    int onlyContentChars() {
        boolean saysMore = hasError() || !finishReason.isEmpty() || !usage.isEmpty();
        return saysMore ? EventShapes.UNKNOWN : textChars + thinkingChars + toolInputChars;
    }

    /** Applies a chunk that said nothing but this. */
    static void applyContent(ContentKind kind, int chars, Answer answer) {
        switch (kind) {
            case TEXT -> answer.addText(chars);
            case THINKING -> addThinking(chars, answer);
            case TOOL_INPUT -> answer.addToolInput(chars);
        }
        ChunkUsage.forgetShownThinking(answer);
    }

    private static void addThinking(int chars, Answer answer) {
        if (chars > 0) {
            answer.beginThinking();
            answer.addThinking(chars);
        }
    }

    /**
     * Applies what the chunk said. One that brings text and reasoning counts as an event of each, for at least a token of
     * each is in it.
     */
    void applyTo(Answer answer) {
        endChoice();
        addThinking(thinkingChars, answer);
        answer.addText(textChars);
        text.applyTo(answer);
        answer.addToolInput(toolInputChars);
        usage.applyTo(answer);
        if (!finishReason.isEmpty()) {
            answer.stopReason(StopReason.ofFinishReason(finishReason));
        }
    }
}
