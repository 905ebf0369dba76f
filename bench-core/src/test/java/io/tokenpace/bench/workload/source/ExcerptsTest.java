package io.tokenpace.bench.workload.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptsTest {
    /** Each excerpt as {@code line|text}, and what is broken as {@code line!}. */
    private static List<String> read(Excerpts excerpts) throws IOException {
        List<String> read = new ArrayList<>();
        while (true) {
            try {
                Optional<Excerpt> next = excerpts.next();
                if (next.isEmpty()) {
                    return read;
                }
                read.add(next.get().line() + "|" + next.get().text());
            } catch (BrokenLineException e) {
                read.add(e.line() + "!" + (e.isLast() ? "!" : ""));
            }
        }
    }

    private static List<String> read(String text) throws IOException {
        return read(Contents.file("f", text).excerpts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nbc\n\n d\n", "a\r\nbc\r\n\r\n d\r\n", "a\nbc\n \t\n d", "\uFEFFa\nbc\r\n\nd"})
    void shouldGiveEveryLineThatSaysSomethingWithItsNumber(String text) throws IOException {
        assertThat(read(text)).containsExactly("1|a", "2|bc", "4|d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"a\":1},\n2 ,\"x,]\\\"[\\\\\",[[],{}]]",
                "\uFEFF \n[\r\n{\"a\":1}\n,2,\"x,]\\\"[\\\\\"\n,[[],{}]\n]\n"
            })
    void shouldGiveEveryElementOfOneArray(String text) throws IOException {
        assertThat(read(text).stream().map(excerpt -> excerpt.split("\\|", 2)[1].strip()))
                .containsExactly("{\"a\":1}", "2", "\"x,]\\\"[\\\\\"", "[[],{}]");
    }

    @Test
    void shouldNameTheLineInWhichAnElementBegins() throws IOException {
        assertThat(read("[\n{\n\"a\":1},\n\n{}]")).containsExactly("2|{\n\"a\":1}", "5|{}");
    }

    @Test
    void shouldGiveNothingOfAnEmptyArray() throws IOException {
        assertThat(read(" [ ] ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`[{\"a\":1}`, `[1|{\"a\":1}, 1!!]`",
                "`[{\"a\":\"]}`, `[1!!]`",
                "`[{} {}]`, `[1|{}, 1!!]`",
                "`[{}] x`, `[1|{}, 1!!]`",
                "`[{},]`, `[1|{}, 1|]`"
            })
    void shouldSayWhereAnArrayIsNoArray(String text, String read) throws IOException {
        assertThat(read(text)).hasToString(read);
    }

    @Test
    void shouldReadTheSameWhenOneByteComesAtATime() throws IOException {
        String text = "[{\"a\":\"é\\\"}\"},\r\n{\"b\":[\"€\",\"😀\"]}]";
        assertThat(read(Contents.slowFile("f", text.getBytes(StandardCharsets.UTF_8))
                        .excerpts()))
                .isEqualTo(read(text))
                .hasSize(2);
    }

    @Test
    void shouldSeeThroughGzipWhenTheNameDoesNotTell() throws IOException {
        byte[] packed = Contents.gzip("a\nb\n".getBytes(StandardCharsets.UTF_8));
        assertThat(read(Contents.slowFile("f", packed).excerpts())).containsExactly("1|a", "2|b");
    }

    @Test
    void shouldSaySoWhenGzipIsCutOff() {
        byte[] packed = Contents.gzip("a\nb\n".repeat(9_000).getBytes(StandardCharsets.UTF_8));
        byte[] cut = Arrays.copyOf(packed, packed.length / 2);
        assertThatThrownBy(() -> {
                    Reading<Excerpt> reading = reading(Contents.file("f.gz", cut));
                    while (reading.next().isPresent()) {}
                })
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("f.gz: cannot be read to its end: ");
    }

    private static Reading<Excerpt> reading(TextFile file) {
        return new Reading<>(file, excerpt -> excerpt, new Breakages(file, BrokenLines.FATAL));
    }

    @Test
    void shouldNameTheLineOfAByteThatIsNoText() throws IOException {
        byte[] latin = "a\nb\u00e9\nc\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(read(Contents.file("f", latin).excerpts())).containsExactly("1|a", "2!", "3|c");
        Reading<Excerpt> reading = reading(Contents.file("f", latin));
        assertThat(reading.next()).isPresent();
        assertThatThrownBy(reading::next).hasMessage("f:2: byte 0xE9 must be part of UTF-8 text");
    }

    @Test
    void shouldNameTheLineOfAByteThatIsNoTextInsideAnElement() throws IOException {
        byte[] latin = "[\n{\"a\":\n\"\u00e9\"}, 1]".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(read(Contents.file("f", latin).excerpts())).containsExactly("3!", "3|1");
    }

    @Test
    void shouldRefuseTextCutInTheMiddleOfACharacter() throws IOException {
        assertThat(read(Contents.file("f", new byte[] {'a', (byte) 0xE2, (byte) 0x82})
                        .excerpts()))
                .containsExactly("1!");
    }

    @Test
    void shouldRefuseUtf16() {
        TextFile file = Contents.file("f", "{}".getBytes(StandardCharsets.UTF_16));
        assertThatThrownBy(file::excerpts).hasMessage("f: is UTF-16 text; it must be UTF-8");
    }

    @Test
    void shouldRefuseALineThatIsTooLongAndGoOnBehindIt() throws IOException {
        String longest = "x".repeat(ExcerptBuffer.MAX_BYTES);
        List<String> read = read(longest + "\r\n" + longest + "yy\nz");
        assertThat(read).hasSize(3);
        assertThat(read.get(0)).hasSize(ExcerptBuffer.MAX_BYTES + 2);
        assertThat(read.subList(1, 3)).containsExactly("2!", "3|z");
    }

    @Test
    void shouldReadNoMoreThanABufferAhead() throws IOException, BrokenLineException {
        AtomicLong given = new AtomicLong();
        Excerpts excerpts = new TextFile(
                        "f", () -> new Contents.GeneratedLines(100_000, i -> "line " + i + "\n", given))
                .excerpts();
        long used = 0;
        for (int i = 0; i < 100_000; i++) {
            used += excerpts.next().orElseThrow().text().length() + 1;
            assertThat(given.get()).isLessThanOrEqualTo(used + 2 * (1 << 16));
        }
        assertThat(excerpts.next()).isEmpty();
    }

    @Test
    void shouldCloseTheFile() throws IOException {
        AtomicLong closed = new AtomicLong();
        TextFile file = new TextFile("f", () -> new ByteArrayInputStream(new byte[] {'a'}) {
            @Override
            public void close() {
                closed.incrementAndGet();
            }
        });
        file.excerpts().close();
        assertThat(closed).hasValue(1);
    }
}
