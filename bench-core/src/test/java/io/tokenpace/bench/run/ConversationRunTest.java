package io.tokenpace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.client.Endpoint;
import io.tokenpace.bench.client.Target;
import io.tokenpace.bench.client.Timeouts;
import io.tokenpace.bench.draw.SizeSpec;
import io.tokenpace.bench.draw.TimeSpec;
import io.tokenpace.bench.result.ClientHealth;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.result.TurnResult;
import io.tokenpace.bench.run.GrudgingService.Refusal;
import io.tokenpace.bench.schedule.ArrivalProcess;
import io.tokenpace.bench.schedule.Extent;
import io.tokenpace.bench.schedule.LoadShape;
import io.tokenpace.bench.schedule.StopRule;
import io.tokenpace.bench.wire.anthropic.AnthropicFormat;
import io.tokenpace.bench.workload.ConversationShape;
import io.tokenpace.bench.workload.ConversationWorkload;
import io.tokenpace.bench.workload.RequestShape;
import io.tokenpace.bench.workload.SizedWorkload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ConversationRunTest {
    private static final LoadShape TWO_USERS = new LoadShape.Closed(2);

    @TempDir
    private Path temporary;

    private RunHarness harness() {
        return new RunHarness(temporary.resolve("run"));
    }

    private static RunPlan plan(String url, LoadShape load, int turns, String thinkTime, Extent extent) {
        RequestShape shape = RequestShape.of("test", SizeSpec.of(8), SizeSpec.of(2));
        return new RunPlan(
                Target.of(Endpoint.parse(url)),
                new AnthropicFormat(),
                Timeouts.DEFAULT,
                new SizedWorkload(shape, RunHarness.SEED, "warmup"),
                new ConversationWorkload(
                        new SizedWorkload(shape, RunHarness.SEED, "load"),
                        new ConversationShape(SizeSpec.of(turns), TimeSpec.parse(thinkTime), false),
                        RunHarness.SEED,
                        "load"),
                load,
                Extent.ofRequests(0),
                extent,
                Terms.of(StopRule.never()),
                Duration.ofSeconds(30),
                RunHarness.SEED,
                2,
                0,
                0);
    }

    private static Map<Long, List<JsonNode>> byConversation(List<JsonNode> requests) {
        return requests.stream()
                .collect(Collectors.groupingBy(request -> request.get("index").asLong()));
    }

    /** Returns a request's texts, the last one of the conversation last. */
    private static List<String> texts(JsonNode body) {
        return body.get("messages")
                .valueStream()
                .map(message -> message.get("content").asString())
                .toList();
    }

    @Test
    void shouldCarryTheServicesOwnAnswersForward() throws Exception {
        try (Interlocutor service = new Interlocutor(number -> false)) {
            harness().run(plan(service.url(), TWO_USERS, 3, "0s", Extent.ofRequests(30)));
            Map<String, List<String>> answersByOpening = service.asked().stream()
                    .filter(body -> texts(body).size() == 5)
                    .collect(Collectors.toMap(
                            body -> texts(body).get(0),
                            body -> List.of(texts(body).get(1), texts(body).get(3))));
            assertThat(answersByOpening).hasSizeGreaterThanOrEqualTo(8);
            assertThat(answersByOpening.values().stream().flatMap(List::stream))
                    .allSatisfy(answer -> assertThat(answer).matches("reply é \\d+"))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void shouldSendExactlyAsManyRequestsAsAskedForHoweverManyWantToGoOn() throws Exception {
        try (Interlocutor service = new Interlocutor(number -> false)) {
            RunResult result = harness().run(plan(service.url(), TWO_USERS, 7, "0s", Extent.ofRequests(25)));
            assertThat(result.totals().planned()).isEqualTo(25);
            assertThat(result.totals().succeeded()).isEqualTo(25);
            assertThat(result.totals().balance()).isTrue();
        }
    }

    @Test
    void shouldKeepAsManyConversationsGoingAsThereAreUsers() throws Exception {
        RunHarness harness = harness();
        try (Interlocutor service = new Interlocutor(number -> false)) {
            harness.run(plan(service.url(), TWO_USERS, 5, "0s", Extent.ofRequests(40)));
        }
        assertThat(byConversation(harness.requests())).hasSizeBetween(8, 9);
        for (List<JsonNode> turns : byConversation(harness.requests()).values()) {
            assertThat(turns.stream().map(turn -> turn.get("turn").asInt())).isSorted();
            for (int i = 1; i < turns.size(); i++) {
                assertThat(turns.get(i).get("intended").asLong())
                        .isEqualTo(turns.get(i - 1).get("end").asLong());
            }
        }
    }

    @Test
    void shouldSendTheNextTurnOnceItsUserHasThought() throws Exception {
        RunHarness harness = harness();
        try (Interlocutor service = new Interlocutor(number -> false)) {
            harness.run(plan(service.url(), TWO_USERS, 4, "30ms", Extent.ofRequests(16)));
        }
        for (List<JsonNode> turns : byConversation(harness.requests()).values()) {
            for (int i = 1; i < turns.size(); i++) {
                JsonNode turn = turns.get(i);
                assertThat(turn.get("intended").asLong()
                                - turns.get(i - 1).get("end").asLong())
                        .isEqualTo(30_000_000);
                assertThat(turn.get("started").asLong())
                        .isGreaterThanOrEqualTo(turn.get("intended").asLong());
            }
        }
    }

    @Test
    void shouldCountUsersWhoThinkAsHeld() throws Exception {
        try (Interlocutor service = new Interlocutor(number -> false)) {
            RunResult result =
                    harness().run(plan(service.url(), TWO_USERS, 4, "50ms", Extent.ofDuration(Duration.ofSeconds(2))));
            ClientHealth client = result.client();
            double heldS = client.concurrencyHeld().orElseThrow() * client.windowS();
            // But for the first two, every request comes after 50 ms of thought that ended before the window did.
            double thoughtS = 0.05 * (result.totals().sent() - 2);
            assertThat(heldS - client.inFlightS()).isGreaterThan(0.95 * thoughtS);
        }
    }

    @Test
    void shouldSayThatStreamsCameUnderAnotherContentType() throws Exception {
        try (Interlocutor service = new Interlocutor(number -> false)) {
            RunResult result = harness().run(plan(service.url(), TWO_USERS, 1, "0s", Extent.ofRequests(10)));
            // The small request, and two samples in either way of counting them, came before.
            assertThat(result.verdict().notes())
                    .contains(
                            "15 answers were streams of events under another content type; they were read all the same");
        }
    }

    @Test
    void shouldEndAConversationWithTheTurnThatFails() throws Exception {
        RunHarness harness = harness();
        try (Interlocutor service = new Interlocutor(number -> number % 4 == 2)) {
            RunResult result =
                    harness.run(plan(service.url(), new LoadShape.Closed(1), 3, "0s", Extent.ofRequests(40)));
            assertThat(result.totals().failed()).isEqualTo(10);
            assertThat(result.totals().balance()).isTrue();
            assertThat(result.verdict().notes()).anyMatch(note -> note.matches("of \\d+ conversations .*"));
        }
        for (List<JsonNode> turns : byConversation(harness.requests()).values()) {
            for (int i = 0; i < turns.size() - 1; i++) {
                assertThat(turns.get(i).get("outcome").asString()).isEqualTo("succeeded");
            }
        }
    }

    @Test
    void shouldGoOnWithATurnThatWasAnsweredAfterAll() throws Exception {
        Refusal busy = Refusal.of(529, "retry-after-ms", "1");
        try (GrudgingService service = new GrudgingService(1, busy)) {
            RunResult result = harness()
                    .run(plan(service.url(), new LoadShape.Closed(1), 3, "0s", Extent.ofRequests(9))
                            .retrying(1));
            assertThat(result.totals().succeeded()).isEqualTo(9);
            assertThat(result.turns()).hasSize(3);
            assertThat(service.questions().stream().filter(body -> body.contains("reply")))
                    .hasSize(6);
        }
    }

    @Test
    void shouldTellTheFiguresOfEachTurnApart() throws Exception {
        try (Interlocutor service = new Interlocutor(number -> number % 4 == 2)) {
            RunResult result =
                    harness().run(plan(service.url(), new LoadShape.Closed(1), 3, "0s", Extent.ofRequests(40)));
            Map<Integer, TurnResult> turns =
                    result.turns().stream().collect(Collectors.toMap(TurnResult::turn, Function.identity()));
            assertThat(turns).containsOnlyKeys(1, 2, 3);
            long succeeded = turns.values().stream()
                    .mapToLong(turn -> turn.metrics().get("ttft").count())
                    .sum();
            assertThat(succeeded).isEqualTo(30);
            assertThat(turns.values().stream().mapToLong(TurnResult::failed).sum())
                    .isEqualTo(10);
        }
    }

    @Test
    void shouldLetArrivalsBeginConversationsInAnOpenLoop() throws Exception {
        RunHarness harness = harness();
        LoadShape load = new LoadShape.Open(50, ArrivalProcess.CONSTANT, OptionalInt.empty());
        try (Interlocutor service = new Interlocutor(number -> false)) {
            RunResult result =
                    harness.run(plan(service.url(), load, 3, "10ms", Extent.ofDuration(Duration.ofSeconds(1))));
            assertThat(result.totals().balance()).isTrue();
            assertThat(result.totals().dropped()).isZero();
        }
        Map<Long, List<JsonNode>> conversations = byConversation(harness.requests());
        assertThat(conversations).hasSize(50);
        assertThat(conversations.values().stream()
                        .filter(turns -> turns.size() == 3)
                        .count())
                .as("those begun well before the end")
                .isGreaterThan(25);
    }

    @Test
    void shouldBeginNoTurnBehindTheWindow() throws Exception {
        LoadShape load = new LoadShape.Open(20, ArrivalProcess.CONSTANT, OptionalInt.empty());
        RunHarness harness = harness();
        try (Interlocutor service = new Interlocutor(number -> false)) {
            RunResult result =
                    harness.run(plan(service.url(), load, 100, "400ms", Extent.ofDuration(Duration.ofSeconds(1))));
            assertThat(result.verdict().notes())
                    .contains("of 20 conversations 0 came to their last turn, 0 ended with a failed one, 20 were cut by"
                            + " the end of the run");
        }
        long first = harness.requests().get(0).get("intended").asLong();
        assertThat(harness.requests())
                .allSatisfy(request ->
                        assertThat(request.get("intended").asLong() - first).isLessThan(1_000_000_000L));
    }
}
