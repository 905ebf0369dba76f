package io.tokenpace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.client.PreparedRequest;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedTest {
    private static RequestSource numbered(int count) {
        return new RequestSource() {
            private int next;

            @Override
            public Optional<Errand> next() {
                return next == count
                        ? Optional.empty()
                        : Optional.of(new Errand(new PreparedRequest(next++, false, 0, 1, 1, 0, new byte[0])));
            }
        };
    }

    private static long index(Optional<Errand> errand) {
        return errand.orElseThrow().request().index();
    }

    @Test
    void shouldDealRequestsToLanesInTurn() {
        Feed feed = Feed.dealt(numbered(5), 8, 2);
        feed.topUp();
        assertThat(index(feed.poll(0))).isZero();
        assertThat(index(feed.poll(1))).isEqualTo(1);
        assertThat(index(feed.peek(1))).isEqualTo(3);
        assertThat(index(feed.poll(0))).isEqualTo(2);
        assertThat(index(feed.poll(1))).isEqualTo(3);
        assertThat(index(feed.poll(0))).isEqualTo(4);
    }

    @Test
    void shouldLetAnyLaneTakeTheNextSharedRequest() {
        Feed feed = Feed.shared(numbered(3), 8);
        feed.topUp();
        assertThat(index(feed.poll(0))).isZero();
        assertThat(index(feed.poll(7))).isEqualTo(1);
    }

    @Test
    void shouldKeepTheOrderWhenAQueueIsFull() {
        Feed feed = Feed.shared(numbered(40), 4);
        for (int i = 0; i < 40; i++) {
            feed.topUp();
            assertThat(index(feed.poll(0))).isEqualTo(i);
        }
        feed.topUp();
        assertThat(feed.isOver(0)).isTrue();
        assertThat(feed.emptyQueues()).isZero();
    }

    @Test
    void shouldCountALaneThatFoundNothingThoughMoreWasToCome() {
        Feed feed = Feed.shared(numbered(3), 8);
        assertThat(feed.poll(0)).isEmpty();
        assertThat(feed.isOver(0)).isFalse();
        assertThat(feed.emptyQueues()).isEqualTo(1);
        feed.topUp();
        assertThat(index(feed.poll(0))).isZero();
    }
}
