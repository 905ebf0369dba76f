package io.tokenpace.bench.run;

import io.tokenpace.bench.result.ClientHealth;
import io.tokenpace.bench.result.MachineHealth;
import io.tokenpace.bench.result.Tail;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** The health of several clients as that of one: what adds up is added, and of the rest the worst stands. */
final class MergedHealth {
    private final List<ClientHealth> clients;

    private MergedHealth(List<ClientHealth> clients) {
        this.clients = clients;
    }

    static ClientHealth of(List<ClientHealth> clients) {
        return new MergedHealth(clients).merged();
    }

    private ClientHealth merged() {
        return new ClientHealth(
                (int) count(ClientHealth::loops),
                worst(ClientHealth::windowS),
                worstTail(ClientHealth::sendLag),
                worstTail(ClientHealth::loopLag),
                clients.stream().flatMap(client -> client.loopLags().stream()).toList(),
                worstTail(ClientHealth::hiccup),
                sum(ClientHealth::cpuCores),
                worst(ClientHealth::cpuWithheld),
                worst(ClientHealth::gcPausesMs),
                sum(ClientHealth::inFlightS),
                sum(ClientHealth::overlapS),
                known(ClientHealth::concurrencyHeld, Double::sum),
                known(ClientHealth::arrivalsOnTime, Math::min),
                count(ClientHealth::emptyQueues),
                count(ClientHealth::staleConnections),
                count(ClientHealth::overflows),
                MachineHealth.UNKNOWN,
                Optional.empty(),
                Optional.empty());
    }

    private double sum(ToDoubleFunction<ClientHealth> figure) {
        return clients.stream().mapToDouble(figure).sum();
    }

    private long count(ToLongFunction<ClientHealth> figure) {
        return clients.stream().mapToLong(figure).sum();
    }

    private double worst(ToDoubleFunction<ClientHealth> figure) {
        return clients.stream().mapToDouble(figure).max().orElse(0);
    }

    private Tail worstTail(Function<ClientHealth, Tail> figure) {
        return clients.stream()
                .map(figure)
                .reduce(
                        Tail.NONE,
                        (a, b) -> new Tail(
                                a.count() + b.count(),
                                Math.max(a.p50(), b.p50()),
                                Math.max(a.p90(), b.p90()),
                                Math.max(a.p99(), b.p99()),
                                Math.max(a.max(), b.max())));
    }

    private OptionalDouble known(Function<ClientHealth, OptionalDouble> figure, BinaryOperator<Double> both) {
        return clients.stream()
                .map(figure)
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .reduce(both)
                .map(OptionalDouble::of)
                .orElseGet(OptionalDouble::empty);
    }
}
