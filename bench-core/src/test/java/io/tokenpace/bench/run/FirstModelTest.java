package io.tokenpace.bench.run;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.tokenpace.bench.client.Endpoint;
import io.tokenpace.bench.client.Target;
import io.tokenpace.bench.client.Timeouts;
import io.tokenpace.bench.wire.Parameters;
import io.tokenpace.bench.wire.WireFormat;
import io.tokenpace.bench.wire.anthropic.AnthropicFormat;
import io.tokenpace.bench.wire.openai.ChatFormat;
import io.tokenpace.bench.wire.openai.Dialect;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstModelTest {
    /** As the APIs' documentation has it. */
    private static final String OPENAI = """
            {"object": "list", "data": [
              {"id": "meta-llama/Llama-3.1-8B", "object": "model", "created": 1686935002, "owned_by": "vllm"},
              {"id": "second", "object": "model", "created": 1686935002, "owned_by": "vllm"}]}""";

    private static final String ANTHROPIC = """
            {"data": [{"id": "claude-opus-4-7", "type": "model", "display_name": "Claude Opus 4.7",
              "created_at": "2026-02-04T00:00:00Z"}], "has_more": false, "first_id": "claude-opus-4-7",
              "last_id": "claude-opus-4-7"}""";

    @RegisterExtension
    static final WireMockExtension SERVICE = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private static Optional<String> ask(WireFormat format, String base) throws InterruptedException {
        return FirstModel.of(Target.of(Endpoint.parse(SERVICE.baseUrl() + base)), format, Timeouts.DEFAULT);
    }

    private static WireFormat chat() {
        return new ChatFormat(Parameters.STREAMING, Dialect.SERVER);
    }

    private static void list(String path, ResponseDefinitionBuilder answer) {
        SERVICE.stubFor(get(urlEqualTo(path)).willReturn(answer));
    }

    @Test
    void shouldTakeTheFirstOfAnOpenAiCompatibleService() throws InterruptedException {
        list("/v1/models", ok(OPENAI).withHeader("Content-Type", "application/json"));
        assertThat(ask(chat(), "/v1")).contains("meta-llama/Llama-3.1-8B");
        SERVICE.verify(getRequestedFor(urlEqualTo("/v1/models")));
    }

    @Test
    void shouldTakeTheFirstOfAnthropics() throws InterruptedException {
        list("/v1/models", ok(ANTHROPIC));
        assertThat(ask(new AnthropicFormat(), "")).contains("claude-opus-4-7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\": []}",
                "{\"data\": [{\"id\": 7}]}",
                "{\"object\": \"list\"}",
                "[]",
                "<html>",
                "{\"data"
            })
    void shouldTakeNoneWhereNoneIsListed(String body) throws InterruptedException {
        list("/v1/models", ok(body));
        assertThat(ask(chat(), "/v1")).isEmpty();
        assertThat(ask(new AnthropicFormat(), "")).isEmpty();
    }

    @Test
    void shouldLeaveItToTheRunToSayWhyTheServiceCannotBeAsked() throws InterruptedException {
        list("/v1/models", unauthorized());
        assertThat(ask(chat(), "/v1")).isEmpty();
        assertThat(ask(chat(), "/nowhere")).isEmpty();
    }
}
