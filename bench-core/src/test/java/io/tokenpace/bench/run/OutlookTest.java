package io.tokenpace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.draw.SizeSpec;
import io.tokenpace.bench.draw.TimeSpec;
import io.tokenpace.bench.result.Forecast;
import io.tokenpace.bench.schedule.ArrivalProcess;
import io.tokenpace.bench.schedule.Arrivals;
import io.tokenpace.bench.schedule.Extent;
import io.tokenpace.bench.schedule.LoadShape;
import io.tokenpace.bench.wire.Ask;
import io.tokenpace.bench.wire.Passage;
import io.tokenpace.bench.wire.Turn;
import io.tokenpace.bench.workload.ConversationShape;
import io.tokenpace.bench.workload.ConversationWorkload;
import io.tokenpace.bench.workload.ItemSizes;
import io.tokenpace.bench.workload.RequestShape;
import io.tokenpace.bench.workload.SizedWorkload;
import io.tokenpace.bench.workload.WorkItem;
import io.tokenpace.bench.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class OutlookTest {
    private static final Extent FIVE = Extent.ofRequests(5);
    private static final LoadShape USERS = new LoadShape.Closed(4);

    /** Prompts of 1, 2, 3, … tokens and answers of 10, of which no text may be written. */
    private static final Workload RISING = new Workload() {
        @Override
        public WorkItem item(long index) {
            throw new AssertionError("no text is needed");
        }

        @Override
        public ItemSizes sizes(long index) {
            return new ItemSizes(0, (int) index + 1, 10);
        }
    };

    private static Forecast forecast(Workload items, LoadShape load, Extent warmup, Extent extent, long seed) {
        return new Outlook(load, warmup, extent, seed).drawn(items);
    }

    @Test
    void shouldSummariseTheSizesOfEveryRequestWhereTheyAreFew() {
        Forecast forecast = forecast(RISING, USERS, Extent.ofRequests(0), Extent.ofRequests(200), 1);
        assertThat(forecast.lookedAt()).isEqualTo(200);
        assertThat(forecast.promptTokens()).isEqualTo(new Forecast.Sizes(100.5, 2, 20, 100, 180, 198, 200));
        assertThat(forecast.maxTokens()).isEqualTo(new Forecast.Sizes(10, 10, 10, 10, 10, 10, 10));
    }

    @Test
    void shouldLookAtTenThousandRequestsAtMost() {
        Forecast forecast = forecast(RISING, USERS, Extent.ofRequests(0), Extent.ofRequests(50_000), 1);
        assertThat(forecast.lookedAt()).isEqualTo(10_000);
        assertThat(forecast.promptTokens().max()).isEqualTo(10_000);
    }

    @Test
    void shouldAddUpTheTokensOfAllRequestsAndOfTheWarmUp() {
        Forecast forecast = forecast(RISING, USERS, FIVE, Extent.ofRequests(9), 1);
        assertThat(forecast.tokens()).contains(new Forecast.Tokens(14 * 5, 14 * 10, 14 * (9 + 10), 14 * 10));
    }

    @Test
    void shouldNotGuessHowManyRequestsUsersWillMakeInATime() {
        Forecast forecast = forecast(RISING, USERS, FIVE, Extent.ofDuration(Duration.ofSeconds(20)), 1);
        assertThat(forecast.warmupRequests()).hasValue(5);
        assertThat(forecast.requests()).isEmpty();
        assertThat(forecast.tokens()).isEmpty();
        assertThat(forecast.arrivals()).isEmpty();
    }

    @Test
    void shouldCountTheArrivalsOfTheVerySeed() {
        LoadShape open = new LoadShape.Open(100, ArrivalProcess.POISSON, OptionalInt.empty());
        Forecast forecast = forecast(RISING, open, FIVE, Extent.ofDuration(Duration.ofSeconds(20)), 1);
        long sum = forecast.arrivals().stream().mapToLong(Long::longValue).sum();
        assertThat(forecast.requests()).hasValue(sum);
        // Five standard deviations of a Poisson count.
        assertThat(sum).isBetween(1_776L, 2_224L);
        assertThat(forecast(RISING, open, FIVE, Extent.ofDuration(Duration.ofSeconds(20)), 2)
                        .arrivals())
                .isNotEqualTo(forecast.arrivals());
    }

    @Test
    void shouldForetellSizesThatAreDrawn() {
        Workload items = new SizedWorkload(
                RequestShape.of("m", SizeSpec.parse("lognormal:800+-600"), SizeSpec.parse("uniform:16..64")),
                3,
                "load");
        Forecast forecast = forecast(items, USERS, FIVE, Extent.ofRequests(100_000), 3);
        // Five standard errors: 600 / √10,000 and 14 / √10,000 each.
        assertThat(forecast.promptTokens().mean()).isBetween(770.0, 830.0);
        assertThat(forecast.maxTokens().mean()).isBetween(39.3, 40.7);
        // The median of the lognormal is m² / √(m² + s²).
        assertThat(forecast.promptTokens().p50()).isBetween(610, 670);
    }

    @Test
    void shouldLookAtEveryRequestOfATrace() {
        LongUnaryOperator offsets = index -> index < 20_000 ? index * 1_000_000 : Arrivals.NEVER;
        LoadShape trace = new LoadShape.Replayed("trace", () -> offsets, OptionalInt.empty());
        Forecast forecast =
                new Outlook(trace, Extent.ofRequests(0), Extent.ofRequests(Long.MAX_VALUE), 1).traced(RISING);
        assertThat(forecast.basis()).isEqualTo("traced");
        assertThat(forecast.requests()).hasValue(20_000);
        assertThat(forecast.warmupRequests()).hasValue(0);
        assertThat(forecast.lookedAt()).isEqualTo(20_000);
        assertThat(forecast.promptTokens())
                .isEqualTo(new Forecast.Sizes(10_000.5, 200, 2_000, 10_000, 18_000, 19_800, 20_000));
        assertThat(forecast.tokens()).contains(new Forecast.Tokens(200_010_000, 200_000, 200_210_000, 200_000));
        assertThat(forecast.arrivals()).containsOnly(2_000L).hasSize(10);
    }

    @Test
    void shouldTakeFourCharactersForATokenWhereNobodyHasCounted() {
        Workload texts = index -> new WorkItem(
                WorkItem.UNKNOWN_SIZE,
                new Ask("m", Optional.of(Passage.of("12345")), List.of(Turn.user("1234567890")), 7));
        Forecast forecast = new Outlook(USERS, FIVE, Extent.ofRequests(10), 1).estimated(texts);
        assertThat(forecast.basis()).isEqualTo("estimated");
        assertThat(forecast.promptTokens()).isEqualTo(new Forecast.Sizes(4, 4, 4, 4, 4, 4, 4));
        assertThat(forecast.tokens()).contains(new Forecast.Tokens(60, 105, 165, 105));
    }

    private static ConversationWorkload threeTurns() {
        return new ConversationWorkload(
                new SizedWorkload(RequestShape.of("m", SizeSpec.of(100), SizeSpec.of(10)), 1, "load"),
                new ConversationShape(SizeSpec.of(3), TimeSpec.parse("1s"), false),
                1,
                "load");
    }

    @Test
    void shouldForetellConversationsInFullLength() {
        LoadShape load = new LoadShape.Open(5, ArrivalProcess.CONSTANT, OptionalInt.empty());
        Forecast forecast = new Outlook(load, Extent.ofRequests(0), Extent.ofRequests(20), 1).drawn(threeTurns());
        assertThat(forecast.turns()).hasValue(3);
        // 100, then 10 of the answer and 100 of the user more in each turn.
        assertThat(forecast.tokens().orElseThrow().input()).isEqualTo(20 * (100 + 210 + 320));
        assertThat(forecast.tokens().orElseThrow().output()).isEqualTo(20 * 3 * 10);
    }

    @Test
    void shouldCountRequestsAndNotConversationsInAClosedLoop() {
        Forecast forecast = new Outlook(new LoadShape.Closed(2), Extent.ofRequests(0), Extent.ofRequests(30), 1)
                .drawn(threeTurns());
        assertThat(forecast.tokens().orElseThrow().output()).isEqualTo(30 * 10);
    }
}
