package io.tokenpace.bench.run;

import io.tokenpace.bench.client.ClientLoop;
import io.tokenpace.bench.client.Exchange;
import io.tokenpace.bench.client.PreparedRequest;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One request before the load starts, so that a target that cannot answer is not hammered. It is in no figure. */
final class Preflight {
    private static final long PATIENCE_MILLIS = 20;

    private final ClientLoop loop;

    Preflight(ClientLoop loop) {
        this.loop = loop;
    }

    /** Sends the request and returns the exchange once it has ended, or has been given up because of the signal. */
    Exchange send(PreparedRequest request, BooleanSupplier interrupted) throws InterruptedException {
        BlockingQueue<Exchange> ended = new ArrayBlockingQueue<>(1);
        loop.execute(() -> {
            long now = loop.now();
            loop.send(new Exchange(request, now, now, ended::add));
        });
        Optional<Exchange> answer = Optional.empty();
        while (answer.isEmpty()) {
            answer = Optional.ofNullable(ended.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
            if (interrupted.getAsBoolean()) {
                loop.execute(loop::cancelAll);
            }
        }
        return answer.get();
    }
}
