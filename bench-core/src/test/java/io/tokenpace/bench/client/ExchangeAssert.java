package io.tokenpace.bench.client;

import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.outcome.StopReason;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** What a test wants to know of an exchange that has ended. */
final class ExchangeAssert extends AbstractAssert<ExchangeAssert, Exchange> {
    private ExchangeAssert(Exchange exchange) {
        super(exchange, ExchangeAssert.class);
    }

    static ExchangeAssert assertThat(Exchange exchange) {
        return new ExchangeAssert(exchange);
    }

    ExchangeAssert succeeded() {
        Assertions.assertThat(actual.error())
                .as("failure, because of: %s", actual.errorText())
                .isEmpty();
        Assertions.assertThat(actual.succeeded()).isTrue();
        return this;
    }

    ExchangeAssert failedWith(ErrorKind kind) {
        Assertions.assertThat(actual.error())
                .as("failure: %s", actual.errorText())
                .isEqualTo(Optional.of(kind));
        Assertions.assertThat(actual.succeeded()).isFalse();
        Assertions.assertThat(actual.endNanos()).as("end").isGreaterThanOrEqualTo(actual.startedNanos());
        return this;
    }

    ExchangeAssert says(String words) {
        Assertions.assertThat(actual.errorText()).contains(words);
        return this;
    }

    ExchangeAssert hasStatus(int status) {
        Assertions.assertThat(actual.status()).as("status").isEqualTo(status);
        return this;
    }

    /** Holds that the whole of {@link DocumentedStreams#HELLO} was read, and nothing else. */
    ExchangeAssert readHello() {
        succeeded().hasStatus(200).hasContent(2, 6);
        Assertions.assertThat(actual.answer().events()).as("events").isEqualTo(DocumentedStreams.HELLO_EVENTS);
        Assertions.assertThat(actual.answer().usage().inputTokens()).isEqualTo(25);
        Assertions.assertThat(actual.answer().usage().outputTokens()).isEqualTo(15);
        Assertions.assertThat(actual.answer().stopReason()).isEqualTo(StopReason.END_TURN);
        return hasStampsInOrder();
    }

    ExchangeAssert hasContent(int events, int chars) {
        Assertions.assertThat(actual.content().events()).as("content events").isEqualTo(events);
        Assertions.assertThat(actual.content().chars()).as("content chars").isEqualTo(chars);
        return this;
    }

    ExchangeAssert hasStampsInOrder() {
        inOrder(
                "intended, started, sent, head, first event, first token, last token, end",
                actual.intendedNanos(),
                actual.startedNanos(),
                actual.sentNanos(),
                actual.headNanos(),
                actual.firstEventNanos(),
                actual.content().firstNanos(),
                actual.content().lastNanos(),
                actual.endNanos());
        inOrder("sent, written", actual.sentNanos(), actual.writtenNanos());
        return this;
    }

    ExchangeAssert openedItsConnection() {
        inOrder(
                "started, connecting, connected, sent",
                actual.startedNanos(),
                actual.connectBeganNanos(),
                actual.connectedNanos(),
                actual.sentNanos());
        return this;
    }

    ExchangeAssert openedAPrivateConnection() {
        inOrder(
                "connecting, connected, tls done, sent",
                actual.connectBeganNanos(),
                actual.connectedNanos(),
                actual.tlsDoneNanos(),
                actual.sentNanos());
        return this;
    }

    ExchangeAssert reusedAConnection() {
        Assertions.assertThat(actual.connectBeganNanos()).as("began to connect").isEqualTo(Exchange.UNSET);
        Assertions.assertThat(actual.connectedNanos()).as("connected").isEqualTo(Exchange.UNSET);
        return this;
    }

    ExchangeAssert metStaleConnections(int count) {
        Assertions.assertThat(actual.staleConnections()).as("stale connections").isEqualTo(count);
        return this;
    }

    private static void inOrder(String names, long... stamps) {
        Assertions.assertThat(stamps).as(names).doesNotContain(Exchange.UNSET).isSorted();
    }
}
