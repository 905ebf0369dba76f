package io.tokenpace.bench.wire;

import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.outcome.StopReason;
import io.tokenpace.bench.outcome.Usage;
import java.util.Optional;

/**
 * What has been read of one answer so far. A reader adds to it event by event; the client looks at it once an arrival
 * and stamps what is new.
 *
 * <p>Text and tool input are <em>visible</em>. Thinking is content as well, but services that hide or summarise it count
 * tokens that were never streamed, so the two are kept apart.
 */
public final class Answer {
    private int events;
    private int thinkingEvents;
    private int thinkingChars;
    private int textEvents;
    private int visibleEvents;
    private int visibleChars;
    private boolean thinkingBegun;
    private boolean ended;
    private StopReason stopReason = StopReason.NONE;
    private Optional<ErrorKind> error = Optional.empty();
    private String errorText = "";
    private Optional<StringBuilder> keptText = Optional.empty();
    private Optional<String> firstModel = Optional.empty();
    private EventShape shape = EventShape.NONE;
    private int fruitlessShapes;

    private int inputTokens = Usage.UNKNOWN;
    private int cacheCreationTokens = Usage.UNKNOWN;
    private int cacheReadTokens = Usage.UNKNOWN;
    private int outputTokens = Usage.UNKNOWN;
    private int thinkingTokens = Usage.UNKNOWN;

    /** Notes an event of any kind. */
    public void addEvent() {
        events++;
    }

    /** Notes visible text. Empty text is no content. */
    public void addText(int chars) {
        if (chars > 0) {
            textEvents++;
            addToolInput(chars);
        }
    }

    /** Notes visible text, and keeps it where it is to be kept. */
    public void addText(String text) {
        addText(text.length());
        keptText.ifPresent(kept -> kept.append(text));
    }

    /** Takes visible text from the beginning of a reader's buffer, where the answer is to keep it. */
    void keep(char[] buffer, int length) {
        if (keptText.isPresent()) {
            keptText.get().append(buffer, 0, length);
        }
    }

    /** Notes a piece of a tool's input. */
    public void addToolInput(int chars) {
        if (chars > 0) {
            visibleEvents++;
            visibleChars += chars;
        }
    }

    /** Notes streamed thinking. */
    public void addThinking(int chars) {
        if (chars > 0) {
            thinkingEvents++;
            thinkingChars += chars;
        }
    }

    /** Notes that a block of thinking has begun, whether or not any of it will be shown. */
    public void beginThinking() {
        thinkingBegun = true;
    }

    /** Sets the uncached prompt tokens; each later count replaces the one before. */
    public void inputTokens(int tokens) {
        inputTokens = tokens;
    }

    public void cacheCreationTokens(int tokens) {
        cacheCreationTokens = tokens;
    }

    public void cacheReadTokens(int tokens) {
        cacheReadTokens = tokens;
    }

    public void outputTokens(int tokens) {
        outputTokens = tokens;
    }

    public void thinkingTokens(int tokens) {
        thinkingTokens = tokens;
    }

    public void stopReason(StopReason reason) {
        stopReason = reason;
    }

    /** Notes that it was no answer but the list of the service's models, of which this is the first; that ends it. */
    public void listModels(String first) {
        firstModel = Optional.of(first);
        ended = true;
    }

    /** Returns the first model of the list, if it was one. */
    public Optional<String> firstModel() {
        return firstModel;
    }

    /** Notes the closing event. */
    public void end() {
        ended = true;
    }

    /** Notes a failure; the first one stands. */
    public void fail(ErrorKind kind, String text) {
        if (error.isEmpty()) {
            error = Optional.of(kind);
            errorText = text;
        }
    }

    /** Makes the answer keep its visible text from here on, which it otherwise only measures. */
    public void keepText() {
        keptText = Optional.of(new StringBuilder());
    }

    /** Returns whether visible text is kept. */
    public boolean keepsText() {
        return keptText.isPresent();
    }

    /** Returns the visible text that was kept, empty where none was to be. */
    public String text() {
        return keptText.map(StringBuilder::toString).orElse("");
    }

    /** Returns the shape of the latest event with content, as far as it is known. */
    EventShape shape() {
        return shape;
    }

    void shape(EventShape latest) {
        shape = latest;
    }

    /** Returns how many shapes were looked for since one was last found again. */
    int fruitlessShapes() {
        return fruitlessShapes;
    }

    void fruitlessShapes(int count) {
        fruitlessShapes = count;
    }

    public int events() {
        return events;
    }

    /** Returns the events that carried content of any kind. */
    public int contentEvents() {
        return thinkingEvents + visibleEvents;
    }

    public int contentChars() {
        return thinkingChars + visibleChars;
    }

    public int textEvents() {
        return textEvents;
    }

    public int visibleEvents() {
        return visibleEvents;
    }

    public int visibleChars() {
        return visibleChars;
    }

    public boolean thinkingBegun() {
        return thinkingBegun;
    }

    public boolean ended() {
        return ended;
    }

    public Optional<ErrorKind> error() {
        return error;
    }

    public String errorText() {
        return errorText;
    }

    public StopReason stopReason() {
        return stopReason;
    }

    public Usage usage() {
        return new Usage(inputTokens, cacheCreationTokens, cacheReadTokens, outputTokens, thinkingTokens);
    }
}
