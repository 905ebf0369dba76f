package io.tokenpace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class PainterTest {
    private final BlockedDisplay display = new BlockedDisplay();

    @Test
    void shouldHoldUpNobodyWhileTheTerminalTakesNothing() throws InterruptedException {
        Painter painter = new Painter(display);
        painter.show(Standings.second(1).state());
        assertThat(display.begun.take()).isEqualTo(2);
        painter.show(Standings.second(2).state());
        painter.show(Standings.second(3).state());
        display.gate.release(2);
        assertThat(display.begun.take()).as("what was overtaken is passed over").isEqualTo(4);
        painter.close();
        assertThat(display.shown).containsExactly(2L, 4L, -1L);
    }

    @Test
    void shouldShowTheSameAgainAfterAResize() throws InterruptedException {
        display.gate.release(2);
        try (Painter painter = new Painter(display)) {
            painter.show(Standings.second(1).state());
            assertThat(display.begun.take()).isEqualTo(2);
            painter.again();
            assertThat(display.begun.take()).isEqualTo(2);
        }
    }

    @Test
    void shouldShowNothingOnceItIsClosed() {
        Painter painter = new Painter(display);
        painter.close();
        painter.show(Standings.second(1).state());
        assertThat(display.shown).containsExactly(-1L);
    }

    /** Shows as often as it is let. */
    private static final class BlockedDisplay implements Display {
        private final BlockingQueue<Long> begun = new LinkedBlockingQueue<>();
        private final Semaphore gate = new Semaphore(0);
        private final List<Long> shown = new CopyOnWriteArrayList<>();

        @Override
        public void show(PanelState state) {
            begun.add(state.elapsedS());
            gate.acquireUninterruptibly();
            shown.add(state.elapsedS());
        }

        @Override
        public void say(String line) {}

        @Override
        public void clear() {
            shown.add(-1L);
        }
    }
}
