package io.tokenpace.mock.api;

import io.tokenpace.mock.model.RequestKey;
import io.tokenpace.mock.model.Verbosity;
import io.tokenpace.mock.text.Sampler;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/**
 * The OpenAI-compatible API as one server serves it: its models, its prompt cache, its rate limits and its overload.
 * Safe for use by several threads.
 *
 * <p>Its cache works unasked: every prefix that ends with a message is looked up and kept, from the model's minimum on.
 * As documented, hits count in steps of {@value #STEP_TOKENS} tokens; and the last token is always read anew, for the
 * first token of the answer follows from it.
 */
public final class OpenAiApi implements ServedApi {
    private static final int STEP_TOKENS = 128;

    private final OpenAiReader reader;
    private final OpenAiModels models;
    private final PromptCache cache = new PromptCache();
    private final Optional<OpenAiRateLimiter> limiter;
    private final OptionalInt maxInFlight;
    private final InstantSource wall;

    /**
     * Sets the API up.
     *
     * @param nanos the time by which rate limits are refilled
     * @param wall the time of day, for when completions were made
     */
    public OpenAiApi(ApiOptions options, LongSupplier nanos, InstantSource wall) {
        this.reader = new OpenAiReader(options.models());
        this.models = new OpenAiModels(options.models());
        this.limiter = options.rateLimits().map(limits -> new OpenAiRateLimiter(limits, nanos));
        this.maxInFlight = options.maxInFlight();
        this.wall = wall;
    }

    /** Reads and checks requests. */
    public OpenAiReader reader() {
        return reader;
    }

    /** Tells what models there are. */
    public OpenAiModels models() {
        return models;
    }

    /**
     * Holds a request against those that are in flight with it, itself included, before anything is taken for it.
     *
     * @throws OpenAiRefusedException if they are more than are borne
     */
    public void requireRoom(int inFlight) throws OpenAiRefusedException {
        if (maxInFlight.isPresent() && inFlight > maxInFlight.getAsInt()) {
            throw new OpenAiRefusedException(OpenAiRefusal.overloaded());
        }
    }

    /**
     * Lets a request in that was read in full at {@code receivedNanos}.
     *
     * @throws OpenAiRefusedException if a rate limit is reached; the cache is then as it was
     */
    public Admission admit(OpenAiRequest request, long receivedNanos) throws OpenAiRefusedException {
        Map<String, String> headers = new HashMap<>();
        CacheUse cached = cache.use(request.prompt(), request.limits(), receivedNanos, usage -> {
            if (limiter.isPresent()) {
                headers.putAll(limiter.orElseThrow().admit(request.model(), request.promptTokens()));
            }
        });
        return new Admission(cached, headers);
    }

    /** Returns how the tokens of a prompt that was let in are accounted for in this API. */
    public static InputUsage usage(Admission admission) {
        InputUsage found = admission.cached().usage();
        int tokens = found.uncached() + found.read();
        int read = Math.min(found.read(), Math.max(0, tokens - 1)) / STEP_TOKENS * STEP_TOKENS;
        return new InputUsage(tokens - read, read, 0, 0);
    }

    /** Answers a request as a service of this verbosity does, in words drawn by {@code sampler}. */
    public OpenAiAnswer answer(
            OpenAiRequest request, InputUsage input, RequestKey key, Verbosity verbosity, Sampler sampler) {
        return OpenAiAnswer.to(request, input, key, verbosity, sampler, wall.instant());
    }

    /** Returns the error that a status stands for, to be returned on purpose. */
    public OpenAiRefusal error(int status, OptionalInt retryAfterSeconds) {
        return OpenAiErrors.of(status, retryAfterSeconds);
    }

    @Override
    public void produced(int tokens) {
        limiter.ifPresent(limits -> limits.produced(tokens));
    }

    @Override
    public void abandon(Admission admission, long nowNanos) {
        cache.abandon(admission.cached(), nowNanos);
    }
}
