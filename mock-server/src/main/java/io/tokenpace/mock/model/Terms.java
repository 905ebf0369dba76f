package io.tokenpace.mock.model;

import io.tokenpace.mock.draw.DrawStream;
import io.tokenpace.mock.draw.Purpose;

/**
 * What the parts of one answer take: the draws of a request, settled when it arrives.
 *
 * @param tokenNanos mean time from one token to the next, with a fraction
 */
public record Terms(long networkNanos, long queueNanos, long prefillNanos, double tokenNanos) {
    static Terms draw(ServiceParameters service, Demand demand) {
        long key = demand.key().bits();
        double network = DrawStream.of(key, Purpose.NETWORK).uniform(0);
        double queue = DrawStream.of(key, Purpose.QUEUE).uniform(0);
        double pace = DrawStream.of(key, Purpose.PACE).uniform(0);
        return new Terms(
                Math.round(service.networkNanos().quantile(network)),
                Math.round(service.queueNanos().quantile(queue)),
                service.prefill()
                        .nanos(demand.promptTokens(), demand.cachedTokens(), DrawStream.of(key, Purpose.PREFILL)),
                service.decode().pace().tokenNanos(pace));
    }
}
