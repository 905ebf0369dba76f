package io.tokenpace.mock.profile;

import io.tokenpace.mock.draw.Distribution;
import io.tokenpace.mock.fault.FaultRule;
import io.tokenpace.mock.model.Decode;
import io.tokenpace.mock.model.Pace;
import io.tokenpace.mock.model.Prefill;
import io.tokenpace.mock.model.RateLimits;
import io.tokenpace.mock.model.ServiceParameters;
import io.tokenpace.mock.model.Stall;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads one profile from YAML and holds it to the rules. */
final class ProfileReader {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final String UNLIMITED = "unlimited";
    /** Far beyond any jitter that was ever measured. */
    private static final double MAX_CV = 100;

    private static final Duration LEAST_PING = Duration.ofMillis(1);

    private ProfileReader() {}

    /** Reads a profile; the files that it names lie in {@code folder}. */
    static Profile read(String name, byte[] yaml, Path folder) {
        try {
            return profile(name, new Fields("", parse(yaml), folder));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("profile " + name + ": " + e.getMessage(), e);
        }
    }

    private static JsonNode parse(byte[] yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (JacksonException e) {
            String reason = e.getOriginalMessage().lines().map(String::strip).reduce("", (a, b) -> a + " " + b);
            throw new IllegalArgumentException("the file must be YAML:" + reason, e);
        }
    }

    private static Profile profile(String name, Fields top) {
        String ownName = top.text("name", name);
        String source = top.text("source", "not stated");
        top.requireWord("mode", "isolated");
        ServiceParameters service = new ServiceParameters(
                top.amount("network", Unit.TIME),
                top.amount("queue", Unit.TIME),
                prefill(top.child("prefill")),
                decode(top.requiredChild("decode")),
                answerTokens(top),
                top.has("ping") ? Optional.of(ping(top)) : Optional.empty(),
                top.count("slots"),
                top.children("stalls").stream().map(ProfileReader::stall).toList(),
                thinkingTokens(top));
        Optional<RateLimits> rateLimits =
                top.has("rate_limits") ? Optional.of(rateLimits(top.child("rate_limits"))) : Optional.empty();
        OptionalInt maxInFlight = top.has("overload") ? maxInFlight(top.child("overload")) : OptionalInt.empty();
        List<FaultRule> faults =
                top.children("faults").stream().map(FaultRuleReader::read).toList();
        top.rejectOthers();
        return new Profile(ownName, source, service, rateLimits, maxInFlight, faults);
    }

    private static Optional<Distribution> answerTokens(Fields top) {
        return top.text("answer_tokens", UNLIMITED).equals(UNLIMITED)
                ? Optional.empty()
                : Optional.of(top.amount("answer_tokens", Unit.TOKENS));
    }

    private static Optional<Distribution> thinkingTokens(Fields top) {
        if (!top.has("thinking")) {
            return Optional.empty();
        }
        Fields thinking = top.child("thinking");
        if (!thinking.has("tokens")) {
            throw new IllegalArgumentException("thinking.tokens must be given");
        }
        Distribution tokens = thinking.amount("tokens", Unit.TOKENS);
        thinking.rejectOthers();
        return Optional.of(tokens);
    }

    private static RateLimits rateLimits(Fields fields) {
        RateLimits limits = new RateLimits(
                fields.count("requests", RateLimits.MAX),
                fields.count("input_tokens", RateLimits.MAX),
                fields.count("output_tokens", RateLimits.MAX));
        fields.rejectOthers();
        if (fields.keys().isEmpty()) {
            throw new IllegalArgumentException(
                    fields.path() + " must have at least one of requests, input_tokens and output_tokens");
        }
        return limits;
    }

    private static OptionalInt maxInFlight(Fields overload) {
        OptionalInt requests = overload.count("in_flight");
        overload.rejectOthers();
        if (requests.isEmpty()) {
            throw new IllegalArgumentException(overload.path() + ".in_flight must be given");
        }
        return requests;
    }

    private static Duration ping(Fields top) {
        Duration silence = top.duration("ping");
        if (silence.compareTo(LEAST_PING) < 0) {
            throw new IllegalArgumentException("ping (" + top.text("ping", "") + ") must be at least 1ms");
        }
        return silence;
    }

    private static Prefill prefill(Fields fields) {
        Prefill prefill = new Prefill(
                fields.amount("floor", Unit.TIME),
                fields.amount("fixed", Unit.TIME),
                fields.amount("per_token", Unit.TIME),
                fields.amount("per_token_squared", Unit.TIME),
                fields.amount("per_cached_token", Unit.TIME));
        fields.rejectOthers();
        return prefill;
    }

    private static Decode decode(Fields fields) {
        List<String> present =
                Stream.of("token_time", "token_rate").filter(fields::has).toList();
        if (present.size() != 1) {
            throw new IllegalArgumentException("decode must have exactly one of token_time and token_rate");
        }
        Pace pace = fields.has("token_time")
                ? Pace.ofTime(fields.amount("token_time", Unit.TIME))
                : Pace.ofRate(fields.amount("token_rate", Unit.RATE));
        Optional<Distribution> jitter =
                fields.has("jitter") ? Optional.of(jitter(fields.child("jitter"))) : Optional.empty();
        Optional<Distribution> bundle =
                fields.has("bundle") ? Optional.of(fields.amount("bundle", Unit.TOKENS)) : Optional.empty();
        fields.rejectOthers();
        return new Decode(pace, jitter, bundle);
    }

    private static Distribution jitter(Fields fields) {
        double cv = fields.number("cv");
        if (!(cv > 0 && cv <= MAX_CV)) {
            throw new IllegalArgumentException(
                    fields.path() + ".cv (" + cv + ") must be positive, and at most " + MAX_CV);
        }
        fields.rejectOthers();
        return Distribution.jitter(cv);
    }

    private static Stall stall(Fields fields) {
        Stall stall = new Stall(fields.duration("from"), fields.duration("for"));
        fields.rejectOthers();
        return stall;
    }
}
