package io.tokenpace.mock.http;

import java.util.Optional;

/** Wakes a play on its own loop when a slot has become free for it earlier than planned. */
final class StartMoved implements Runnable {
    private final Player player;
    private volatile Optional<Play> play = Optional.empty();

    StartMoved(Player player) {
        this.player = player;
    }

    void of(Play started) {
        play = Optional.of(started);
    }

    @Override
    public void run() {
        player.execute(() -> play.ifPresent(player::reschedule));
    }
}
