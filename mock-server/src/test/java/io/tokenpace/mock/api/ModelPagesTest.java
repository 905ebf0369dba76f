package io.tokenpace.mock.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ModelPagesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Optional<String> NOTHING = Optional.empty();

    private final ModelCatalogue catalogue = ModelCatalogue.permissive();
    private final ModelPages pages = new ModelPages(catalogue);

    @Test
    void shouldReachEveryModelPageByPageForwards() throws RefusedException {
        List<String> seen = new ArrayList<>();
        JsonNode page = page("5", NOTHING, NOTHING);
        seen.addAll(ids(page));
        while (page.get("has_more").booleanValue()) {
            page = page("5", Optional.of(page.get("last_id").stringValue()), NOTHING);
            seen.addAll(ids(page));
        }
        assertThat(seen).isEqualTo(catalogue.listed().stream().map(Model::id).toList());
    }

    @Test
    void shouldReachEveryModelPageByPageBackwards() throws RefusedException {
        List<String> all = catalogue.listed().stream().map(Model::id).toList();
        String last = all.get(all.size() - 1);
        List<String> seen = new ArrayList<>(List.of(last));
        JsonNode page = page("4", NOTHING, Optional.of(last));
        seen.addAll(0, ids(page));
        while (page.get("has_more").booleanValue()) {
            page = page("4", NOTHING, Optional.of(page.get("first_id").stringValue()));
            seen.addAll(0, ids(page));
        }
        assertThat(seen).isEqualTo(all);
    }

    @Test
    void shouldTellOfOneModelAlsoByItsAlias() throws RefusedException {
        JsonNode model = JSON.readTree(pages.one("claude-haiku-4-5"));
        assertThat(model.get("id").stringValue()).isEqualTo("claude-haiku-4-5-20251001");
        assertThat(model.get("type").stringValue()).isEqualTo("model");
        assertThat(model.get("display_name").stringValue()).isEqualTo("Claude Haiku 4.5");
        assertThat(model.get("created_at").stringValue()).isEqualTo("2025-10-15T00:00:00Z");
        assertThat(model.get("max_tokens").intValue()).isEqualTo(64_000);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> pages.one("no-such"))
                .satisfies(e -> assertThat(e.refusal().status()).isEqualTo(404))
                .withMessage("model: no-such");
    }

    @Test
    void shouldEndEmptyAfterTheLastModel() throws RefusedException {
        String last = catalogue.listed().get(catalogue.listed().size() - 1).id();
        JsonNode page = page("5", Optional.of(last), NOTHING);
        assertThat(page.get("data").size()).isZero();
        assertThat(page.get("has_more").booleanValue()).isFalse();
        assertThat(page.get("first_id").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0, limit: Input should be greater than or equal to 1",
        "1001, limit: Input should be less than or equal to 1000",
        "many, limit: Input should be a valid integer",
    })
    void shouldRefuseALimitOutOfRange(String limit, String message) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> pages.page(Optional.of(limit), NOTHING, NOTHING))
                .withMessage(message);
    }

    private JsonNode page(String limit, Optional<String> afterId, Optional<String> beforeId) throws RefusedException {
        return JSON.readTree(pages.page(Optional.of(limit), afterId, beforeId));
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.get("data").forEach(model -> ids.add(model.get("id").stringValue()));
        return ids;
    }
}
