package io.tokenpace.bench.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenpace.bench.measure.Requests;
import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.result.RequestRecord;
import io.tokenpace.bench.result.ServiceHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedRunTest {
    private static final LogStart START = new LogStart(Instant.parse("2026-11-20T20:38:00Z"), 123_456_789);
    private static final String RUN_JSON = "{\"schema\": \"tokenpace.run/1\", \"id\": \"x\", \"state\": \"running\","
            + " \"metrics\": {}, \"cells\": [], \"turns\": [], \"slos\": [], \"errors\": [], \"stop_reasons\": {}}";

    @TempDir
    private Path temporary;

    private static List<RequestRecord> requests(SavedRun run) throws IOException {
        List<RequestRecord> requests = new ArrayList<>();
        run.forEachRequest(requests::add);
        return requests;
    }

    private SavedRun saved(RequestRecord... requests) throws IOException {
        Path path = temporary.resolve("run");
        try (RunFolder folder = RunFolder.create(path, START)) {
            for (RequestRecord request : requests) {
                folder.append(request);
            }
        }
        Files.writeString(path.resolve("run.json"), RUN_JSON);
        return SavedRun.open(path);
    }

    @Test
    void shouldReadRequestsAsTheyWereWritten() throws IOException {
        ServiceHeaders told = new ServiceHeaders(Optional.of("req_1"), Map.of("retry-after", "7"));
        RequestRecord good = Requests.good().record();
        RequestRecord refused = Requests.good().refused(429, told).record();
        RequestRecord silent = Requests.good().failed(ErrorKind.IDLE_TIMEOUT).record();
        assertThat(requests(saved(good, refused, silent))).containsExactly(good, refused, silent);
    }

    @Test
    void shouldPassOverALastLineThatWasTornOff() throws IOException {
        SavedRun run = saved(Requests.good().record(), Requests.good().record());
        Path log = run.folder().resolve("requests.jsonl");
        Files.writeString(log, "{\"index\": 2, \"outc", StandardOpenOption.APPEND);
        assertThat(requests(run)).hasSize(2);
    }

    @Test
    void shouldPassOverALastLineThatWasTornOffWithinACharacter() throws IOException {
        SavedRun run = saved(Requests.good().record());
        Path log = run.folder().resolve("requests.jsonl");
        byte[] euro = "{\"error_text\":\"\u20ac".getBytes(StandardCharsets.UTF_8);
        Files.write(log, Arrays.copyOf(euro, euro.length - 1), StandardOpenOption.APPEND);
        assertThat(requests(run)).hasSize(1);
    }

    @Test
    void shouldSayWhichLineBeforeTheLastCannotBeRead() throws IOException {
        SavedRun run = saved(Requests.good().record());
        Path log = run.folder().resolve("requests.jsonl");
        Files.writeString(log, "{\"index\": 2, \"outc\n{}\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> requests(run)).isInstanceOf(IOException.class).hasMessageContaining("line 3");
    }

    @Test
    void shouldRefuseAFolderWithoutARun() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SavedRun.open(temporary))
                .withMessage("run (" + temporary + ") must be a run folder: it holds no run.json");
    }

    @Test
    void shouldRefuseARunOfAnotherVersion() throws IOException {
        Path path = saved().folder();
        Files.writeString(path.resolve("run.json"), RUN_JSON.replace("run/1", "run/9"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SavedRun.open(path))
                .withMessageContaining("tokenpace.run/9");
    }

    @Test
    void shouldSayThatARunJsonCannotBeRead() throws IOException {
        Path path = saved().folder();
        Files.writeString(path.resolve("run.json"), "{");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SavedRun.open(path))
                .withMessageContaining("cannot be read");
    }
}
