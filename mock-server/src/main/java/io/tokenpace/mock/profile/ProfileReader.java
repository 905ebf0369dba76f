package io.tokenpace.mock.profile;

import io.tokenpace.mock.draw.Distribution;
import io.tokenpace.mock.model.Pace;
import io.tokenpace.mock.model.Prefill;
import io.tokenpace.mock.model.ServiceParameters;
import io.tokenpace.mock.model.Stall;
import java.util.List;
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

    private ProfileReader() {}

    static Profile read(String name, byte[] yaml) {
        try {
            return profile(name, new Fields("", parse(yaml)));
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
        top.requireWord("answer_tokens", "unlimited");
        Distribution network = top.amount("network", Unit.TIME);
        Distribution queue = top.amount("queue", Unit.TIME);
        Prefill prefill = prefill(top.child("prefill"));
        Pace pace = pace(top.requiredChild("decode"));
        OptionalInt slots = top.count("slots");
        List<Stall> stalls =
                top.children("stalls").stream().map(ProfileReader::stall).toList();
        top.rejectOthers();
        return new Profile(ownName, source, new ServiceParameters(network, queue, prefill, pace, slots, stalls));
    }

    private static Prefill prefill(Fields fields) {
        Prefill prefill = new Prefill(
                fields.nanos("floor"),
                fields.nanos("fixed"),
                fields.nanos("per_token"),
                fields.nanos("per_token_squared"),
                fields.nanos("per_cached_token"));
        fields.rejectOthers();
        return prefill;
    }

    private static Pace pace(Fields fields) {
        List<String> present =
                Stream.of("token_time", "token_rate").filter(fields::has).toList();
        if (present.size() != 1) {
            throw new IllegalArgumentException("decode must have exactly one of token_time and token_rate");
        }
        Pace pace = fields.has("token_time")
                ? Pace.ofTime(fields.amount("token_time", Unit.TIME))
                : Pace.ofRate(fields.amount("token_rate", Unit.RATE));
        fields.rejectOthers();
        return pace;
    }

    private static Stall stall(Fields fields) {
        Stall stall = new Stall(fields.duration("from"), fields.duration("for"));
        fields.rejectOthers();
        return stall;
    }
}
