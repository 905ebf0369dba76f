package io.tokenpace.mock.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

    @Test
    void shouldCountARequestByTheRoomThatItsTimesTake() {
        TruthStore store = new TruthStore(Optional.empty(), 100, 1_000);
        // A chunk of 64 events, though each has but one: 15 fit.
        for (int request = 0; request < 20; request++) {
            EventTimes times = new EventTimes(1_000);
            times.write(0, 0);
            Account account = new Account("anthropic", "m", 1, 0, 1_000, 0, true);
            store.add(new RequestTruth(
                    "r" + request,
                    "key",
                    account,
                    0,
                    0,
                    new Draws(0, 0, 0, 0, 0),
                    Optional.empty(),
                    Ending.CUT,
                    times));
        }
        assertThat(store.kept()).isEqualTo(15);
    }

    @Test
    void shouldNotKeepANameHoweverLong() {
        Account account = new Account("anthropic", "m".repeat(1_000_000), 1, 0, 1, 0, true);
        assertThat(account.model()).isEqualTo("m".repeat(256));
    }

    @Test
    void shouldListTheLatestFirst() {
        TruthStore store = new TruthStore(Optional.empty(), 3, 1_000);
        for (String id : List.of("a", "b", "c", "d")) {
            store.add(truth(id, 1));
        }
        assertThat(store.latest(2)).extracting(RequestTruth::id).containsExactly("d", "c");
        assertThat(store.latest(9)).extracting(RequestTruth::id).containsExactly("d", "c", "b");
    }

    @Test
    void shouldFindTheLatestWithAKey() {
        TruthStore store = new TruthStore(Optional.empty(), 10, 1_000);
        store.add(truth("a", "mine", 1));
        store.add(truth("b", "mine", 1));
        store.add(truth("c", "other", 1));
        assertThat(store.findByKey("mine")).map(RequestTruth::id).hasValue("b");
        assertThat(store.findByKey("nobody's")).isEmpty();
    }

    private static RequestTruth truth(String id, int events) {
        return truth(id, "key", events);
    }

    private static RequestTruth truth(String id, String key, int events) {
        EventTimes times = new EventTimes(events);
        for (int event = 0; event < events; event++) {
            times.write(event, event);
        }
        Account account = new Account("anthropic", "m", 1, 0, events, 0, true);
        return new RequestTruth(
                id, key, account, 0, 0, new Draws(0, 0, 0, 0, 0), Optional.empty(), Ending.COMPLETE, times);
    }
}
