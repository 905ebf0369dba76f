package io.tokenpace.bench.workload.dataset;

import io.tokenpace.bench.wire.Turn;
import io.tokenpace.bench.workload.source.BrokenLineException;
import io.tokenpace.bench.workload.source.JsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads who says what, in the words of each format, into a dialogue. */
final class Speech {
    private final Dialogue dialogue;
    private Optional<Speaker> speaker = Optional.empty();
    private List<String> texts = List.of();

    private enum Speaker {
        SYSTEM,
        USER,
        ASSISTANT
    }

    Speech(Dialogue dialogue) {
        this.dialogue = dialogue;
    }

    void prompt(JsonReader json, String name) throws BrokenLineException {
        dialogue.say(Turn.Role.USER, List.of(json.string(name)));
    }

    void message(JsonReader json) throws BrokenLineException {
        turn(json, "a message", "role", "content", this::messageMember);
    }

    void shareGptTurn(JsonReader json) throws BrokenLineException {
        turn(json, "a turn", "from", "value", this::shareGptMember);
    }

    private void turn(JsonReader json, String what, String who, String said, JsonReader.Members members)
            throws BrokenLineException {
        speaker = Optional.empty();
        texts = List.of();
        json.object(what, members);
        if (speaker.isEmpty() || texts.isEmpty()) {
            throw json.broken(what + " must have " + who + " and " + said);
        }
        if (speaker.get() != Speaker.SYSTEM) {
            dialogue.say(speaker.get() == Speaker.USER ? Turn.Role.USER : Turn.Role.ASSISTANT, texts);
        } else if (!dialogue.system(String.join("\n", texts))) {
            throw json.broken("the system's text must come first and once");
        }
    }

    private void messageMember(JsonReader json, String name) throws BrokenLineException {
        switch (name) {
            case "role" ->
                speaker = Optional.of(
                        switch (json.string(name)) {
                            case "system", "developer" -> Speaker.SYSTEM;
                            case "user" -> Speaker.USER;
                            case "assistant" -> Speaker.ASSISTANT;
                            default -> throw json.broken(name, "must be system, developer, user or assistant");
                        });
            case "content" -> texts = json.isArray() ? parts(json, name) : List.of(json.string(name));
            default -> json.skip();
        }
    }

    /** Reads content in parts, which must all be text: nothing else can be measured out in tokens. */
    private static List<String> parts(JsonReader json, String name) throws BrokenLineException {
        List<String> parts = new ArrayList<>();
        json.array(
                name,
                element -> element.object("a part of content", (part, member) -> {
                    if (member.equals("type") && !part.string(member).equals("text")) {
                        throw part.broken(member, "must be text");
                    }
                    if (member.equals("text")) {
                        parts.add(part.string(member));
                    } else {
                        part.skip();
                    }
                }));
        return List.copyOf(parts);
    }

    /** The names beside human and gpt are those found in the public exports. */
    private void shareGptMember(JsonReader json, String name) throws BrokenLineException {
        switch (name) {
            case "from" ->
                speaker = Optional.of(
                        switch (json.string(name)) {
                            case "system" -> Speaker.SYSTEM;
                            case "human", "user" -> Speaker.USER;
                            case "gpt", "chatgpt", "assistant", "bing", "bard" -> Speaker.ASSISTANT;
                            default -> throw json.broken(name, "must be human, gpt or system");
                        });
            case "value" -> texts = List.of(json.string(name));
            default -> json.skip();
        }
    }
}
