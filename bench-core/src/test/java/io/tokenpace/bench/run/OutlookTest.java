package io.tokenpace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.draw.SizeSpec;
import io.tokenpace.bench.result.Forecast;
import io.tokenpace.bench.schedule.ArrivalProcess;
import io.tokenpace.bench.schedule.Extent;
import io.tokenpace.bench.schedule.LoadShape;
import io.tokenpace.bench.workload.ItemSizes;
import io.tokenpace.bench.workload.RequestShape;
import io.tokenpace.bench.workload.SizedWorkload;
import io.tokenpace.bench.workload.WorkItem;
import io.tokenpace.bench.workload.Workload;
import java.time.Duration;
import java.util.OptionalInt;
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

    @Test
    void shouldSummariseTheSizesOfEveryRequestWhereTheyAreFew() {
        Forecast forecast = Outlook.of(RISING, USERS, Extent.ofRequests(0), Extent.ofRequests(200), 1);
        assertThat(forecast.lookedAt()).isEqualTo(200);
        assertThat(forecast.promptTokens()).isEqualTo(new Forecast.Sizes(100.5, 2, 20, 100, 180, 198, 200));
        assertThat(forecast.maxTokens()).isEqualTo(new Forecast.Sizes(10, 10, 10, 10, 10, 10, 10));
    }

    @Test
    void shouldLookAtTenThousandRequestsAtMost() {
        Forecast forecast = Outlook.of(RISING, USERS, Extent.ofRequests(0), Extent.ofRequests(50_000), 1);
        assertThat(forecast.lookedAt()).isEqualTo(10_000);
        assertThat(forecast.promptTokens().max()).isEqualTo(10_000);
    }

    @Test
    void shouldAddUpTheTokensOfAllRequestsAndOfTheWarmUp() {
        Forecast forecast = Outlook.of(RISING, USERS, FIVE, Extent.ofRequests(9), 1);
        assertThat(forecast.tokens()).contains(new Forecast.Tokens(14 * 5, 14 * 10, 14 * (9 + 10)));
    }

    @Test
    void shouldNotGuessHowManyRequestsUsersWillMakeInATime() {
        Forecast forecast = Outlook.of(RISING, USERS, FIVE, Extent.ofDuration(Duration.ofSeconds(20)), 1);
        assertThat(forecast.warmupRequests()).hasValue(5);
        assertThat(forecast.requests()).isEmpty();
        assertThat(forecast.tokens()).isEmpty();
        assertThat(forecast.arrivals()).isEmpty();
    }

    @Test
    void shouldCountTheArrivalsOfTheVerySeed() {
        LoadShape open = new LoadShape.Open(100, ArrivalProcess.POISSON, OptionalInt.empty());
        Forecast forecast = Outlook.of(RISING, open, FIVE, Extent.ofDuration(Duration.ofSeconds(20)), 1);
        long sum = forecast.arrivals().stream().mapToLong(Long::longValue).sum();
        assertThat(forecast.requests()).hasValue(sum);
        // Five standard deviations of a Poisson count.
        assertThat(sum).isBetween(1_776L, 2_224L);
        assertThat(Outlook.of(RISING, open, FIVE, Extent.ofDuration(Duration.ofSeconds(20)), 2)
                        .arrivals())
                .isNotEqualTo(forecast.arrivals());
    }

    @Test
    void shouldForetellSizesThatAreDrawn() {
        Workload items = new SizedWorkload(
                RequestShape.of("m", SizeSpec.parse("lognormal:800+-600"), SizeSpec.parse("uniform:16..64")),
                3,
                "load");
        Forecast forecast = Outlook.of(items, USERS, FIVE, Extent.ofRequests(100_000), 3);
        // Five standard errors: 600 / √10,000 and 14 / √10,000 each.
        assertThat(forecast.promptTokens().mean()).isBetween(770.0, 830.0);
        assertThat(forecast.maxTokens().mean()).isBetween(39.3, 40.7);
        // The median of the lognormal is m² / √(m² + s²).
        assertThat(forecast.promptTokens().p50()).isBetween(610, 670);
    }
}
