package io.tokenpace.mock.api;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/**
 * The API as one server serves it: its models, its prompt cache, its rate limits and its overload. Safe for use by
 * several threads.
 */
public final class AnthropicApi implements ServedApi {
    private final MessagesReader reader;
    private final ModelPages models;
    private final PromptCache cache = new PromptCache();
    private final Optional<RateLimiter> limiter;
    private final OptionalInt maxInFlight;
    private final InstantSource wall;

    /**
     * Sets the API up.
     *
     * @param nanos the time by which rate limits are refilled
     * @param wall the time of day, for the headers that name one
     */
    public AnthropicApi(ApiOptions options, LongSupplier nanos, InstantSource wall) {
        reader = new MessagesReader(options.models());
        models = new ModelPages(options.models());
        maxInFlight = options.maxInFlight();
        this.wall = wall;
        limiter = options.rateLimits().map(limits -> new RateLimiter(limits, nanos, wall));
    }

    /** Reads and checks requests. */
    public MessagesReader reader() {
        return reader;
    }

    /** Tells what models there are. */
    public ModelPages models() {
        return models;
    }

    /**
     * Holds a request against those that are in flight with it, itself included, before anything is taken for it.
     *
     * @throws RefusedException if they are more than are borne
     */
    public void requireRoom(int inFlight) throws RefusedException {
        if (maxInFlight.isPresent() && inFlight > maxInFlight.getAsInt()) {
            throw new RefusedException(Refusal.overloaded());
        }
    }

    /**
     * Lets a request in that was read in full at {@code receivedNanos}.
     *
     * @throws RefusedException if a rate limit is reached; the cache is then as it was
     */
    public Admission admit(MessagesRequest request, long receivedNanos) throws RefusedException {
        Map<String, String> headers = new HashMap<>();
        CacheUse cached = cache.use(request.prompt(), request.limits(), receivedNanos, usage -> {
            if (limiter.isPresent()) {
                headers.putAll(limiter.orElseThrow().admit(request.model(), usage.uncached()));
            }
        });
        return new Admission(cached, headers);
    }

    /** Returns the error that a status stands for, to be returned on purpose. */
    public Refusal error(int status, OptionalInt retryAfterSeconds) {
        return AnthropicErrors.of(status, retryAfterSeconds, wall.instant());
    }

    @Override
    public void produced(int tokens) {
        // Asked for every write, so nothing may be captured.
        if (limiter.isPresent()) {
            limiter.orElseThrow().produced(tokens);
        }
    }

    @Override
    public void abandon(Admission admission, long nowNanos) {
        cache.abandon(admission.cached(), nowNanos);
    }
}
