package io.tokenpace.mock.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the planned queue to one that knows no plans: it steps through time and gives free slots away. */
class SlotQueueSimulationTest {
    private static final int TICKS = 60;
    private static final int SEEDS = 2_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void shouldStartEveryRequestWhenATickByTickSimulationDoes(int slots) {
        for (int seed = 0; seed < SEEDS; seed++) {
            List<Guest> guests = play(slots, new Random(seed));
            for (Guest guest : guests) {
                if (guest.simulatedStart >= 0) {
                    assertThat(guest.planned.nanos())
                            .as("slots %d, seed %d, request %d", slots, seed, guest.number)
                            .isEqualTo(guest.simulatedStart);
                }
            }
        }
    }

    private static List<Guest> play(int slots, Random random) {
        SlotQueue queue = new SlotQueue(slots);
        List<Guest> guests = new ArrayList<>();
        for (int now = 0; now < TICKS; now++) {
            int joining = random.nextInt(3) == 0 ? random.nextInt(3) : 0;
            for (int i = 0; i < joining; i++) {
                Guest guest = new Guest(guests.size(), now + random.nextInt(6), random.nextInt(9));
                guest.planned = queue.join(now, guest.ready, guest.hold, () -> {});
                guests.add(guest);
            }
            if (!guests.isEmpty() && random.nextInt(6) == 0) {
                Guest leaver = guests.get(random.nextInt(guests.size()));
                leaver.planned.release(now);
                leaver.left = true;
            }
            giveAwayFreeSlots(slots, guests, now);
        }
        return guests;
    }

    private static void giveAwayFreeSlots(int slots, List<Guest> guests, int now) {
        List<Guest> waiting = guests.stream()
                .filter(guest -> !guest.left && guest.simulatedStart < 0 && guest.ready <= now)
                .sorted(Comparator.comparingInt((Guest guest) -> guest.ready).thenComparingInt(guest -> guest.number))
                .toList();
        for (Guest guest : waiting) {
            long busy = guests.stream().filter(other -> other.holdsAt(now)).count();
            if (busy < slots) {
                guest.simulatedStart = now;
            }
        }
    }

    /** One request, as the simulation sees it. */
    private static final class Guest {
        private final int number;
        private final int ready;
        private final int hold;
        private Timeline.Start planned;
        private int simulatedStart = -1;
        private boolean left;

        Guest(int number, int ready, int hold) {
            this.number = number;
            this.ready = ready;
            this.hold = hold;
        }

        boolean holdsAt(int now) {
            return !left && simulatedStart >= 0 && now < simulatedStart + hold;
        }
    }
}
