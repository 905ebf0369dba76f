package io.tokenpace.mock.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.stream.Collectors;

/** Writes the answers of {@code GET /v1/models} and {@code GET /v1/models/{model}} in the OpenAI-compatible shape. */
public final class OpenAiModels {
    private final ModelCatalogue models;

    public OpenAiModels(ModelCatalogue models) {
        this.models = models;
    }

    /** Returns all models that are listed; this API has no pages. */
    public byte[] list() {
        return models.listed().stream()
                .map(OpenAiModels::item)
                .collect(Collectors.joining(",", "{\"object\":\"list\",\"data\":[", "]}"))
                .getBytes(UTF_8);
    }

    /**
     * Returns one model.
     *
     * @throws OpenAiRefusedException if it is not listed
     */
    public byte[] one(String name) throws OpenAiRefusedException {
        return models.find(name)
                .map(OpenAiModels::item)
                .orElseThrow(() -> new OpenAiRefusedException(OpenAiRefusal.noSuchModel(name)))
                .getBytes(UTF_8);
    }

    private static String item(Model model) {
        return "{\"id\":" + JsonText.quoted(model.id()) + ",\"object\":\"model\",\"created\":"
                + model.createdAt().getEpochSecond() + ",\"owned_by\":\"anthropic\"}";
    }
}
