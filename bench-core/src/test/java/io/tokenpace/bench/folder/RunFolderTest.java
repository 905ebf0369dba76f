package io.tokenpace.bench.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenpace.bench.measure.Requests;
import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.result.ServiceHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunFolderTest {
    private static final LogStart START = new LogStart(Instant.parse("2026-11-20T20:38:00Z"), 123_456_789);

    @TempDir
    private Path temporary;

    private List<JsonNode> lines(String file) throws IOException {
        JsonMapper json = new JsonMapper();
        return Files.readAllLines(temporary.resolve("run").resolve(file)).stream()
                .map(json::readTree)
                .toList();
    }

    private RunFolder create() throws IOException {
        return RunFolder.create(temporary.resolve("run"), START);
    }

    @Test
    void shouldBeginEachLogWithItsSchemaAndBothClocks() throws IOException {
        create().close();
        for (String log : List.of("requests", "timeline")) {
            JsonNode header = lines(log + ".jsonl").get(0);
            assertThat(header.get("schema").asString()).isEqualTo("tokenpace." + log + "/1");
            assertThat(header.get("start_utc").asString()).isEqualTo("2026-11-20T20:38:00Z");
            assertThat(header.get("start_monotonic_ns").asLong()).isEqualTo(123_456_789);
        }
    }

    @Test
    void shouldWriteStampsAsNanosecondsAndLeaveOutWhatIsUnknown() throws IOException {
        try (RunFolder folder = create()) {
            folder.append(Requests.good().record());
        }
        JsonNode line = lines("requests.jsonl").get(1);
        assertThat(line.get("sent").asLong()).isEqualTo(1_000_000);
        assertThat(line.get("first_token").asLong()).isEqualTo(101_000_000);
        assertThat(line.get("input_tokens").asInt()).isEqualTo(100);
        assertThat(line.has("thinking")).isFalse();
        assertThat(line.has("connected")).isFalse();
        assertThat(line.has("error")).isFalse();
        assertThat(line.has("warmup")).isFalse();
    }

    @Test
    void shouldWriteWhyARequestFailed() throws IOException {
        try (RunFolder folder = create()) {
            folder.append(Requests.good().failed(ErrorKind.IDLE_TIMEOUT).record());
        }
        JsonNode line = lines("requests.jsonl").get(1);
        assertThat(line.get("outcome").asString()).isEqualTo("failed");
        assertThat(line.get("error").asString()).isEqualTo("idle_timeout");
    }

    @Test
    void shouldWriteWhatTheServiceToldOfARefusal() throws IOException {
        ServiceHeaders told = new ServiceHeaders(Optional.of("req_1"), Map.of("retry-after", "7"));
        try (RunFolder folder = create()) {
            folder.append(Requests.good().refused(429, told).record());
            folder.append(Requests.good().record());
        }
        JsonNode line = lines("requests.jsonl").get(1);
        assertThat(line.get("request_id").asString()).isEqualTo("req_1");
        assertThat(line.get("headers").get("retry-after").asString()).isEqualTo("7");
        assertThat(lines("requests.jsonl").get(2).has("request_id")).isFalse();
        assertThat(lines("requests.jsonl").get(2).has("headers")).isFalse();
    }

    @Test
    void shouldHandEverythingToTheSystemWhenFlushed() throws IOException {
        try (RunFolder folder = create()) {
            folder.append(Requests.good().record());
            folder.append(Requests.good().record());
            folder.flush();
            assertThat(lines("requests.jsonl")).hasSize(3);
        }
    }

    @Test
    void shouldTakeAnEmptyFolderThatIsThereAlready() throws IOException {
        Files.createDirectory(temporary.resolve("run"));
        create().close();
        assertThat(temporary.resolve("run/requests.jsonl")).exists();
    }

    @Test
    void shouldRefuseAFolderThatHoldsSomething() throws IOException {
        Files.createDirectory(temporary.resolve("run"));
        Files.writeString(temporary.resolve("run/precious"), "data");
        assertThatIllegalArgumentException()
                .isThrownBy(this::create)
                .withMessage("out (" + temporary.resolve("run") + ") must be a new or an empty folder");
    }

    @Test
    void shouldRefuseAFileInPlaceOfAFolder() throws IOException {
        Files.writeString(temporary.resolve("run"), "a file");
        assertThatThrownBy(this::create).isInstanceOf(NotDirectoryException.class);
    }

    @Test
    void shouldReplaceAFileInOneStepAndLeaveNothingElse() throws IOException {
        Path file = temporary.resolve("file");
        AtomicFile.write(file, "one".getBytes(StandardCharsets.UTF_8));
        AtomicFile.write(file, "two".getBytes(StandardCharsets.UTF_8));
        assertThat(file).hasContent("two");
        assertThat(temporary).isDirectoryNotContaining("glob:**.tmp");
    }
}
