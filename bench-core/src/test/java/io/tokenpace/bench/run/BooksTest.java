package io.tokenpace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.measure.Requests;
import io.tokenpace.bench.measure.Window;
import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.outcome.Usage;
import io.tokenpace.bench.result.RetryCount;
import io.tokenpace.bench.workload.Cell;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class BooksTest {
    private static final long MILLI = 1_000_000;

    private final Window window = new Window();
    private final Books books = new Books(window, 0, List.of(Cell.OPEN));

    @Test
    void shouldAccountForEveryRequest() {
        books.add(Requests.good().record());
        books.add(Requests.good().record());
        books.add(Requests.good().failed(ErrorKind.RESET).record());
        assertThat(books.totals(5, 3).succeeded()).isEqualTo(2);
        assertThat(books.totals(5, 3).failed()).isEqualTo(1);
        assertThat(books.totals(5, 3).dropped()).isEqualTo(2);
        assertThat(books.totals(5, 3).balance()).isTrue();
    }

    @Test
    void shouldGroupFailuresByKindWithTheMostFrequentFirst() {
        books.add(Requests.good().failed(ErrorKind.RESET).record());
        books.add(Requests.good().failed(ErrorKind.TRUNCATED).record());
        books.add(Requests.good().failed(ErrorKind.TRUNCATED).record());
        assertThat(books.failures().errors())
                .extracting(group -> group.kind() + " " + group.count())
                .containsExactly("truncated 2", "reset 1");
    }

    @Test
    void shouldCountOnlyTheTimeInsideTheWindow() {
        window.openAt(50 * MILLI);
        window.closeAt(200 * MILLI);
        books.add(Requests.good().timedAt(0, 0, 0).tokens(100, 400).record());
        assertThat(books.overlapNanos()).isEqualTo(150 * MILLI);
        assertThat(books.completionsInWindow()).isZero();
        assertThat(books.inputTokensInWindow()).isEqualTo(100);
    }

    @Test
    void shouldCountEveryAttemptAndNoWaitAsInFlight() {
        window.openAt(0);
        window.closeAt(1_000 * MILLI);
        books.add(Requests.good()
                .timedAt(0, 0, 300)
                .tokens(350, 400)
                .attempts(Requests.refusal(10, 20, 80), Requests.refusal(100, 130, 170), Requests.answered(300, 400))
                .record());
        assertThat(books.overlapNanos()).isEqualTo(140 * MILLI);
        assertThat(books.failures().retries()).isEqualTo(new RetryCount(1, 2));
        assertThat(books.failures().errors())
                .extracting(group -> group.count() + " " + group.retried())
                .containsExactly("0 2");
    }

    @Test
    void shouldTakeThePromptOfAWholeAnswerForReadAtItsEnd() {
        window.openAt(150 * MILLI);
        window.closeAt(500 * MILLI);
        books.add(Requests.good().came(400).record());
        books.add(Requests.good().came(600).record());
        assertThat(books.inputTokensInWindow()).isEqualTo(100);
    }

    @Test
    void shouldKeepTheFiguresOfEachCellApart() {
        List<Cell> cells = List.of(
                new Cell(OptionalInt.of(900), OptionalInt.empty()), new Cell(OptionalInt.of(100), OptionalInt.empty()));
        Books both = new Books(window, 0, cells);
        both.add(Requests.good().inCell(0, 900).record());
        both.add(Requests.good().inCell(1, 100).record());
        both.add(Requests.good().inCell(1, 100).record());
        assertThat(both.cells())
                .extracting(cell -> cell.promptTokens().getAsInt() + ": "
                        + cell.metrics().get("ttft").count())
                .containsExactly("100: 2", "900: 1");
        assertThat(both.cells()).allSatisfy(cell -> assertThat(cell.maxTokens()).isEmpty());
    }

    @Test
    void shouldNotGrowWithTheNumberOfSizes() {
        for (int size = 1; size <= 100_000; size++) {
            books.add(Requests.good().inCell(0, size).record());
        }
        assertThat(books.cellCount()).isEqualTo(1);
        assertThat(books.smallestMedianTtftMs()).isPositive();
    }

    @Test
    void shouldNotRepeatTheWholeAsItsOnlyCell() {
        books.add(Requests.good().record());
        assertThat(books.cells()).isEmpty();
    }

    @Test
    void shouldSayWhatAReaderShouldKnowOfTheSizes() {
        books.add(Requests.good().usage(new Usage(100, 0, 0, 11, 0)).record());
        books.add(Requests.good().usage(new Usage(103, 0, 0, 5, 0)).record());
        books.add(Requests.good().usage(Usage.NONE).record());
        books.add(Requests.good().usage(new Usage(102, 0, 0, 11, 0)).record());
        assertThat(books.notes())
                .containsExactly(
                        "25.0 % of the answers came without usage: their tokens are estimated by events",
                        "25.0 % of the prompts came out more than 2 % off the size asked for",
                        "25.0 % of the answers ended before max_tokens");
    }
}
