package io.tokenpace.bench.wire;

import java.util.Arrays;

/**
 * The shapes of events that are known on one event loop. Nearly every event of a stream differs in its content alone from
 * one before it that a parser has read; such events are measured without the parser.
 *
 * <p>A stream keeps the shape of its latest content. The latest shapes of all streams are kept as well, since a service
 * that names no stream in its events sends all of them in the same few shapes. A shape's meaning follows from its bytes
 * alone, so that it does not matter which stream it was learnt from.
 *
 * <pre>{@code
 * int chars = shapes.contentChars(bytes, offset, length, answer);
 * if (chars != EventShapes.UNKNOWN) {
 *     // shapes.kind() tells what it is, and the event says nothing else
 * } else {
 *     shapes.prepare(spot, answer);
 *     // a parser reads the event, and shows the spot every string of content
 *     shapes.learn(spot, bytes, offset, length, parserPosition, charsRead, answer);
 * }
 * }</pre>
 */
public final class EventShapes {
    /** As many shapes as a service's blocks of content are likely to have. */
    public static final int USUAL = 8;

    /** Stands for the content of an event that has no known shape, or says more than its content. */
    public static final int UNKNOWN = EventShape.UNKNOWN;

    /** After so many shapes that fitted no event but their own, a stream is given up: its events never repeat. */
    private static final int MOST_FRUITLESS = 4;

    private final EventShape[] latest;
    private int oldest;
    private ContentKind kind = ContentKind.TEXT;

    /** Keeps this many shapes of all streams; none means that no stream keeps its own either. */
    public EventShapes(int most) {
        latest = new EventShape[most];
        Arrays.fill(latest, EventShape.NONE);
    }

    /** Returns how long an event's content is, in UTF-16 units, if the event has a known shape. */
    public int contentChars(byte[] bytes, int offset, int length, Answer answer) {
        // Words that are to be kept have to be parsed.
        if (answer.keepsText()) {
            return UNKNOWN;
        }
        int chars = answer.shape().contentChars(bytes, offset, length);
        if (chars == UNKNOWN) {
            chars = adopt(bytes, offset, length, answer);
        }
        if (chars != UNKNOWN) {
            kind = answer.shape().kind();
            answer.fruitlessShapes(0);
        }
        return chars;
    }

    private int adopt(byte[] bytes, int offset, int length, Answer answer) {
        for (EventShape shape : latest) {
            int chars = shape.contentChars(bytes, offset, length);
            if (chars != UNKNOWN) {
                answer.shape(shape);
                return chars;
            }
        }
        return UNKNOWN;
    }

    /** Returns what the content was that was measured last. */
    public ContentKind kind() {
        return kind;
    }

    /** Makes ready for a parser to read an event whose shape is unknown. */
    public void prepare(ContentSpot spot, Answer answer) {
        spot.begin(latest.length > 0 && answer.fruitlessShapes() < MOST_FRUITLESS && !answer.keepsText());
    }

    /**
     * Learns the shape of an event that was read and is sound.
     *
     * @param documentEnd where the parser stands after it
     * @param chars its content's length in UTF-16 units, or {@link #UNKNOWN} if it says anything else
     */
    public void learn(
            ContentSpot spot, byte[] bytes, int offset, int length, long documentEnd, int chars, Answer answer) {
        int last = offset + length - 1;
        answer.fruitlessShapes(answer.fruitlessShapes() + 1);
        if (chars <= 0 || !spot.isOnly() || bytes[last] != '}') {
            return;
        }
        int quote = last - (int) (documentEnd - spot.contentEnd());
        int paddingQuote = last - (int) Math.min(documentEnd - spot.paddingEnd(), length);
        EventShape shape = EventShape.of(spot.kind(), bytes, offset, length, quote, paddingQuote);
        if (shape.isSmall() && shape.contentChars(bytes, offset, length) == chars) {
            answer.shape(shape);
            latest[oldest] = shape;
            oldest = (oldest + 1) % latest.length;
        }
    }
}
