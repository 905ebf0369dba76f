package io.tokenpace.mock.http;

import io.tokenpace.mock.model.Timeline;

/** An answer in one piece whose status line comes so long before the rest of it, which comes when it is due. */
final class SlowWholePlay extends WholePlay {
    private final long apartNanos;
    private final Dam dam = new Dam(Dam.STATUS_LINE_BYTES);
    private boolean begun;
    private boolean open;

    SlowWholePlay(Stage stage, int event, long apartNanos, Act act) {
        super(stage, event, act);
        this.apartNanos = apartNanos;
    }

    @Override
    void write(long nowNanos) {
        if (!begun && dueNanos() - apartNanos <= nowNanos) {
            begun = true;
            dam.raise(stage());
            act(nowNanos);
            stage().ctx().flush();
        }
        if (begun && !open && dueNanos() <= nowNanos) {
            open = true;
            recordWrite(dueNanos(), System.nanoTime());
            dam.open(stage());
        }
    }

    /** The answer counts as sent when its rest is. */
    @Override
    void sent(long nowNanos) {
        // Recorded when the rest is let go.
    }

    @Override
    long nextNanos() {
        if (open) {
            return Timeline.NEVER;
        }
        return begun ? dueNanos() : dueNanos() - apartNanos;
    }
}
