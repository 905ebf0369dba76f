package io.tokenpace.mock.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.tokenpace.mock.model.Stretch;
import java.util.List;

/** Words in a completion, its reasoning or what it says, which may have been cut off before a stop sequence. */
final class OpenAiWords implements OpenAiPart {
    private final Field field;
    private final Words words;
    private final StopMatch cut;
    private final byte[] before;
    private final byte[] after;
    private final byte[] rest;
    private boolean restTaken;

    private OpenAiWords(Field field, String before, String after, Words words, StopMatch cut) {
        this.field = field;
        this.words = words;
        this.cut = cut;
        this.before = before.getBytes(UTF_8);
        this.after = after.getBytes(UTF_8);
        String quoted = JsonText.quoted(cut.rest());
        this.rest = quoted.substring(1, quoted.length() - 1).getBytes(UTF_8);
    }

    /** What a chat thinks. */
    static OpenAiWords reasoning(Words words, int tokens) {
        return new OpenAiWords(Field.REASONING, "\"delta\":{\"reasoning\":\"", "\"}", words, StopMatch.none(tokens));
    }

    /** What a chat says. */
    static OpenAiWords content(Words words, StopMatch cut) {
        return new OpenAiWords(Field.CONTENT, "\"delta\":{\"content\":\"", "\"}", words, cut);
    }

    /** How a text goes on. */
    static OpenAiWords text(Words words, StopMatch cut) {
        return new OpenAiWords(Field.CONTENT, "\"text\":\"", "\"", words, cut);
    }

    @Override
    public int tokens() {
        return cut.tokens();
    }

    @Override
    public List<Stretch> stretches() {
        return cut.stretches();
    }

    @Override
    public Field field() {
        return field;
    }

    @Override
    public String opening() {
        return "";
    }

    @Override
    public byte[] before() {
        return before;
    }

    @Override
    public byte[] after() {
        return after;
    }

    @Override
    public int take(int from, int until) {
        restTaken = until > cut.wholeWords();
        return restTaken ? rest.length : words.takeEncoded(until - from);
    }

    @Override
    public void writeTaken(ByteBuf out) {
        if (restTaken) {
            out.writeBytes(rest);
        } else {
            words.writeTaken(out);
        }
    }

    @Override
    public String whole() {
        return JsonText.quoted(words.take(cut.wholeWords()) + cut.rest());
    }
}
