package io.tokenpace.mock.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the answers of {@code GET /v1/models}: a page of the list, or one model. */
public final class ModelPages {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 1_000;

    private final ModelCatalogue models;

    public ModelPages(ModelCatalogue models) {
        this.models = models;
    }

    /**
     * Returns the page of at most {@code limit} models directly after {@code afterId}, or directly before
     * {@code beforeId}, or at the start.
     *
     * @throws RefusedException if a parameter breaks a rule
     */
    public byte[] page(Optional<String> limit, Optional<String> afterId, Optional<String> beforeId)
            throws RefusedException {
        Refusal.require(
                afterId.isEmpty() || beforeId.isEmpty(), "Only one of `before_id` and `after_id` can be specified");
        List<Model> all = models.listed();
        int size = limit(limit);
        int from = afterId.isPresent() ? indexOf("after_id", afterId.orElseThrow()) + 1 : 0;
        int to = Math.min(all.size(), from + size);
        boolean hasMore = to < all.size();
        if (beforeId.isPresent()) {
            to = indexOf("before_id", beforeId.orElseThrow());
            from = Math.max(0, to - size);
            hasMore = from > 0;
        }
        return list(all.subList(from, to), hasMore).getBytes(UTF_8);
    }

    /**
     * Returns one model.
     *
     * @throws RefusedException if it is not listed
     */
    public byte[] one(String name) throws RefusedException {
        Model model = models.find(name).orElseThrow(() -> new RefusedException(Refusal.noSuchModel(name)));
        return item(model).getBytes(UTF_8);
    }

    private int indexOf(String parameter, String name) throws RefusedException {
        Optional<Model> model = models.find(name);
        Refusal.require(model.isPresent(), parameter + ": no such model: " + name);
        return models.listed().indexOf(model.orElseThrow());
    }

    private static int limit(Optional<String> given) throws RefusedException {
        if (given.isEmpty()) {
            return DEFAULT_LIMIT;
        }
        String digits = given.orElseThrow();
        Refusal.require(digits.matches("-?\\d{1,9}"), "limit: Input should be a valid integer");
        int limit = Integer.parseInt(digits);
        Refusal.require(limit >= 1, "limit: Input should be greater than or equal to 1");
        Refusal.require(limit <= MAX_LIMIT, "limit: Input should be less than or equal to " + MAX_LIMIT);
        return limit;
    }

    private static String list(List<Model> page, boolean hasMore) {
        String first = page.isEmpty() ? "null" : JsonText.quoted(page.get(0).id());
        String last = page.isEmpty()
                ? "null"
                : JsonText.quoted(page.get(page.size() - 1).id());
        return page.stream().map(ModelPages::item).collect(Collectors.joining(",", "{\"data\":[", "]"))
                + ",\"has_more\":" + hasMore + ",\"first_id\":" + first + ",\"last_id\":" + last + "}";
    }

    private static String item(Model model) {
        return "{\"type\":\"model\",\"id\":" + JsonText.quoted(model.id()) + ",\"display_name\":"
                + JsonText.quoted(model.displayName()) + ",\"created_at\":\"" + model.createdAt()
                + "\",\"max_input_tokens\":" + model.maxInputTokens() + ",\"max_tokens\":" + model.maxTokens()
                + ",\"capabilities\":null,\"line\":null,\"lifecycle\":\"active\",\"deprecated_at\":null"
                + ",\"retires_at\":null}";
    }
}
