package io.tokenpace.bench.workload.dataset;

import io.tokenpace.bench.workload.source.BrokenLineException;
import io.tokenpace.bench.workload.source.Excerpt;
import io.tokenpace.bench.workload.source.JsonReader;
import io.tokenpace.bench.workload.source.Reading;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes samples of JSON objects in one format. Members that the format does not name are passed over. */
final class SampleParser implements Reading.ExcerptParser<Optional<Sample>> {
    private final DatasetFormat format;

    SampleParser(DatasetFormat format) {
        this.format = format;
    }

    /** Returns the sample, or nothing if it is a ShareGPT conversation in which nobody asks. */
    @Override
    public Optional<Sample> parse(Excerpt excerpt) throws BrokenLineException {
        Members members = new Members(format);
        JsonReader.read(excerpt, members);
        if (!members.told) {
            throw new BrokenLineException(excerpt.line(), format.key() + " must be there");
        }
        if (members.dialogue.isWhole()) {
            return Optional.of(members.dialogue.sample(excerpt.line(), members.maxTokens));
        }
        if (format == DatasetFormat.SHAREGPT) {
            return Optional.empty();
        }
        throw new BrokenLineException(
                excerpt.line(), format.key() + " must begin with the user's, and every text must say something");
    }

    private static final class Members implements JsonReader.Members {
        private final DatasetFormat format;
        private final Dialogue dialogue = new Dialogue();
        private final Speech speech = new Speech(dialogue);
        private OptionalInt maxTokens = OptionalInt.empty();
        private boolean told;

        Members(DatasetFormat format) {
            this.format = format;
        }

        @Override
        public void member(JsonReader json, String name) throws BrokenLineException {
            if (name.equals(format.key())) {
                told = true;
                say(json, name);
            } else if (name.equals("max_tokens") && !json.isNull()) {
                maxTokens =
                        OptionalInt.of((int) json.whole(name, 1, Integer.MAX_VALUE, "must be a positive whole number"));
            } else {
                json.skip();
            }
        }

        private void say(JsonReader json, String name) throws BrokenLineException {
            switch (format) {
                case PROMPTS -> speech.prompt(json, name);
                case MESSAGES -> json.array(name, speech::message);
                case SHAREGPT -> json.array(name, speech::shareGptTurn);
            }
        }
    }
}
