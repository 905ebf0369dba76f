package io.tokenpace.bench.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused: whatever two readers might understand in two ways, and whatever has no end. */
class StrictnessTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = OK + "transfer-encoding: chunked\r\n\r\n";

    private static void assertRefused(String answer, String why) {
        Reading reading = Reading.of(answer);
        assertThat(reading.isBroken()).as(answer).isTrue();
        assertThat(reading.why()).contains(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\nHTTP/1.1 200 OK\r\n\r\n",
                " HTTP/1.1 200 OK\r\n\r\n",
                "http/1.1 200 OK\r\n\r\n",
                "HTTP/2.0 200 OK\r\n\r\n",
                "HTTP/1.11 200 OK\r\n\r\n",
                "ICY 200 OK\r\n\r\n",
                "\r\n\r\n"
            })
    void shouldTakeOneFormOfVersionOnly(String answer) {
        assertRefused(answer, "a first line that is not HTTP/1.x with a status");
    }

    @ParameterizedTest
    @ValueSource(strings = {"S", "\1", "HTTP/2", "SSH-2.0-OpenSSH_9.6"})
    void shouldTellOtherProtocolsBeforeTheirLineEnds(String beginning) {
        assertRefused(beginning, "a first line that is not HTTP/1.x with a status");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"HTTP/1.1 20 OK", "HTTP/1.1 +20 OK", "HTTP/1.1 -20 OK", "HTTP/1.1  200 OK", "HTTP/1.x 200 OK"})
    void shouldTakeDigitsOnlyForAStatus(String line) {
        assertRefused(line + "\r\n\r\n", "a version or status that is no number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 2000 OK", "HTTP/1.1 200OK", "HTTP/1.1 200\tOK"})
    void shouldTakeThreeDigitsForAStatus(String line) {
        assertRefused(line + "\r\n\r\n", "a status that does not end after three digits");
    }

    @Test
    void shouldRefuseStatusOfNoClass() {
        assertRefused("HTTP/1.1 099 OK\r\n\r\n", "status (99) must be from 100 to 999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 O\rK", "HTTP/1.1 200 O\0K", "HTTP/1.1 200 O\u007fK"})
    void shouldRefuseControlCharactersInTheFirstLine(String line) {
        assertRefused(line + "\r\n\r\n", "a control character in the first line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\n\r\n", OK + "x: y\n\r\n", OK + "x: y\r\n\n"})
    void shouldRefuseLineFeedsAlone(String answer) {
        assertRefused(answer, "a line of a head that does not end with CRLF");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content-length : 5",
                "content-length\t: 5",
                " content-length: 5",
                "x: y\r\n folded: z",
                "x: y\r\n\tfolded",
                "no colon",
                ": no name",
                "x\0: y",
                "x\u00e9: y",
                "x(y): z",
                "\rx: y"
            })
    void shouldTakeOneFormOfHeaderOnly(String header) {
        assertRefused(OK + header + "\r\n\r\n", "a line of a head that is no header");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x: a\rb", "x: a\r\rb", "x: a\0b", "x: a\u001bb", "x: a\u007fb", "x: a\r"})
    void shouldRefuseControlCharactersInHeaders(String header) {
        assertRefused(OK + header + "\r\n\r\n", "a control character in the header x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "+5", "0x5", "5,5", "5 5", "", "9223372036854775808", "99999999999999999999"})
    void shouldTakeDigitsOnlyForALength(String length) {
        assertRefused(
                OK + "Content-Length: " + length + "\r\n\r\n",
                "content-length (" + length + ") must be a number from 0 to 9223372036854775807");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1", "HTTP/1.0"})
    void shouldRefuseTwoLengthsThoughTheyAgree(String version) {
        assertRefused(
                version + " 200 OK\r\ncontent-length: 5\r\ncontent-length: 5\r\n\r\nHello",
                "content-length (5) must not be told twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gzip", "identity", "chunked, gzip", "gzip, chunked", "chunked, chunked", "chunked;q=1", ""})
    void shouldRefuseCodingsThatWereNotAskedFor(String coding) {
        assertRefused(
                OK + "transfer-encoding: " + coding + "\r\n\r\n0\r\n\r\n",
                "transfer-encoding (" + coding + ") must be chunked, and told once");
    }

    @Test
    void shouldRefuseCodingThatIsToldTwice() {
        assertRefused(
                OK + "transfer-encoding: chunked\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
                "transfer-encoding (chunked) must be chunked, and told once");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content-length: 5\r\ntransfer-encoding: chunked",
                "transfer-encoding: chunked\r\ncontent-length: 5"
            })
    void shouldRefuseLengthBesideChunks(String headers) {
        assertRefused(OK + headers + "\r\n\r\n0\r\n\r\n", "content-length and transfer-encoding must not both be told");
    }

    @Test
    void shouldRefuseChunksInTheOlderProtocol() {
        assertRefused(
                "HTTP/1.0 200 OK\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
                "transfer-encoding must not be told in HTTP/1.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n",
                " 5\r\n",
                "5 \r\n",
                "-5\r\n",
                "+5\r\n",
                "0x5\r\n",
                "g\r\n",
                "5\n",
                "5\rx",
                ";x\r\n",
                "5;a b\r\n",
                "5;a=\"b\r\n",
                "5;a=\"b\"c\r\n",
                "5;a\n",
                "5;a\0\r\n",
                "5;\u00e9\r\n",
                "5;\r\n",
                "5;a=\r\n",
                "5;a;;b\r\n"
            })
    void shouldTakeOneFormOfChunkSizeOnly(String size) {
        assertRefused(CHUNKED + size + "Hello\r\n0\r\n\r\n", "in a chunk's size where none may be");
    }

    @ParameterizedTest
    @ValueSource(strings = {"80000000", "100000000", "ffffffffffffffff", "10000000000000005"})
    void shouldRefuseChunksLargerThanCanBeCounted(String size) {
        assertRefused(CHUNKED + size + "\r\nHello", "a chunk of more than 2147483647 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5\r\nHello!\r\n", "5\r\nHello\n", "5\r\nHello\rx", "4\r\nHello\r\n"})
    void shouldRefuseChunksLongerThanTheirSize(String chunk) {
        assertRefused(CHUNKED + chunk + "0\r\n\r\n", "a chunk that is longer than its size");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no colon", " folded", "x : y", "x: a\u0000b"})
    void shouldRefuseTrailersThatAreNoHeaders(String trailer) {
        assertThat(Reading.of(CHUNKED + "0\r\n" + trailer + "\r\n\r\n").isBroken())
                .isTrue();
    }

    @Test
    void shouldBoundHeads() {
        assertRefused(OK + "x: " + "y".repeat(70_000), "a head of more than 65536 bytes");
        assertRefused(OK + "x: y\r\n".repeat(20_000), "a head of more than 65536 bytes");
        assertRefused("HTTP/1.1 200 " + "y".repeat(70_000), "a head of more than 65536 bytes");
    }

    @Test
    void shouldBoundHeadsThatOnlyInform() {
        assertRefused("HTTP/1.1 100 Continue\r\n\r\n".repeat(5_000), "a head of more than 65536 bytes");
    }

    @Test
    void shouldBoundTrailers() {
        assertRefused(CHUNKED + "0\r\n" + "x: y\r\n".repeat(20_000), "a head of more than 65536 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "5;x", "5;x=\""})
    void shouldBoundChunkSizes(String beginning) {
        String filler = beginning.substring(beginning.length() - 1).replace('"', 'y');
        assertRefused(CHUNKED + beginning + filler.repeat(5_000), "a chunk's size of more than 4096 bytes");
    }

    @Test
    void shouldTakeChunkExtensionsOfSomeLength() {
        assertThat(Reading.of(CHUNKED + "5;x=" + "y".repeat(4_000) + "\r\nHello\r\n0\r\n\r\n"))
                .hasToString("200 \"Hello\" ended");
    }
}
