package io.tokenpace.bench.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What may happen to an event on its way, or in the minds of those who write services. */
public final class EventMutations {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Pieces of strings, sound and unsound: escapes, characters of every length, and what only looks like them. */
    private static final List<byte[]> PIECES = pieces();

    private static final byte[] BYTES = {
        0, '\n', ' ', '"', '\\', '{', '}', ']', ',', '0', 'u', 127, (byte) 0x80, (byte) 0xC3, (byte) 0xF0, (byte) 0xFF
    };

    private final Random random;

    public EventMutations(Random random) {
        this.random = random;
    }

    private static List<byte[]> pieces() {
        List<byte[]> pieces = new ArrayList<>();
        for (String text : new String[] {
            "a",
            " word",
            "\\n",
            "\\\"",
            "\\\\",
            "\\/",
            "\\t",
            "\\u00e9",
            "\\uD83D",
            "\\ud83d\\ude00",
            "é",
            "日",
            "😀",
            "\u007f",
            "\u0080",
            "\u0800",
            "\ud7ff",
            "\ue000",
            "\uffff",
            "\\x",
            "\\u12g4",
            "\\u1",
            "\\",
            "\"",
            "\n",
            "\u0000",
            "{",
            "}",
            "null"
        }) {
            pieces.add(text.getBytes(StandardCharsets.UTF_8));
        }
        for (int[] raw : new int[][] {
            {0x80},
            {0xC0, 0x80},
            {0xC1, 0xBF},
            {0xC3},
            {0xC3, '('},
            {0xE0, 0x80, 0x80},
            {0xE0, 0x9F, 0xBF},
            {0xED, 0xA0, 0x80},
            {0xED, 0xBF, 0xBF},
            {0xE6, 0x97},
            {0xF0, 0x80, 0x80, 0x80},
            {0xF0, 0x8F, 0xBF, 0xBF},
            {0xF0, 0x9F, 0x98},
            {0xF4, 0x90, 0x80, 0x80},
            {0xF5, 0x80, 0x80, 0x80},
            {0xF8, 0x88, 0x80, 0x80, 0x80},
            {0xFF}
        }) {
            byte[] piece = new byte[raw.length];
            for (int i = 0; i < raw.length; i++) {
                piece[i] = (byte) raw[i];
            }
            pieces.add(piece);
        }
        return pieces;
    }

    /** Returns the event with a byte gone, doubled, changed or new, in one way of each kind at every place. */
    public static List<byte[]> once(byte[] event) {
        List<byte[]> all = new ArrayList<>();
        for (int at = 0; at < event.length; at++) {
            all.add(spliced(event, at, at + 1));
            all.add(spliced(event, at, at, event[at]));
            all.add(spliced(event, at, at + 1, (byte) (event[at] ^ (1 << at % Byte.SIZE))));
            all.add(spliced(event, at, at, BYTES[at % BYTES.length]));
        }
        return all;
    }

    /** Returns the event with a byte changed or new, in every way at every place. */
    public static List<byte[]> thoroughly(byte[] event) {
        List<byte[]> all = new ArrayList<>();
        for (int at = 0; at <= event.length; at++) {
            for (byte each : BYTES) {
                all.add(spliced(event, at, at, each));
                all.add(spliced(event, at, Math.min(at + 1, event.length), each));
            }
        }
        return all;
    }

    /** Returns the event changed in one way that is drawn. */
    public byte[] mutate(byte[] event) {
        int at = random.nextInt(event.length + 1);
        int to = at + random.nextInt(Math.min(20, event.length - at) + 1);
        return switch (random.nextInt(8)) {
            case 0 -> spliced(event, at, Math.min(at + 1, event.length), BYTES[random.nextInt(BYTES.length)]);
            case 1 -> spliced(event, at, at, " ".repeat(random.nextInt(4)).getBytes(StandardCharsets.UTF_8));
            case 2 -> spliced(event, at, to);
            case 3 -> spliced(event, to, to, Arrays.copyOfRange(event, at, to));
            case 4 -> shuffled(event);
            default -> withOtherString(event);
        };
    }

    /** Returns the event with another string in the place of one of those it has. */
    public byte[] withOtherString(byte[] event) {
        List<int[]> strings = strings(event);
        if (strings.isEmpty()) {
            return event;
        }
        int[] string = strings.get(random.nextInt(strings.size()));
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int i = random.nextInt(6); i > 0; i--) {
            // Mostly what is sound, or hardly any string of several pieces would be.
            text.writeBytes(PIECES.get(random.nextInt(random.nextInt(4) == 0 ? PIECES.size() : 19)));
        }
        return spliced(event, string[0], string[1], text.toByteArray());
    }

    private static List<int[]> strings(byte[] event) {
        List<int[]> strings = new ArrayList<>();
        int open = -1;
        for (int at = 0; at < event.length; at++) {
            if (event[at] == '\\') {
                at++;
            } else if (event[at] == '"') {
                if (open >= 0) {
                    strings.add(new int[] {open, at});
                }
                open = open >= 0 ? -1 : at + 1;
            }
        }
        return strings;
    }

    private byte[] shuffled(byte[] event) {
        try {
            return JSON.writeValueAsBytes(shuffled(JSON.readTree(event)));
        } catch (JacksonException e) {
            return event;
        }
    }

    private JsonNode shuffled(JsonNode node) {
        if (!node.isObject()) {
            return node;
        }
        List<String> names = new ArrayList<>(node.propertyNames());
        Collections.shuffle(names, random);
        ObjectNode shuffled = JSON.createObjectNode();
        names.forEach(name -> shuffled.set(name, shuffled(node.get(name))));
        return shuffled;
    }

    private static byte[] spliced(byte[] event, int from, int to, byte... middle) {
        byte[] result = Arrays.copyOf(event, from + middle.length + event.length - to);
        System.arraycopy(middle, 0, result, from, middle.length);
        System.arraycopy(event, to, result, from + middle.length, event.length - to);
        return result;
    }
}
