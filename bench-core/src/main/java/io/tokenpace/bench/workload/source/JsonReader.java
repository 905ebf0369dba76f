package io.tokenpace.bench.workload.source;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** The JSON object in an excerpt, read once from front to back. Whatever breaks a rule is told with its own line. */
public final class JsonReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final int SHOWN = 40;

    private final JsonParser parser;
    private final long firstLine;

    /** Takes the members of an object as they come. */
    @FunctionalInterface
    public interface Members {
        /** Reads the value of the member, or passes over it. */
        void member(JsonReader json, String name) throws BrokenLineException;
    }

    /** Takes the elements of an array as they come. */
    @FunctionalInterface
    public interface Elements {
        void element(JsonReader json) throws BrokenLineException;
    }

    private JsonReader(JsonParser parser, long firstLine) {
        this.parser = parser;
        this.firstLine = firstLine;
    }

    /** Reads the excerpt, which must be one JSON object and nothing else. */
    public static void read(Excerpt excerpt, Members members) throws BrokenLineException {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), excerpt.text())) {
            JsonReader json = new JsonReader(parser, excerpt.line());
            parser.nextToken();
            json.object("the excerpt", members);
            if (parser.nextToken() != null) {
                throw json.broken("nothing must follow the JSON object");
            }
        } catch (JacksonException e) {
            int lines = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new BrokenLineException(excerpt.line() + Math.max(0, lines - 1), "must be JSON: " + reason(e));
        }
    }

    /** Returns the names of the object's members, in their order. */
    public static List<String> names(Excerpt excerpt) throws BrokenLineException {
        List<String> names = new ArrayList<>();
        read(excerpt, (json, name) -> {
            names.add(name);
            json.skip();
        });
        return names;
    }

    private static String reason(JacksonException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("unknown error");
    }

    /** Reads the current value, which must be an object. */
    public void object(String name, Members members) throws BrokenLineException {
        require(JsonToken.START_OBJECT, name, "must be a JSON object");
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String member = parser.currentName();
            parser.nextToken();
            members.member(this, member);
        }
    }

    /** Reads the current value, which must be an array. */
    public void array(String name, Elements elements) throws BrokenLineException {
        require(JsonToken.START_ARRAY, name, "must be a JSON array");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.element(this);
        }
    }

    /** Reads the current value, which must be a string that can be sent as UTF-8. */
    public String string(String name) throws BrokenLineException {
        require(JsonToken.VALUE_STRING, name, "must be a string");
        String text = parser.getString();
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            if (Character.getType(text.codePointAt(at)) == Character.SURROGATE) {
                throw broken(name + " must not hold half a surrogate pair");
            }
        }
        return text;
    }

    /** Reads the current value, which must be a whole number from {@code least} to {@code most}; the rule tells the former. */
    public long whole(String name, long least, long most, String rule) throws BrokenLineException {
        require(JsonToken.VALUE_NUMBER_INT, name, rule);
        boolean fits = parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        if (fits ? parser.getLongValue() < least : parser.getString().startsWith("-")) {
            throw broken(name, rule);
        }
        if (!fits || parser.getLongValue() > most) {
            throw broken(name, "must be at most " + most);
        }
        return parser.getLongValue();
    }

    /** Returns whether the current value is an array. */
    public boolean isArray() {
        return parser.hasToken(JsonToken.START_ARRAY);
    }

    /** Returns whether the current value is {@code null}. */
    public boolean isNull() {
        return parser.hasToken(JsonToken.VALUE_NULL);
    }

    /** Passes over the current value. */
    public void skip() {
        parser.skipChildren();
    }

    /** Says which rule the current value breaks. */
    public BrokenLineException broken(String name, String rule) {
        return broken(name + " (" + shown() + ") " + rule);
    }

    /** Says which rule is broken where the reading stands. */
    public BrokenLineException broken(String rule) {
        return new BrokenLineException(firstLine + parser.currentTokenLocation().getLineNr() - 1, rule);
    }

    private void require(JsonToken token, String name, String rule) throws BrokenLineException {
        if (!parser.hasToken(token)) {
            throw broken(name, rule);
        }
    }

    private String shown() {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return "an object";
        }
        if (token == JsonToken.START_ARRAY) {
            return "an array";
        }
        String text = token == null ? "nothing" : parser.getString();
        String clipped = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return token == JsonToken.VALUE_STRING ? '"' + clipped + '"' : clipped;
    }
}
