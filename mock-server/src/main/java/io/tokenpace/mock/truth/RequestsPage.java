package io.tokenpace.mock.truth;

import java.io.StringWriter;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** The requests that are kept: the latest of them in a list, or one in full. */
public final class RequestsPage {
    private static final int MOST = 1_000;

    private RequestsPage() {}

    /** Returns a JSON object with the id, the key and the ending of the latest 1,000, newest first. */
    public static String list(TruthStore store) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JsonLines.generator(out)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("requests");
            for (RequestTruth truth : store.latest(MOST)) {
                json.writeStartObject();
                json.writeStringProperty("id", truth.id());
                json.writeStringProperty("key", truth.key());
                json.writeStringProperty("ending", truth.ending().word());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
        return out.toString();
    }

    /** Returns the line that the truth log would have, by the request's id or else its key. */
    public static Optional<String> one(TruthStore store, String idOrKey) {
        return store.find(idOrKey).or(() -> store.findByKey(idOrKey)).map(RequestsPage::line);
    }

    /** Returns a JSON object that says what is wrong. */
    public static String error(String message) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JsonLines.generator(out)) {
            json.writeStartObject();
            json.writeStringProperty("error", message);
            json.writeEndObject();
            json.writeRaw('\n');
        }
        return out.toString();
    }

    private static String line(RequestTruth truth) {
        StringWriter out = new StringWriter();
        new TruthLines(out).request(truth);
        return out.toString();
    }
}
