package io.tokenpace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.client.PreparedRequest;
import io.tokenpace.bench.outcome.Usage;
import io.tokenpace.bench.result.Price;
import io.tokenpace.bench.result.Spent;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {
    private final List<String> reasons = new ArrayList<>();

    private Budget budget(long tokens) {
        return new Budget(Bounds.ofTokens(tokens), reasons::add);
    }

    /** A request of a size that nobody asked for: its prompt is taken as a token for each byte. */
    private static PreparedRequest request(int bytes, int maxTokens) {
        return new PreparedRequest(0, false, 0, 0, maxTokens, 0, new byte[bytes]);
    }

    private static PreparedRequest warmup(int bytes, int maxTokens) {
        return new PreparedRequest(0, true, 0, 0, maxTokens, 0, new byte[bytes]);
    }

    private static Usage usage(int input, int output) {
        return new Usage(input, 0, 0, output, 0);
    }

    @Test
    void shouldHoldTheMostThatARequestMayUse() {
        Budget budget = budget(1_000);
        assertThat(budget.reservation(request(600, 300)).take()).isTrue();
        assertThat(budget.taken()).isEqualTo(new Charge(900, 0));
    }

    @Test
    void shouldPutBackWhatAnAnswerDidNotUse() {
        Budget budget = budget(1_000);
        Reservation first = budget.reservation(request(600, 300));
        first.take();
        first.answered(usage(200, 50));
        assertThat(budget.taken()).isEqualTo(new Charge(250, 0));
        assertThat(budget.reservation(request(450, 300)).take()).isTrue();
    }

    @Test
    void shouldKeepWhatAnAnswerWithoutUsageMayHaveUsed() {
        Budget budget = budget(1_000);
        Reservation reservation = budget.reservation(request(600, 300));
        reservation.take();
        reservation.answered(Usage.NONE);
        assertThat(budget.taken()).isEqualTo(new Charge(900, 0));
    }

    @Test
    void shouldTellWhatWasUsedAndWhatIsNotKnown() {
        Budget budget = new Budget(
                new Bounds(OptionalLong.empty(), Optional.of(new Price(3, 0.3, 3.75, 15)), Optional.empty()),
                reasons::add);
        Reservation whole = budget.reservation(request(5_000, 100));
        whole.take();
        whole.answered(new Usage(1_000, 400, 2_000, 100, 30));
        Reservation untold = budget.reservation(request(600, 300));
        untold.take();
        untold.answered(new Usage(200, 0, 0, Usage.UNKNOWN, Usage.UNKNOWN));
        // 1,000 × 3 + 2,000 × 0.3 + 400 × 3.75 + 100 × 15 and 200 × 3 millionths.
        assertThat(budget.spending().spent())
                .isEqualTo(new Spent(3_600, 2_000, 400, 100, 1, 700, OptionalDouble.of(0.0072)));
    }

    @Test
    void shouldMissWhatAnAnswerUsedBeyondAllExpectation() {
        Budget budget = budget(1_000);
        Reservation reservation = budget.reservation(request(100, 10));
        reservation.take();
        reservation.answered(usage(1_200, 10));
        assertThat(budget.taken().tokens()).isEqualTo(1_210);
        assertThat(budget.reservation(request(1, 1)).take()).isFalse();
    }

    @Test
    void shouldNameTheBoundAndTheNumbersWhenARequestDoesNotFit() {
        Budget budget = budget(1_000);
        budget.reservation(request(600, 300)).take();
        assertThat(budget.reservation(request(100, 20)).take()).isFalse();
        assertThat(reasons)
                .containsExactly(
                        "--max-total-tokens (1000) had no room for the next request: 900 tokens were used or held"
                                + " for requests under way, and it might have used 120");
    }

    @Test
    void shouldStartNothingMoreOnceARequestDidNotFit() {
        Budget budget = budget(1_000);
        budget.reservation(request(600, 300)).take();
        budget.reservation(request(200, 20)).take();
        assertThat(budget.reservation(request(1, 1)).take()).isFalse();
        assertThat(reasons).hasSize(1);
    }

    @Test
    void shouldGoOnWithoutWhatItCanDoWithout() {
        Budget budget = budget(1_000);
        assertThat(budget.reservation(request(2_000, 1)).tryTake()).isFalse();
        assertThat(budget.reservation(request(600, 300)).take()).isTrue();
        assertThat(reasons).isEmpty();
    }

    @Test
    void shouldLeaveNineTenthsToWhatIsMeasured() {
        Budget budget = budget(1_000);
        assertThat(budget.reservation(warmup(60, 10)).take()).isTrue();
        assertThat(budget.reservation(warmup(60, 10)).take()).isFalse();
        assertThat(budget.reservation(warmup(20, 10)).take()).isTrue();
        assertThat(budget.reservation(request(800, 100)).take()).isTrue();
        assertThat(reasons).isEmpty();
        assertThat(budget.note())
                .contains("1 requests of the warm-up were left out: it may take a tenth of --max-total-tokens");
    }

    @Test
    void shouldFillABoundToTheLastToken() {
        Budget budget = budget(1_000);
        assertThat(budget.reservation(request(999, 1)).take()).isTrue();
        assertThat(budget.taken().tokens()).isEqualTo(1_000);
    }

    @Test
    void shouldHoldWhatTheDearestUseOfTheCacheCosts() {
        Price price = new Price(3, 0.3, 3.75, 15);
        Budget budget = new Budget(
                new Bounds(OptionalLong.empty(), Optional.of(price), Optional.of(new BigDecimal("0.01"))),
                reasons::add);
        Reservation first = budget.reservation(request(1_000, 100));
        assertThat(first.take()).isTrue();
        // 1,000 × 3.75 and 100 × 15 USD per million are 0.00525 USD.
        assertThat(budget.taken().picodollars()).isEqualTo(5_250_000_000L);
        first.answered(new Usage(100, 200, 700, 10, 0));
        // 100 × 3, 200 × 3.75, 700 × 0.3 and 10 × 15 are 1,410 millionths.
        assertThat(budget.taken().picodollars()).isEqualTo(1_410_000_000L);
        assertThat(budget.reservation(request(2_000, 100)).take()).isFalse();
        assertThat(reasons)
                .containsExactly(
                        "--max-cost (0.01 USD) had no room for the next request: 0.00141 USD were spent or held"
                                + " for requests under way, and it might have cost 0.009 USD");
        assertThat(budget.taken().tokens()).isEqualTo(1_010);
    }

    /** Each thread has five requests under way, and their answers use anything up to what they may. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldNeverBeExceededWhenManyThreadsShareIt(long seed) throws Exception {
        long most = 2_000_000;
        Budget budget = new Budget(Bounds.ofTokens(most), reason -> {});
        AtomicLong used = new AtomicLong();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        SplittableRandom seeds = new SplittableRandom(seed);
        List<Callable<Boolean>> loops = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            SplittableRandom random = seeds.split();
            loops.add(() -> useUp(budget, random, used));
        }
        try {
            for (Future<Boolean> loop : threads.invokeAll(loops)) {
                loop.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(used.get()).isBetween(most - 4 * 5 * 1_200, most);
        assertThat(budget.taken().tokens()).isEqualTo(used.get());
    }

    private static boolean useUp(Budget budget, SplittableRandom random, AtomicLong used) {
        Deque<Reservation> underWay = new ArrayDeque<>();
        Deque<Usage> answers = new ArrayDeque<>();
        boolean fits = true;
        while (fits) {
            int bytes = 1 + random.nextInt(1_000);
            int maxTokens = 1 + random.nextInt(200);
            Reservation reservation = budget.reservation(request(bytes, maxTokens));
            fits = reservation.take();
            if (fits) {
                underWay.add(reservation);
                answers.add(usage(1 + random.nextInt(bytes), random.nextInt(maxTokens + 1)));
            }
            while (underWay.size() > (fits ? 4 : 0)) {
                Usage answer = answers.poll();
                used.addAndGet(answer.inputTokens() + answer.outputTokens());
                underWay.poll().answered(answer);
            }
        }
        return fits;
    }
}
