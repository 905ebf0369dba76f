package io.tokenpace.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tokenpace.bench.draw.SizeSpec;
import io.tokenpace.bench.draw.TimeSpec;
import io.tokenpace.bench.wire.Passage;
import io.tokenpace.bench.wire.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationWorkloadTest {
    private static final long SEED = 5;
    private static final RequestShape SHAPE =
            RequestShape.of("m", SizeSpec.of(40), SizeSpec.of(16)).withSystemTokens(10);

    private static ConversationWorkload talk(RequestShape shape, String turns, String thinkTime, boolean cache) {
        return new ConversationWorkload(
                new SizedWorkload(shape, SEED, "load"),
                new ConversationShape(SizeSpec.parse(turns), TimeSpec.parse(thinkTime), cache),
                SEED,
                "load");
    }

    /** Carries a conversation through, with an answer of its own for each turn. */
    private static List<WorkItem> carryThrough(WorkItem opening) {
        List<WorkItem> items = new ArrayList<>(List.of(opening));
        WorkItem item = opening;
        while (item.followUp().isPresent()) {
            item = item.followUp().get().after("answer " + items.size(), item.promptTokens() + 7);
            items.add(item);
        }
        return items;
    }

    private static List<String> texts(WorkItem item) {
        return item.ask().turns().stream()
                .flatMap(turn -> turn.passages().stream())
                .map(Passage::text)
                .toList();
    }

    @Test
    void shouldCarryEverythingSaidSoFarForward() {
        List<WorkItem> items = carryThrough(talk(SHAPE, "3", "0s", false).item(0));
        assertThat(items).hasSize(3);
        assertThat(items.get(2).ask().turns().stream().map(Turn::role))
                .containsExactly(
                        Turn.Role.USER, Turn.Role.ASSISTANT, Turn.Role.USER, Turn.Role.ASSISTANT, Turn.Role.USER);
        assertThat(texts(items.get(2))).startsWith(texts(items.get(1)).toArray(String[]::new));
        assertThat(texts(items.get(2))).contains("answer 1", "answer 2");
        assertThat(items.get(2).ask().system()).isEqualTo(items.get(0).ask().system());
    }

    @Test
    void shouldOpenAsTheSameItemWouldStandAlone() {
        assertThat(talk(SHAPE, "3", "0s", false).item(4).ask())
                .isEqualTo(new SizedWorkload(SHAPE, SEED, "load").item(4).ask());
    }

    @Test
    void shouldNumberTheTurns() {
        assertThat(carryThrough(talk(SHAPE, "3", "0s", false).item(0)).stream().map(WorkItem::turn))
                .containsExactly(1, 2, 3);
    }

    @Test
    void shouldTellNoTurnWhereNobodySpeaksTwice() {
        assertThat(talk(SHAPE, "1", "1s", false).item(0).turn()).isZero();
    }

    @Test
    void shouldAddWhatTheUserSaysToWhatTheServiceCounted() {
        List<WorkItem> items = carryThrough(talk(SHAPE, "3", "0s", false).item(0));
        assertThat(items.stream().map(WorkItem::promptTokens)).containsExactly(40, 40 + 7 + 30, 40 + 2 * (7 + 30));
    }

    @Test
    void shouldNotGuessASizeThatTheServiceDidNotCount() {
        WorkItem opening = talk(SHAPE, "2", "0s", false).item(0);
        assertThat(opening.followUp()
                        .orElseThrow()
                        .after("yes", WorkItem.UNKNOWN_SIZE)
                        .promptTokens())
                .isEqualTo(WorkItem.UNKNOWN_SIZE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n"})
    void shouldNotCarryAnAnswerWithoutAWord(String answer) {
        WorkItem opening = talk(SHAPE, "2", "0s", false).item(0);
        WorkItem next = opening.followUp().orElseThrow().after(answer, 50);
        assertThat(next.ask().turns().stream().map(Turn::role)).containsExactly(Turn.Role.USER, Turn.Role.USER);
    }

    @Test
    void shouldSayOtherWordsInEachTurnOfEachConversation() {
        ConversationWorkload workload = talk(SHAPE, "4", "0s", false);
        List<String> said = LongStream.range(0, 20)
                .boxed()
                .flatMap(index -> carryThrough(workload.item(index)).stream())
                .map(item -> texts(item).get(texts(item).size() - 1))
                .toList();
        assertThat(said).hasSize(80).doesNotHaveDuplicates();
    }

    @Test
    void shouldSayTheSameForTheSameSeed() {
        assertThat(carryThrough(talk(SHAPE, "uniform:2..6", "exponential:1s", false)
                                .item(9))
                        .stream()
                        .map(WorkItem::ask))
                .containsExactlyElementsOf(
                        carryThrough(talk(SHAPE, "uniform:2..6", "exponential:1s", false)
                                        .item(9))
                                .stream()
                                .map(WorkItem::ask)
                                .toList());
    }

    @Test
    void shouldMarkOnlyTheNewestTurnToBeCached() {
        for (WorkItem item : carryThrough(talk(SHAPE.withPromptCache(PromptCache.EPHEMERAL), "4", "0s", true)
                .item(0))) {
            List<Passage> passages = item.ask().turns().stream()
                    .flatMap(turn -> turn.passages().stream())
                    .toList();
            List<Passage> marked = passages.stream().filter(Passage::cached).toList();
            assertThat(marked).hasSize(2);
            assertThat(marked.get(0)).as("the beginning that all share").isSameAs(passages.get(0));
            assertThat(marked.get(1)).isSameAs(passages.get(passages.size() - 1));
        }
    }

    @Test
    void shouldDrawTurnsAndThinkTimesAsSpecified() {
        ConversationWorkload workload = talk(SHAPE, "uniform:1..5", "uniform:1s..3s", false);
        List<Integer> turns = IntStream.range(0, 5_000)
                .map(index -> workload.conversation(index).size())
                .boxed()
                .toList();
        for (int count = 1; count <= 5; count++) {
            int wanted = count;
            // Five standard deviations of a binomial count.
            assertThat(turns.stream().filter(turn -> turn == wanted).count()).isBetween(859L, 1_141L);
        }
        List<Double> seconds = IntStream.range(0, 5_000)
                .mapToObj(index -> workload.item(index).thinkNanos() / 1e9)
                .toList();
        assertThat(seconds).allMatch(time -> time >= 1 && time <= 3);
        assertThat(seconds.stream().mapToDouble(time -> time).average().orElseThrow())
                .isBetween(1.96, 2.04);
    }

    @Test
    void shouldThinkOtherwiseInEachTurn() {
        assertThat(carryThrough(talk(SHAPE, "5", "exponential:1s", false).item(0)).stream()
                        .map(WorkItem::thinkNanos))
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldForetellPromptsThatGrowByEachTurnAndAnswer() {
        assertThat(talk(SHAPE, "3", "0s", false).conversation(0).stream().map(ItemSizes::promptTokens))
                .containsExactly(40, 40 + 16 + 30, 40 + 2 * (16 + 30));
    }

    @Test
    void shouldRefuseConversationsThatMayBecomeEndless() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> talk(SHAPE, "zipf:1.1:1..5000", "0s", false))
                .withMessage("turns (zipf:1.1:1..5000) may come out as 5000, which must be at most 1000");
    }

    @Test
    void shouldSizeEveryTurnByTheSameLine() {
        TextSize line = new TextSize(0, 2);
        WorkItem opening = talk(SHAPE, "2", "0s", false).sizedBy(line).item(0);
        WorkItem next = opening.followUp().orElseThrow().after("yes", 47);
        assertThat(opening.ask())
                .isEqualTo(new SizedWorkload(SHAPE, SEED, "load")
                        .sizedBy(line)
                        .item(0)
                        .ask());
        assertThat(texts(next).get(2).split(" ")).as("30 tokens of two a word").hasSize(15);
        assertThat(next.promptTokens()).isEqualTo(47 + 30);
    }
}
