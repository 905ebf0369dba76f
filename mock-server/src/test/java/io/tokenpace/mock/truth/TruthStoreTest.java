package io.tokenpace.mock.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TruthStoreTest {
    @Test
    void shouldKeepTheLatestRequests() {
        TruthStore store = new TruthStore(Optional.empty(), 2, 1_000);
        store.add(truth("a", 10));
        store.add(truth("b", 10));
        store.add(truth("c", 10));
        assertThat(store.find("a")).isEmpty();
        assertThat(store.find("b")).isPresent();
        assertThat(store.find("c")).isPresent();
    }

    @Test
    void shouldKeepFewerWhenTheyHaveManyEvents() {
        TruthStore store = new TruthStore(Optional.empty(), 100, 1_000);
        store.add(truth("a", 400));
        store.add(truth("b", 400));
        store.add(truth("c", 400));
        assertThat(store.find("a")).isEmpty();
        assertThat(store.find("b")).isPresent();
    }

    @Test
    void shouldKeepTheLatestHoweverLong() {
        TruthStore store = new TruthStore(Optional.empty(), 100, 1_000);
        store.add(truth("a", 10));
        store.add(truth("b", 5_000));
        assertThat(store.find("a")).isEmpty();
        assertThat(store.find("b")).isPresent();
    }

    @Test
    void shouldReplaceARequestOfTheSameId() {
        TruthStore store = new TruthStore(Optional.empty(), 100, 1_000);
        store.add(truth("a", 900));
        store.add(truth("a", 900));
        store.add(truth("b", 50));
        assertThat(store.find("a")).isPresent();
    }

    private static RequestTruth truth(String id, int events) {
        return new RequestTruth(
                id,
                "key",
                1,
                events,
                true,
                0,
                new Draws(0, 0, 0, 0, 0),
                Optional.empty(),
                Ending.COMPLETE,
                new EventTimes(events));
    }
}
