package io.tokenpace.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.mock.profile.Profiles;
import io.tokenpace.mock.truth.RequestTruth;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both APIs are one service: what a request draws, and when its events are due, do not follow from its API. */
class OneTimingTest {
    private static final int TOKENS = 30;
    private static final String PROMPT = "one two three";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldScheduleACompletionLikeAMessage(boolean stream) throws IOException {
        RequestTruth message;
        RequestTruth chat;
        RequestTruth text;
        try (MockServer server = start();
                RawClient client = new RawClient(server.uri())) {
            client.post(Messages.request(TOKENS, stream, PROMPT), "x-request-key: same", "connection: close");
            message = truth(server, client, "request-id");
        }
        try (MockServer server = start();
                RawClient client = new RawClient(server.uri())) {
            post(client, Completions.CHAT, "'messages':[{'role':'user','content':'" + PROMPT + "'}]", stream);
            chat = truth(server, client, "x-request-id");
        }
        try (MockServer server = start();
                RawClient client = new RawClient(server.uri())) {
            post(client, Completions.TEXT, "'prompt':'" + PROMPT + "'", stream);
            text = truth(server, client, "x-request-id");
        }

        assertThat(List.of(chat, text)).allSatisfy(completion -> {
            assertThat(completion.key()).isEqualTo("same");
            assertThat(completion.account().promptTokens())
                    .isEqualTo(message.account().promptTokens());
            assertThat(completion.account().maxTokens()).isEqualTo(TOKENS);
            assertThat(completion.account().streamed()).isEqualTo(stream);
            assertThat(completion.draws()).isEqualTo(message.draws());
            assertThat(offsets(completion)).isEqualTo(offsets(message)).hasSize(stream ? TOKENS + 2 : 1);
        });
    }

    private static void post(RawClient client, String path, String prompt, boolean stream) throws IOException {
        String body = "{'model':'m'," + prompt + ",'max_tokens':" + TOKENS + ",'stream':" + stream + "}";
        Completions.post(client, path, body, "x-request-key: same", "connection: close");
    }

    /** Reads the answer to its end, after which the truth is there. */
    private static RequestTruth truth(MockServer server, RawClient client, String header) throws IOException {
        String id = RawClient.header(client.head(), header);
        client.readToEnd();
        return server.truth(id).orElseThrow();
    }

    /** When each event was due, counted from when the request was read. */
    private static List<Long> offsets(RequestTruth truth) {
        return IntStream.range(0, truth.events().written())
                .mapToObj(event -> truth.events().scheduledNanos(event) - truth.receivedNanos())
                .toList();
    }

    private static MockServer start() throws IOException {
        return MockServer.start(MockOptions.of(Profiles.load("sonnet")).withTimeScale(20));
    }
}
