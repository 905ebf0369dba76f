package io.tokenpace.bench.measure;

import io.tokenpace.bench.client.ContentSpan;
import io.tokenpace.bench.client.Exchange;
import io.tokenpace.bench.client.PreparedRequest;
import io.tokenpace.bench.result.Outcome;
import io.tokenpace.bench.result.RequestRecord;
import io.tokenpace.bench.result.ServiceHeaders;
import io.tokenpace.bench.result.Stamps;
import io.tokenpace.bench.result.StreamedContent;
import java.util.Map;

/** Turns a finished exchange into the record that outlives it. */
public final class RequestRecords {
    private RequestRecords() {}

    /**
     * Returns the record of an exchange.
     *
     * @param exchange one that has ended
     * @param startNanos the start of the run, from which the record's stamps count
     */
    public static RequestRecord of(Exchange exchange, long startNanos) {
        PreparedRequest request = exchange.request();
        return new RequestRecord(
                request.index(),
                request.warmup(),
                request.cell(),
                request.turn(),
                request.promptTokens(),
                request.maxTokens(),
                outcome(exchange),
                exchange.error(),
                exchange.errorText(),
                exchange.status(),
                headers(exchange),
                staleConnections(exchange),
                stamps(exchange, startNanos),
                exchange.usage(),
                exchange.stopReason(),
                streamed(exchange.content()),
                streamed(exchange.visible()),
                exchange.longestGapNanos(),
                Attempts.of(exchange, startNanos));
    }

    private static int staleConnections(Exchange exchange) {
        return exchange.staleConnections()
                + exchange.before().map(RequestRecords::staleConnections).orElse(0);
    }

    private static Outcome outcome(Exchange exchange) {
        if (exchange.cancelled()) {
            return Outcome.INCOMPLETE;
        }
        return exchange.succeeded() ? Outcome.SUCCEEDED : Outcome.FAILED;
    }

    /** Limits explain failures; of answers that were good they would fill the folder. */
    static ServiceHeaders headers(Exchange exchange) {
        return new ServiceHeaders(
                exchange.headers().requestId(),
                exchange.error().isEmpty() ? Map.of() : exchange.headers().limits());
    }

    private static Stamps stamps(Exchange exchange, long start) {
        return new Stamps(
                since(start, exchange.intendedNanos()),
                since(start, Attempts.first(exchange).startedNanos()),
                since(start, exchange.connectBeganNanos()),
                since(start, exchange.connectedNanos()),
                since(start, exchange.tlsDoneNanos()),
                since(start, exchange.sentNanos()),
                since(start, exchange.writtenNanos()),
                since(start, exchange.headNanos()),
                since(start, exchange.firstEventNanos()),
                since(start, exchange.thinkingNanos()),
                since(start, exchange.content().firstNanos()),
                since(start, exchange.visible().firstNanos()),
                since(start, exchange.firstTextNanos()),
                since(start, exchange.visible().lastNanos()),
                since(start, exchange.content().lastNanos()),
                since(start, exchange.endNanos()));
    }

    static long since(long startNanos, long nanos) {
        return nanos == Exchange.UNSET ? Stamps.UNKNOWN : nanos - startNanos;
    }

    private static StreamedContent streamed(ContentSpan span) {
        return new StreamedContent(span.events(), span.chars(), span.firstEvents(), span.firstChars());
    }
}
