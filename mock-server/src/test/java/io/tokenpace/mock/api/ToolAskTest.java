package io.tokenpace.mock.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tokenpace.mock.model.RequestKey;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ToolAskTest {
    private static final int REQUESTS = 10_000;
    private static final String TOOLS = ",'tools':[{'name':'f'},{'name':'g'}]";

    @Test
    void shouldCallAToolEverySecondTimeOfItself() throws RefusedException {
        ToolAsk ask = ask(TOOLS);
        // One deviation of the share among 10,000 is half a per cent.
        assertThat(share(ask, "f")).isCloseTo(0.25, within(0.02));
        assertThat(share(ask, "g")).isCloseTo(0.25, within(0.02));
        assertThat(keys().mapToInt(ask::words).max()).hasValue(24);
        assertThat(keys().mapToInt(ask::words).min()).hasValue(0);
    }

    @Test
    void shouldCallAToolAtOnceWhereItMust() throws RefusedException {
        ToolAsk any = ask(TOOLS + ",'tool_choice':{'type':'any'}");
        assertThat(share(any, "f")).isCloseTo(0.5, within(0.02));
        assertThat(share(any, "g")).isEqualTo(1 - share(any, "f"), within(1e-9));
        assertThat(keys().mapToInt(any::words).max()).hasValue(0);
        assertThat(share(ask(TOOLS + ",'tool_choice':{'type':'tool','name':'g'}"), "g"))
                .isEqualTo(1);
    }

    @Test
    void shouldCallNoToolWhereItMustNotOrCannot() throws RefusedException {
        assertThat(ask(TOOLS + ",'tool_choice':{'type':'none'}").tools()).isEmpty();
        assertThat(ask("").called(RequestKey.named(0, "a"))).isEmpty();
    }

    private static double share(ToolAsk ask, String name) {
        return keys().map(ask::called)
                        .flatMap(Optional::stream)
                        .filter(tool -> tool.name().equals(name))
                        .count()
                / (double) REQUESTS;
    }

    private static Stream<RequestKey> keys() {
        return Stream.iterate(0, i -> i + 1).limit(REQUESTS).map(i -> RequestKey.named(0, "request-" + i));
    }

    private static ToolAsk ask(String fields) throws RefusedException {
        String body = "{'model':'claude-sonnet-4-6','max_tokens':9" + fields
                + ",'messages':[{'role':'user','content':'Hello'}]}";
        return new MessagesReader(ModelCatalogue.strict())
                .messages(body.replace('\'', '"').getBytes(UTF_8), ApiVersion.V2026_10_21)
                .content()
                .tools();
    }
}
