package io.tokenpace.bench.run;

import io.tokenpace.bench.client.ClientLoop;
import io.tokenpace.bench.client.Exchange;
import io.tokenpace.bench.client.ExchangeListener;
import io.tokenpace.bench.client.PreparedRequest;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** One request before the load starts, so that a target that cannot answer is not hammered. It is in no figure. */
final class Preflight {
    private static final long PATIENCE_MILLIS = 20;

    private final ClientLoop loop;
    private final Retries retries;

    /** Sends nothing twice. */
    Preflight(ClientLoop loop) {
        this(loop, Retries.NONE);
    }

    /** @param retries those of this loop */
    Preflight(ClientLoop loop, Retries retries) {
        this.loop = loop;
        this.retries = retries;
    }

    /** Sends the request and returns the exchange once it has ended, or has been given up because of the signal. */
    Exchange send(PreparedRequest request, BooleanSupplier interrupted) throws InterruptedException {
        return send(request, UnaryOperator.identity(), interrupted);
    }

    /**
     * Sends the request as often as one of the load, and returns the last exchange.
     *
     * @param reservation what the request may use, taken for the first attempt
     */
    Exchange sendUntilLast(PreparedRequest request, Reservation reservation, BooleanSupplier interrupted)
            throws InterruptedException {
        return send(request, last -> retries.on(0).untilLast(reservation, last), interrupted);
    }

    private Exchange send(
            PreparedRequest request, UnaryOperator<ExchangeListener> attempts, BooleanSupplier interrupted)
            throws InterruptedException {
        BlockingQueue<Exchange> ended = new ArrayBlockingQueue<>(1);
        ExchangeListener listener = attempts.apply(ended::add);
        loop.execute(() -> {
            long now = loop.now();
            loop.send(new Exchange(request, now, now, listener));
        });
        Optional<Exchange> answer = Optional.empty();
        while (answer.isEmpty()) {
            answer = Optional.ofNullable(ended.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
            if (interrupted.getAsBoolean()) {
                retries.end();
                loop.execute(loop::cancelAll);
            }
        }
        return answer.get();
    }
}
