package io.tokenpace.mock.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;

class EncodedEventTest {
    /** Two chunks, of which the first holds an event of 38 bytes. */
    private static final String BYTES = "26\r\ndata: {\"delta\":{\"content\":\" house\"}}\n\n\r\n3\r\n:a\n\r\n";

    @Test
    void shouldCutAChunkInItsMiddle() {
        EncodedEvent.Halves halves = event(BYTES).cutInChunk();

        assertThat(text(halves.first())).isEqualTo("26\r\ndata: {\"delta\":{\"co");
        assertThat(text(halves.first()) + text(halves.second())).isEqualTo(BYTES);
    }

    @Test
    void shouldCutAnEventBetweenTwoChunks() {
        EncodedEvent.Halves halves = event(BYTES).cutInEvent();

        assertThat(text(halves.first())).isEqualTo("13\r\ndata: {\"delta\":{\"co\r\n");
        assertThat(text(halves.second())).isEqualTo("13\r\nntent\":\" house\"}}\n\n\r\n3\r\n:a\n\r\n");
    }

    @Test
    void shouldCutACharacterThatItPutsBeforeTheText() {
        EncodedEvent.Halves halves = event(BYTES).cutInCharacter();

        byte[] first = bytes(halves.first());
        byte[] second = bytes(halves.second());
        assertThat(first[first.length - 3]).isEqualTo((byte) 0xE2);
        assertThat(new String(first, 0, first.length - 3, UTF_8)).isEqualTo("1c\r\ndata: {\"delta\":{\"content\":\"");
        assertThat(second).startsWith("d\r\n".getBytes(UTF_8));
        assertThat(second[3]).isEqualTo((byte) 0x82);
        assertThat(second[4]).isEqualTo((byte) 0xAC);
        assertThat(new String(second, 5, second.length - 5, UTF_8)).isEqualTo(" house\"}}\n\n\r\n3\r\n:a\n\r\n");
    }

    @Test
    void shouldCutAnEventWithoutATextAnywhere() {
        EncodedEvent.Halves halves = event("8\r\ndata: 1\n\r\n").cutInCharacter();

        assertThat(text(halves.first())).isEqualTo("4\r\ndata\r\n");
    }

    @Test
    void shouldNotCutBetweenTwoEvents() {
        EncodedEvent.Halves halves = event("a\r\n:abc\n:abc\n\r\n").cutInEvent();

        assertThat(text(halves.first())).isEqualTo("6\r\n:abc\n:\r\n");
    }

    @Test
    void shouldLoseTheEndOfTheJsonAndNothingElse() {
        assertThat(new String(event(BYTES).malformed(), UTF_8))
                .isEqualTo("20\r\ndata: {\"delta\":{\"content\":\" ho\n\n\r\n3\r\n:a\n\r\n");
    }

    @Test
    void shouldLeaveAnEventWithoutBytesWhatItIs() {
        EncodedEvent nothing = event("");

        assertThat(text(nothing.cutInChunk().first())).isEmpty();
        assertThat(text(nothing.cutInEvent().second())).isEmpty();
        assertThat(text(nothing.cutInCharacter().first())).isEmpty();
        assertThat(nothing.malformed()).isEmpty();
    }

    private static EncodedEvent event(String bytes) {
        return EncodedEvent.of(Unpooled.wrappedBuffer(bytes.getBytes(UTF_8)));
    }

    private static String text(ByteBuf half) {
        return half.toString(UTF_8);
    }

    private static byte[] bytes(ByteBuf half) {
        byte[] bytes = new byte[half.readableBytes()];
        half.getBytes(half.readerIndex(), bytes);
        return bytes;
    }
}
