package io.tokenpace.mock.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.tokenpace.mock.model.RequestKey;
import io.tokenpace.mock.model.Stretch;
import java.util.List;

/** The call of a function, whose name comes in a chunk of its own right before the first token of its arguments. */
final class OpenAiCall implements OpenAiPart {
    private static final byte[] BEFORE =
            "\"delta\":{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"".getBytes(UTF_8);
    private static final byte[] AFTER = "\"}}]}".getBytes(UTF_8);

    private final String identity;
    private final ToolInput input;
    private final int tokens;
    private final EscapedInput escaped;
    private int from;
    private int until;

    /** A call whose arguments are cut off after {@code tokens}, if they are longer. */
    OpenAiCall(Tool tool, RequestKey key, ToolInput input, int tokens) {
        this.identity = "\"id\":\"" + Identifiers.functionCall(key)
                + "\",\"type\":\"function\",\"function\":{\"name\":" + JsonText.quoted(tool.name())
                + ",\"arguments\":";
        this.input = input;
        this.tokens = tokens;
        this.escaped = new EscapedInput(input, tokens);
    }

    @Override
    public int tokens() {
        return tokens;
    }

    @Override
    public List<Stretch> stretches() {
        return List.of(Stretch.apart(tokens));
    }

    @Override
    public Field field() {
        return Field.TOOL_CALLS;
    }

    @Override
    public String opening() {
        return "\"delta\":{\"tool_calls\":[{\"index\":0," + identity + "\"\"}}]}";
    }

    @Override
    public byte[] before() {
        return BEFORE;
    }

    @Override
    public byte[] after() {
        return AFTER;
    }

    @Override
    public int take(int first, int end) {
        from = first;
        until = end;
        return escaped.bytes(from, until);
    }

    @Override
    public void writeTaken(ByteBuf out) {
        escaped.write(from, until, out);
    }

    @Override
    public String whole() {
        StringBuilder arguments = new StringBuilder();
        for (int token = 0; token < tokens; token++) {
            arguments.append(input.piece(token));
        }
        return "[{" + identity + JsonText.quoted(arguments.toString()) + "}}]";
    }
}
