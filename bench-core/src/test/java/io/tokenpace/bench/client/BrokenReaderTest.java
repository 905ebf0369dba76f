package io.tokenpace.bench.client;

import static io.tokenpace.bench.client.ExchangeAssert.assertThat;

import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.wire.Answer;
import io.tokenpace.bench.wire.AnswerReader;
import io.tokenpace.bench.wire.Ask;
import io.tokenpace.bench.wire.WireFormat;
import io.tokenpace.bench.wire.anthropic.AnthropicFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrokenReaderTest {
    @Test
    void shouldBlameTheClientWhenItsOwnReaderFails() throws Exception {
        RawServer.Script serve = peer -> {
            peer.request();
            peer.send(RawAnswers.stream(DocumentedStreams.HELLO));
            peer.awaitClose();
        };
        try (RawServer server = RawServer.playing(serve, serve);
                ClientHarness client = ClientHarness.to(server.url(), new BrokenFormat())) {
            assertThat(client.send()).failedWith(ErrorKind.CLIENT).says("a bug");
            assertThat(client.send()).failedWith(ErrorKind.CLIENT).metStaleConnections(0);
        }
    }

    /** Anthropic's format with a reader that has a bug. */
    private static final class BrokenFormat implements WireFormat {
        private final WireFormat sound = new AnthropicFormat();

        @Override
        public String path() {
            return sound.path();
        }

        @Override
        public Map<String, String> headers() {
            return sound.headers();
        }

        @Override
        public byte[] body(Ask ask) {
            return sound.body(ask);
        }

        @Override
        public AnswerReader newReader() {
            return new AnswerReader() {
                @Override
                public void event(byte[] bytes, int offset, int length, Answer answer) {
                    throw new IllegalStateException("a bug");
                }

                @Override
                public void whole(byte[] body, Answer answer) {
                    throw new IllegalStateException("a bug");
                }

                @Override
                public String refusal(byte[] body) {
                    return "";
                }
            };
        }
    }
}
