package io.tokenpace.mock.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.mock.model.RequestKey;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ToolInputTest {
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{\"enum\":[7]}~7",
                "{\"const\":{\"a\":[1]}}~\\{\"a\":\\[1\\]\\}",
                "{\"type\":\"string\",\"enum\":[\"ab\",\"cd\"]}~\"(ab|cd)\"",
                "{\"type\":\"string\"}~\"[a-z]+( [a-z]+){0,3}\"",
                "{}~\"[a-z]+( [a-z]+){0,3}\"",
                "{\"type\":\"string\",\"minLength\":40,\"maxLength\":50}~\".{40,50}\"",
                "{\"type\":\"string\",\"maxLength\":3}~\".{0,3}\"",
                "{\"type\":\"string\",\"format\":\"date\"}~\"\\d{4}-\\d\\d-\\d\\d\"",
                "{\"type\":\"string\",\"format\":\"email\"}~\"[a-z]+@example.com\"",
                "{\"type\":\"integer\"}~[1-9]\\d{0,2}",
                "{\"type\":\"integer\",\"minimum\":5,\"maximum\":6}~[56]",
                "{\"type\":\"integer\",\"exclusiveMinimum\":5,\"exclusiveMaximum\":7}~6",
                "{\"type\":\"integer\",\"maximum\":-5}~-\\d+",
                "{\"type\":\"number\",\"minimum\":0,\"maximum\":0.5}~0\\.\\d+",
                "{\"type\":\"number\",\"exclusiveMaximum\":-1}~-\\d+\\.\\d+",
                "{\"type\":\"boolean\"}~true|false",
                "{\"type\":[\"null\",\"boolean\"]}~true|false",
                "{\"type\":\"array\",\"items\":{\"type\":\"null\"},\"minItems\":3}~\\[null,null,null\\]",
                "{\"type\":\"array\",\"maxItems\":0}~\\[\\]",
                "{\"anyOf\":[{\"type\":\"null\"},{\"type\":\"string\"}]}~null",
                "{\"type\":\"object\",\"properties\":{\"p\":{\"type\":\"null\"}}}~\\{\"p\":null\\}",
                "{\"type\":\"object\",\"properties\":{\"p\":{},\"q\":{\"type\":\"null\"}},\"required\":[\"q\"]}~\\{\"q\":null\\}",
            })
    void shouldFitTheSchema(String schema, String pattern) {
        JsonNode tool = JSON.readTree("{\"type\":\"object\",\"properties\":{\"a\":" + schema + "}}");
        for (int i = 0; i < 50; i++) {
            String value = read(input(tool, i)).at("/a").toString();
            assertThat(value).matches(pattern);
        }
    }

    @Test
    void shouldHaveWholePairsAtEveryCut() {
        ToolInput input = input(
                JSON.readTree("{\"properties\":{\"a\":{\"const\":1},\"b\":{\"const\":\"x\"},\"c\":{\"const\":[]}}}"),
                0);
        // {"a": 1 | , "b": "x" | , "c": []}
        assertThat(IntStream.range(0, input.pairs()).map(input::tokensThrough)).containsExactly(6, 16, 26);
        assertThat(List.of(0, 5, 6, 15, 16, 25, 26).stream()
                        .map(input::completeWithin)
                        .map(JSON::readTree)
                        .map(JsonNode::toString))
                .containsExactly(
                        "{}",
                        "{}",
                        "{\"a\":1}",
                        "{\"a\":1}",
                        "{\"a\":1,\"b\":\"x\"}",
                        "{\"a\":1,\"b\":\"x\"}",
                        "{\"a\":1,\"b\":\"x\",\"c\":[]}");
    }

    @Test
    void shouldBeEmptyWhereNothingIsAskedFor() {
        ToolInput input = input(JSON.readTree("{\"type\":\"object\"}"), 0);
        assertThat(input.tokens()).isEqualTo(2);
        assertThat(input.pairs()).isEqualTo(1);
        assertThat(read(input)).isEmpty();
    }

    @Test
    void shouldRepeatItselfForTheSameKeyOnly() {
        JsonNode tool = JSON.readTree("{\"properties\":{\"a\":{\"type\":\"string\"},\"b\":{\"type\":\"integer\"}}}");
        assertThat(read(input(tool, 1))).isEqualTo(read(input(tool, 1))).isNotEqualTo(read(input(tool, 2)));
    }

    @Test
    void shouldMakeValidJsonOfAnySchema() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            JsonNode schema = JSON.readTree(value(random, 4));
            assertThat(read(input(schema, i)).isObject()).isTrue();
        }
    }

    private static String value(Random random, int depth) {
        List<String> leaves = List.of(
                "1e999",
                "-1e999",
                "-7",
                "99999999999999999999",
                "0.5",
                "null",
                "true",
                "\"object\"",
                "\"array\"",
                "\"integer\"",
                "\"number\"",
                "\"é\\n\"",
                "[]",
                "{}");
        int choice = random.nextInt(4);
        if (depth == 0 || choice == 0) {
            return leaves.get(random.nextInt(leaves.size()));
        }
        if (choice == 1) {
            return "[" + value(random, depth - 1) + "," + value(random, depth - 1) + "]";
        }
        List<String> keys = List.of(
                "type",
                "properties",
                "required",
                "items",
                "enum",
                "const",
                "anyOf",
                "minimum",
                "maximum",
                "exclusiveMaximum",
                "minItems",
                "maxItems",
                "minLength",
                "maxLength");
        StringBuilder object = new StringBuilder("{\"properties\":").append(value(random, depth - 1));
        for (String key : keys) {
            if (!key.equals("properties") && random.nextInt(3) == 0) {
                object.append(",\"").append(key).append("\":").append(value(random, depth - 1));
            }
        }
        return object.append('}').toString();
    }

    private static ToolInput input(JsonNode schema, int request) {
        return ToolInput.of(schema, RequestKey.named(1, "request-" + request));
    }

    private static JsonNode read(ToolInput input) {
        StringBuilder json = new StringBuilder();
        IntStream.range(0, input.tokens()).forEach(token -> json.append(input.piece(token)));
        return JSON.readTree(json.toString());
    }
}
