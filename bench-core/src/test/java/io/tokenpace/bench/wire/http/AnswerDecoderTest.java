package io.tokenpace.bench.wire.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How answers are taken apart, and how their ends are found. */
class AnswerDecoderTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = OK + "transfer-encoding: chunked\r\n\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                CHUNKED + "5\r\nHello\r\n0\r\n\r\n",
                CHUNKED + "2\r\nHe\r\n1;name=\"va\\\"lue\";other\r\nl\r\n02\r\nlo\r\n000\r\nx-sum: 7\r\n\r\n",
                OK + "content-length: 5\r\n\r\nHello",
                OK + "CONTENT-LENGTH:\t 0005 \r\n\r\nHello",
                OK + "content-type: any\r\n\r\nHello",
                "HTTP/1.1 200\r\n\r\nHello",
                "HTTP/1.0 200 OK\r\n\r\nHello",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Hints\r\nlink: <a>\r\n\r\n" + CHUNKED
                        + "5\r\nHello\r\n0\r\n\r\n"
            })
    void shouldReadAnswerWhereverItIsCut(String answer) {
        byte[] bytes = answer.getBytes(ISO_8859_1);
        int[] everywhere = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            everywhere[i] = i;
            assertThat(Reading.of(bytes, i)).hasToString("200 \"Hello\" ended");
        }
        assertThat(Reading.of(bytes, everywhere)).hasToString("200 \"Hello\" ended");
    }

    @ParameterizedTest
    @ValueSource(strings = {CHUNKED + "5\r\nHello\r\n0\r\n\r\n", OK + "content-length: 5\r\n\r\nHello"})
    void shouldNotEndBeforeTheLastByte(String answer) {
        for (int i = 0; i < answer.length(); i++) {
            Reading reading = Reading.of(answer.substring(0, i));
            assertThat(reading.hasEnded() || reading.isBroken())
                    .as(answer.substring(0, i))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"204", "304", "101"})
    void shouldExpectNoBodyWhereTheStatusAllowsNone(int status) {
        assertThat(new Reading().read("HTTP/1.1 " + status + " X\r\ncontent-length: 5\r\n\r\n"))
                .hasToString(status + " \"\" ended");
    }

    @Test
    void shouldEndAtOnceWhereTheBodyIsEmpty() {
        assertThat(new Reading().read(OK + "content-length: 0\r\n\r\n")).hasToString("200 \"\" ended");
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1, x: y, true",
        "HTTP/1.1, connection: close, false",
        "HTTP/1.1, 'connection: keep-alive, Close', false",
        "HTTP/1.0, x: y, false",
        "HTTP/1.0, 'connection: Keep-Alive, other', true",
        "HTTP/1.0, connection: keep-alive-not, false"
    })
    void shouldTellWhetherAnotherAnswerMayFollow(String version, String header, boolean another) {
        Reading reading = Reading.of(version + " 200 OK\r\n" + header + "\r\ncontent-length: 0\r\n\r\n");
        assertThat(reading.allowsAnother()).isEqualTo(another);
    }

    @Test
    void shouldLetNothingFollowABodyThatEndsWithItsConnection() {
        assertThat(Reading.of(OK + "\r\nHello").allowsAnother()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "text/event-stream, true",
        "Text/Event-Stream ; charset=utf-8, true",
        "text/event-stream2, false",
        "text/plain; text/event-stream, false"
    })
    void shouldTellWhetherEventsAreDeclared(String type, boolean declared) {
        assertThat(Reading.of(OK + "content-type: " + type + "\r\n\r\n").isEventStream())
                .isEqualTo(declared);
    }

    @Test
    void shouldBelieveTheFirstOfSeveralTypes() {
        assertThat(Reading.of(OK + "content-type: text/plain\r\ncontent-type: text/event-stream\r\n\r\n")
                        .isEventStream())
                .isFalse();
    }

    @Test
    void shouldKeepWhatTheSieveLetsThrough() {
        assertThat(Reading.of(OK + "X-Kept-One: 1 \r\nother: 2\r\nx-kept:\t\u00e9 \r\n\r\n")
                        .kept())
                .isEqualTo("x-kept-one:1\nx-kept:\u00e9\n");
    }

    @Test
    void shouldReadOneAnswerAfterTheOther() {
        Reading reading =
                new Reading().read(CHUNKED + "5\r\nHello\r\n0\r\n\r\n").next();
        assertThat(reading.read(OK + "content-length: 3\r\n\r\nyes")).hasToString("200 \"yes\" ended");
        assertThat(reading.hasSurplus()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\r\n", "HTTP/1.1 200 OK\r\n\r\n"})
    void shouldNoticeWhatComesAfterTheEnd(String surplus) {
        Reading reading = new Reading().read(OK + "content-length: 5\r\n\r\nHello" + surplus);
        assertThat(reading).hasToString("200 \"Hello\" ended");
        assertThat(reading.hasSurplus()).isTrue();
    }

    @Test
    void shouldReadNothingAfterWhatBrokeAnAnswer() {
        Reading reading = new Reading().read(CHUNKED + "x").read("5\r\nHello\r\n0\r\n\r\n");
        assertThat(reading).hasToString("200 \"\" broken");
    }
}
