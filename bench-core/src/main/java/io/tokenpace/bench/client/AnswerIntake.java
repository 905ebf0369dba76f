package io.tokenpace.bench.client;

import io.netty.buffer.ByteBuf;
import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.wire.http.AnswerHead;
import io.tokenpace.bench.wire.http.AnswerParts;
import io.tokenpace.bench.wire.sse.SseListener;
import io.tokenpace.bench.wire.sse.SseStream;
import java.util.Optional;

/**
 * Reads the answers of one connection, one at a time: it tells streams of events, whole documents and refusals apart,
 * brings what they say into the exchange, and knows how the answer has ended.
 */
final class AnswerIntake implements AnswerParts, SseListener {
    private static final int OK = 200;

    private final ClientLoop loop;
    private final ReadStamp stamp;
    private final SseStream events = new SseStream();
    private final WholeBody whole = new WholeBody();

    private Optional<Exchange> current = Optional.empty();
    private AnswerForm form = AnswerForm.UNTOLD;
    private Refusal refusal = Refusal.NONE;
    private Optional<Ending> breach = Optional.empty();
    private boolean bodyEnded;
    private boolean keepAlive;
    private boolean declaredStream;

    AnswerIntake(ClientLoop loop, ReadStamp stamp) {
        this.loop = loop;
        this.stamp = stamp;
    }

    /** Makes ready for the answer to an exchange. */
    void begin(Exchange exchange) {
        current = Optional.of(exchange);
        form = AnswerForm.UNTOLD;
        refusal = Refusal.NONE;
        bodyEnded = false;
        keepAlive = false;
        events.reset();
    }

    /** Lets go of the exchange, whose body may still go on. */
    void forget() {
        current = Optional.empty();
        whole.clear();
    }

    @Override
    public void head(AnswerHead head) {
        keepAlive = head.allowsAnother();
        declaredStream = head.isEventStream();
        refusal = head.status() == OK ? Refusal.NONE : Refusal.ofStatus(head.status());
        if (current.isPresent()) {
            current.get().head(stamp.nanos(), head.status(), AnswerHeaders.of(head.takeKeptLines()));
        }
    }

    @Override
    public void content(ByteBuf piece) {
        if (breach.isEmpty() && current.isPresent()) {
            readContent(piece);
        }
    }

    @Override
    public void end() {
        bodyEnded = breach.isEmpty();
    }

    @Override
    public void broken(String why) {
        if (breach.isEmpty()) {
            breach = malformed("not an HTTP answer: " + why);
        }
    }

    private void readContent(ByteBuf content) {
        if (refusal == Refusal.NONE && form == AnswerForm.UNTOLD) {
            form = AnswerForm.of(content);
            refusal = form == AnswerForm.PAGE ? Refusal.ofStatus(OK) : Refusal.NONE;
            if (form == AnswerForm.EVENTS && !declaredStream) {
                loop.countMisdeclaredStream();
            }
        }
        if (refusal != Refusal.NONE) {
            refusal.add(content);
        } else if (form == AnswerForm.WHOLE) {
            if (!whole.add(content)) {
                breach = malformed("an answer of more than " + WholeBody.MAX_BYTES + " bytes");
            }
        } else if (!loop.eventReader().read(content, events, this)) {
            breach = malformed("an event of more than " + ClientLoop.MAX_EVENT_BYTES + " bytes");
        }
    }

    @Override
    public void event(byte[] bytes, int offset, int length) {
        // An answer that has ended or failed is over, whatever else the buffer holds.
        if (current.isPresent()
                && !current.get().answer().ended()
                && current.get().answer().error().isEmpty()) {
            loop.answerReader().event(bytes, offset, length, current.get().answer());
        }
    }

    private static Optional<Ending> malformed(String text) {
        return Optional.of(Ending.failed(ErrorKind.MALFORMED, text));
    }

    /** Ends an arrival: stamps what it has brought. */
    void arrived(Exchange exchange) {
        if (form == AnswerForm.WHOLE) {
            arrivedWhole(exchange);
            return;
        }
        if (bodyEnded && refusal == Refusal.NONE && breach.isEmpty()) {
            loop.eventReader().finish(events, this);
        }
        loop.countContent(exchange.arrival(stamp.nanos()));
    }

    private void arrivedWhole(Exchange exchange) {
        if (bodyEnded && breach.isEmpty()) {
            loop.answerReader().whole(whole.bytes(), exchange.answer());
            loop.countContent(exchange.arrivedWhole(stamp.nanos()));
        } else {
            exchange.arrival(stamp.nanos());
        }
    }

    /**
     * Returns how the answer has ended, or nothing if it goes on.
     *
     * @param cause what the connection has met, if anything
     */
    Optional<Ending> ending(Exchange exchange, Optional<Throwable> cause) {
        if (refusal != Refusal.NONE) {
            return bodyEnded || breach.isPresent() || refusal.isFull() ? Optional.of(refused()) : Optional.empty();
        }
        Optional<ErrorKind> error = exchange.answer().error();
        if (error.isPresent()) {
            return Optional.of(Ending.failed(error.get(), exchange.answer().errorText()));
        }
        if (exchange.answer().ended()) {
            return Optional.of(Ending.good());
        }
        return breach.isEmpty() && bodyEnded ? Optional.of(cutShort(cause)) : breach;
    }

    private Ending cutShort(Optional<Throwable> cause) {
        if (cause.isPresent()) {
            return Ending.lost(cause, true);
        }
        return Ending.failed(
                ErrorKind.TRUNCATED,
                form == AnswerForm.WHOLE
                        ? "the answer ended in the middle"
                        : "the answer ended without its closing event");
    }

    /** Returns the ending of an exchange whose answer nobody waits for any more: the refusal, if it had begun to be one. */
    Ending orRefused(Ending otherwise) {
        return refusal == Refusal.NONE ? otherwise : refused();
    }

    private Ending refused() {
        String words = loop.answerReader().refusal(refusal.body());
        return Ending.failed(ErrorKind.ofStatus(refusal.status()), words);
    }

    boolean bodyEnded() {
        return bodyEnded;
    }

    /** Returns whether something came that the protocol does not allow; nothing is read after it. */
    boolean isBroken() {
        return breach.isPresent();
    }

    /** Returns whether another answer may follow on the same connection. */
    boolean allowsAnother() {
        return keepAlive && breach.isEmpty();
    }
}
