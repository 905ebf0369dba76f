package io.tokenpace.bench.wire.anthropic;

import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.wire.Answer;
import io.tokenpace.bench.wire.AnswerReader;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.async.ByteArrayFeeder;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the events of Anthropic's streams with one non-blocking parser, which lives as long as the reader: each event is
 * a document of its own, fed whole. In steady state nothing is allocated, since property names come from the parser's
 * symbol table and text is measured, never built.
 */
final class AnthropicReader implements AnswerReader {
    private static final int DEEPEST = 256;
    private static final int REFUSAL_CHARS = 300;

    private final JsonFactory factory;
    private final EventFields fields = new EventFields();
    private final Place[] places = new Place[DEEPEST];
    private JsonParser parser;
    private ByteArrayFeeder feeder;

    AnthropicReader(JsonFactory factory) {
        this.factory = factory;
        openParser();
    }

    @Override
    public void event(byte[] bytes, int offset, int length, Answer answer) {
        answer.addEvent();
        if (readDocument(bytes, offset, length)) {
            fields.applyTo(answer);
        } else {
            answer.fail(ErrorKind.MALFORMED, "not an event: " + beginning(bytes, offset, length));
        }
    }

    @Override
    public String refusal(byte[] body) {
        if (readDocument(body, 0, body.length) && !fields.errorText().isEmpty()) {
            return fields.errorText();
        }
        return beginning(body, 0, body.length);
    }

    private boolean readDocument(byte[] bytes, int offset, int length) {
        fields.clear();
        try {
            feeder.feedInput(bytes, offset, endOfText(bytes, offset, offset + length));
            // Asked for another token, the parser would take unfinished garbage for the beginning of the next event.
            if (readObject() && feeder.needMoreInput()) {
                return true;
            }
        } catch (JacksonException e) {
            // The caller reports what it was given; the parser's own words add nothing a user could act on.
        }
        openParser();
        return false;
    }

    private boolean readObject() {
        int depth = 0;
        Place named = Place.EVENT;
        while (true) {
            JsonToken token = parser.nextToken();
            switch (token) {
                case NOT_AVAILABLE -> {
                    return false;
                }
                case START_OBJECT, START_ARRAY -> {
                    if (depth == DEEPEST || (depth == 0 && token == JsonToken.START_ARRAY)) {
                        return false;
                    }
                    places[depth++] = token == JsonToken.START_OBJECT ? named : Place.ELSEWHERE;
                    named = Place.ELSEWHERE;
                }
                case END_OBJECT, END_ARRAY -> {
                    if (--depth == 0) {
                        return true;
                    }
                    named = Place.ELSEWHERE;
                }
                case PROPERTY_NAME -> named = places[depth - 1].child(parser.currentName());
                default -> {
                    if (depth == 0) {
                        return false;
                    }
                    fields.set(places[depth - 1], token, parser);
                    named = Place.ELSEWHERE;
                }
            }
        }
    }

    /** Returns where trailing white space begins. */
    private static int endOfText(byte[] bytes, int start, int end) {
        int last = end;
        while (last > start && isSpace(bytes[last - 1])) {
            last--;
        }
        return last;
    }

    private static boolean isSpace(byte character) {
        return character == ' ' || character == '\n' || character == '\r' || character == '\t';
    }

    private void openParser() {
        parser = factory.createNonBlockingByteArrayParser(ObjectReadContext.empty());
        feeder = (ByteArrayFeeder) parser.nonBlockingInputFeeder();
    }

    private static String beginning(byte[] bytes, int offset, int length) {
        String text = new String(bytes, offset, Math.min(length, REFUSAL_CHARS), StandardCharsets.UTF_8);
        return text.replaceAll("\\s+", " ").strip();
    }
}
