package io.tokenpace.bench.run;

import io.tokenpace.bench.client.ClientLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Opens the connections that are to wait for a load. Those that cannot be opened are for its requests to find out. */
final class Openings {
    private static final long STEP_MILLIS = 20;

    private final List<ClientLoop> loops;
    private final BooleanSupplier interrupted;

    /** Spreads them over loops, until somebody interrupts the run. */
    Openings(List<ClientLoop> loops, BooleanSupplier interrupted) {
        this.loops = loops;
        this.interrupted = interrupted;
    }

    /** Opens so many, and returns what a reader should know if not all of them could be. */
    Optional<String> open(int connections) throws InterruptedException {
        if (connections == 0) {
            return Optional.empty();
        }
        List<CompletableFuture<List<String>>> openings = new ArrayList<>();
        for (int i = 0; i < loops.size(); i++) {
            ClientLoop loop = loops.get(i);
            int share = Shares.of(connections, loops.size(), i);
            openings.add(CompletableFuture.supplyAsync(() -> loop.openAhead(share), loop)
                    .thenCompose(Function.identity()));
        }
        List<String> unopened = new ArrayList<>();
        for (CompletableFuture<List<String>> opening : openings) {
            while (!interrupted.getAsBoolean() && !opening.isDone()) {
                Thread.sleep(STEP_MILLIS);
            }
            unopened.addAll(opening.getNow(List.of()));
        }
        return unopened.isEmpty()
                ? Optional.empty()
                : Optional.of(unopened.size() + " of " + connections
                        + " connections could not be opened before the load: " + unopened.get(0));
    }
}
