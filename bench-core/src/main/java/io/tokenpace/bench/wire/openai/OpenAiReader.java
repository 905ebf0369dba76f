package io.tokenpace.bench.wire.openai;

import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.wire.Answer;
import io.tokenpace.bench.wire.AnswerReader;
import io.tokenpace.bench.wire.DocumentReader;
import io.tokenpace.bench.wire.DocumentReader.Reading;
import io.tokenpace.bench.wire.EventShapes;
import io.tokenpace.bench.wire.Excerpt;
import io.tokenpace.bench.wire.ModelNames;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the answers of chats and of text completions, which differ in one field only: streams of chunks, each a document
 * of its own, that {@code [DONE]} ends, and whole ones. A parser reads them, but for chunks that differ from an earlier
 * one in their content alone. Text is measured, never built.
 */
final class OpenAiReader implements AnswerReader {
    private static final String DONE = "[DONE]";

    private final ChunkFields fields = new ChunkFields();
    private final DocumentReader<ChunkPlace> documents;
    private final EventShapes shapes;

    OpenAiReader(JsonFactory factory, EventShapes shapes) {
        this.shapes = shapes;
        documents = new DocumentReader<>(factory, ChunkPlace.CHUNK, fields);
    }

    @Override
    public void event(byte[] bytes, int offset, int length, Answer answer) {
        answer.addEvent();
        int chars = shapes.contentChars(bytes, offset, length, answer);
        if (chars != EventShapes.UNKNOWN) {
            ChunkFields.applyContent(shapes.kind(), chars, answer);
        } else if (isDone(bytes, offset, length)) {
            answer.end();
        } else {
            parse(bytes, offset, length, answer);
        }
    }

    private void parse(byte[] bytes, int offset, int length, Answer answer) {
        shapes.prepare(fields.spot(), answer);
        if (documents.read(bytes, offset, length) == Reading.GOOD) {
            fields.applyTo(answer);
            if (fields.hasError()) {
                answer.fail(ErrorKind.STREAM_ERROR, fields.errorText());
            }
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
        if (reading == Reading.GOOD && fields.hasError()) {
            answer.fail(ErrorKind.STREAM_ERROR, fields.errorText());
        } else if (reading == Reading.GOOD && fields.hasAnswer()) {
            fields.applyTo(answer);
            answer.end();
        } else if (reading == Reading.GOOD && ModelNames.first(body).isPresent()) {
            answer.listModels(ModelNames.first(body).get());
        } else if (reading != Reading.CUT) {
            answer.fail(ErrorKind.MALFORMED, "not an answer: " + Excerpt.of(body, 0, body.length));
        }
    }

    @Override
    public String refusal(byte[] body) {
        if (documents.read(body, 0, body.length) == Reading.GOOD
                && !fields.errorText().isEmpty()) {
            return fields.errorText();
        }
        return Excerpt.of(body, 0, body.length);
    }

    private static boolean isDone(byte[] bytes, int offset, int length) {
        if (length < DONE.length() || bytes[offset] != '[') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[offset + i] != (i < DONE.length() ? DONE.charAt(i) : ' ')) {
                return false;
            }
        }
        return true;
    }
}
