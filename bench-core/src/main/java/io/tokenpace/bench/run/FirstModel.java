package io.tokenpace.bench.run;

import io.tokenpace.bench.client.Client;
import io.tokenpace.bench.client.Exchange;
import io.tokenpace.bench.client.PreparedRequest;
import io.tokenpace.bench.client.RequestEncoder;
import io.tokenpace.bench.client.Target;
import io.tokenpace.bench.client.Timeouts;
import io.tokenpace.bench.clock.NanoClock;
import io.tokenpace.bench.wire.WireFormat;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;

/** Asks a service which model to ask for, where nobody has named one: most serve only one. */
public final class FirstModel {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final byte[] NO_BODY = {};

    private FirstModel() {}

    /**
     * Returns the first model that the service lists; nothing where it lists none, or cannot be asked. Why it cannot is
     * found out by the run itself.
     */
    public static Optional<String> of(Target target, WireFormat format, Timeouts timeouts) throws InterruptedException {
        byte[] request = RequestEncoder.forModels(target, format).encode(0, NO_BODY);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (Client client = Client.open(target, format, timeouts, 1, NanoClock.SYSTEM)) {
            Exchange answered = new Preflight(client.loops().get(0))
                    .send(new PreparedRequest(0, true, 0, 0, 1, 0, request), () -> System.nanoTime() - deadline > 0);
            return answered.succeeded() ? answered.firstModel() : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
