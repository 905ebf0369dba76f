package io.tokenpace.mock.http;

import io.tokenpace.mock.model.Timeline;
import java.util.function.Supplier;

/** An answer that is not streamed: all of it at the time at which a stream would have sent its end. */
final class WholePlay extends Play {
    private final Supplier<byte[]> answer;
    private boolean written;

    WholePlay(Stage stage, Supplier<byte[]> answer) {
        super(stage, 1);
        this.answer = answer;
    }

    @Override
    void write(long nowNanos) {
        if (stage().timeline().advanceTo(nowNanos) < stage().timeline().events() || written) {
            return;
        }
        byte[] body = answer.get();
        recordWrite(dueNanos(), System.nanoTime());
        stage().ctx()
                .write(
                        Responses.whole(
                                body,
                                stage().incoming(),
                                stage().incoming().keepAlive(),
                                stage().admission().headers()),
                        lastWrite());
        stage().api().produced(stage().timeline().length().tokens());
        written = true;
    }

    @Override
    long nextNanos() {
        return written ? Timeline.NEVER : dueNanos();
    }

    private long dueNanos() {
        return stage().timeline().dueNanos(stage().timeline().events() - 1);
    }
}
