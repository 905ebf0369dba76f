package io.tokenpace.bench.wire.anthropic;

import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.wire.Answer;
import io.tokenpace.bench.wire.AnswerReader;
import io.tokenpace.bench.wire.DocumentReader;
import io.tokenpace.bench.wire.DocumentReader.Reading;
import io.tokenpace.bench.wire.EventShapes;
import io.tokenpace.bench.wire.Excerpt;
import io.tokenpace.bench.wire.ModelNames;
import java.util.Optional;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the events of Anthropic's streams, each a document of its own, and answers that come as one document. A parser
 * reads them, but for events that differ from an earlier one in their content alone.
 */
final class AnthropicReader implements AnswerReader {
    private final EventFields fields = new EventFields();
    private final DocumentReader<Place> documents;
    private final EventShapes shapes;

    AnthropicReader(JsonFactory factory, EventShapes shapes) {
        this.shapes = shapes;
        documents = new DocumentReader<>(factory, Place.EVENT, fields);
    }

    @Override
    public void event(byte[] bytes, int offset, int length, Answer answer) {
        answer.addEvent();
        int chars = shapes.contentChars(bytes, offset, length, answer);
        if (chars == EventShapes.UNKNOWN) {
            parse(bytes, offset, length, answer);
        } else {
            switch (shapes.kind()) {
                case TEXT -> answer.addText(chars);
                case THINKING -> answer.addThinking(chars);
                case TOOL_INPUT -> answer.addToolInput(chars);
            }
        }
    }

    private void parse(byte[] bytes, int offset, int length, Answer answer) {
        shapes.prepare(fields.spot(), answer);
        if (documents.read(bytes, offset, length) == Reading.GOOD) {
            fields.applyTo(answer);
            if (fields.spot().isFound()) {
                shapes.learn(
                        fields.spot(), bytes, offset, length, documents.position(), fields.onlyContentChars(), answer);
            }
        } else {
            answer.fail(ErrorKind.MALFORMED, "not an event: " + Excerpt.of(bytes, offset, length));
        }
    }

    @Override
    public void whole(byte[] body, Answer answer) {
        Reading reading = documents.read(body, 0, body.length);
        boolean told = reading == Reading.GOOD && (WholeDocument.read(body, answer) || listed(body, answer));
        if (reading != Reading.CUT && !told) {
            answer.fail(ErrorKind.MALFORMED, "not an answer: " + Excerpt.of(body, 0, body.length));
        }
    }

    private static boolean listed(byte[] body, Answer answer) {
        Optional<String> first = ModelNames.first(body);
        first.ifPresent(answer::listModels);
        return first.isPresent();
    }

    @Override
    public String refusal(byte[] body) {
        if (documents.read(body, 0, body.length) == Reading.GOOD
                && !fields.errorText().isEmpty()) {
            return fields.errorText();
        }
        return Excerpt.of(body, 0, body.length);
    }
}
