package io.tokenpace.bench.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.wire.sse.SseListener;
import io.tokenpace.bench.wire.sse.SseStream;
import java.util.Optional;

/**
 * The last handler of a connection: it carries one exchange at a time, reads the answer's events into it and closes its
 * arrivals. An exchange ends with the arrival that brought its closing event; the connection is free again once the
 * HTTP body has ended as well.
 */
final class Connection extends ChannelInboundHandlerAdapter implements SseListener, ChannelFutureListener {
    /** A close that comes later than this after sending was not under way already: the service had the request. */
    private static final long STALE_NANOS = 1_000_000_000L;

    private final ClientLoop loop;
    private final Channel channel;
    private final ReadStamp stamp;
    private final AnswerDecoder decoder;
    private final SseStream events = new SseStream();
    private final ArrivalLog arrivals = new ArrivalLog();

    private Optional<Exchange> current = Optional.empty();
    private Refusal refusal = Refusal.NONE;
    private Optional<Ending> breach = Optional.empty();
    private int served;
    private boolean writing;
    private boolean informational;
    private boolean bodyEnded;
    private boolean keepAlive;
    private boolean draining;
    private boolean timerArmed;
    private Optional<Throwable> cause = Optional.empty();

    Connection(ClientLoop loop, Channel channel, ReadStamp stamp, AnswerDecoder decoder) {
        this.loop = loop;
        this.channel = channel;
        this.stamp = stamp;
        this.decoder = decoder;
    }

    /** Sends an exchange. The connection must be idle. */
    void send(Exchange exchange) {
        current = Optional.of(exchange);
        refusal = Refusal.NONE;
        bodyEnded = false;
        keepAlive = false;
        writing = true;
        stamp.forget();
        events.reset();
        long now = loop.now();
        exchange.sent(now, arrivals);
        loop.gauge().begin(now);
        channel.writeAndFlush(Unpooled.wrappedBuffer(exchange.request().bytes()))
                .addListener(this);
        armTimer();
    }

    /** Gives the exchange up, if there is one, and closes. */
    void abandon() {
        if (current.isPresent()) {
            giveUp(current.get(), Ending.cancelled());
        } else {
            channel.close();
        }
    }

    boolean isUsable() {
        return channel.isActive();
    }

    /** Closes if the end of the last body has not come yet. */
    void closeIfDraining() {
        if (draining) {
            channel.close();
        }
    }

    @Override
    public void operationComplete(ChannelFuture written) {
        writing = false;
        if (written.isSuccess()) {
            current.ifPresent(exchange -> exchange.written(loop.now()));
        } else if (cause.isEmpty()) {
            cause = Optional.of(written.cause());
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (bodyEnded) {
                // Nobody asked for this, so nothing that comes after it can be trusted.
                keepAlive = false;
            } else if (breach.isEmpty()) {
                read((HttpObject) message);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void read(HttpObject part) {
        if (part.decoderResult().isFailure()) {
            Throwable failure = part.decoderResult().cause();
            // A head that the end of the connection cut short is judged by how the connection ended.
            if (!(failure instanceof PrematureChannelClosureException)) {
                breach = malformed("not an HTTP answer: " + failure.getMessage());
            }
            return;
        }
        if (part instanceof HttpResponse head) {
            readHead(head);
        }
        if (part instanceof HttpContent content && !informational && current.isPresent()) {
            readContent(content.content());
        }
        if (part instanceof LastHttpContent) {
            bodyEnded = !informational;
            informational = false;
        }
    }

    private void readHead(HttpResponse head) {
        informational = head.status().codeClass() == HttpStatusClass.INFORMATIONAL
                && head.status().code() != HttpResponseStatus.SWITCHING_PROTOCOLS.code();
        if (informational) {
            return;
        }
        keepAlive = HttpUtil.isKeepAlive(head);
        refusal = Refusal.of(head);
        current.ifPresent(exchange -> exchange.head(stamp.nanos(), head.status().code()));
    }

    private void readContent(ByteBuf content) {
        if (refusal != Refusal.NONE) {
            refusal.add(content);
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

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (current.isEmpty()) {
            readBetweenExchanges();
            return;
        }
        Exchange exchange = current.get();
        if (bodyEnded && refusal == Refusal.NONE) {
            loop.eventReader().finish(events, this);
        }
        loop.countContent(exchange.arrival(stamp.nanos()));
        Optional<Ending> ending = ending(exchange);
        // No ifPresent: its lambda would be an object an arrival.
        if (ending.isPresent()) {
            conclude(exchange, ending.get());
        }
    }

    private void conclude(Exchange exchange, Ending ending) {
        finish(exchange, ending);
        if (bodyEnded) {
            releaseOrClose();
        } else if (exchange.succeeded() && breach.isEmpty()) {
            draining = true;
            loop.drain(this);
        } else {
            channel.close();
        }
        // Last, so that the next request of the same user finds this connection free.
        exchange.end();
    }

    private void readBetweenExchanges() {
        if (!draining || breach.isPresent()) {
            channel.close();
        } else if (bodyEnded) {
            draining = false;
            releaseOrClose();
        }
    }

    private void releaseOrClose() {
        if (keepAlive && !writing && !decoder.holdsBytes()) {
            loop.release(this);
        } else {
            channel.close();
        }
    }

    /** Returns how the exchange has ended, or nothing if it goes on. */
    private Optional<Ending> ending(Exchange exchange) {
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
        return bodyEnded ? Optional.of(cutShort()) : breach;
    }

    private Ending cutShort() {
        return cause.isPresent()
                ? Ending.lost(cause, true)
                : Ending.failed(ErrorKind.TRUNCATED, "the answer ended without its closing event");
    }

    private Ending refused() {
        String words = loop.answerReader().refusal(refusal.body());
        return Ending.failed(ErrorKind.ofStatus(refusal.status()), words);
    }

    private void finish(Exchange exchange, Ending ending) {
        current = Optional.empty();
        served++;
        ending.applyTo(exchange, loop.now());
        loop.gauge().end(exchange.endNanos());
    }

    /** Ends the exchange at once, outside the arrivals' rhythm, and closes. */
    private void giveUp(Exchange exchange, Ending ending) {
        finish(exchange, ending);
        channel.close();
        exchange.end();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable thrown) {
        cause = Optional.of(thrown);
        channel.close();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        loop.opened(this);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        loop.closed(this);
        if (current.isEmpty()) {
            return;
        }
        Exchange exchange = current.get();
        if (wasStale(exchange)) {
            current = Optional.empty();
            // Nobody served it here, so this connection was never busy with it.
            loop.gauge().end(exchange.sentNanos());
            exchange.staleConnection();
            loop.sendOnFreshConnection(exchange);
            return;
        }
        finish(exchange, refusal == Refusal.NONE ? Ending.lost(cause, stamp.anyRead()) : refused());
        exchange.end();
    }

    /** Returns whether the service had closed the connection, idle since an earlier exchange, before it was sent this one. */
    private boolean wasStale(Exchange exchange) {
        return served > 0 && !stamp.anyRead() && loop.now() - exchange.sentNanos() < STALE_NANOS;
    }

    private void armTimer() {
        if (!timerArmed) {
            timerArmed = true;
            loop.schedule(this::checkTime, loop.deadlines().intervalNanos());
        }
    }

    private void checkTime() {
        timerArmed = false;
        if (current.isEmpty()) {
            return;
        }
        Exchange exchange = current.get();
        Optional<ErrorKind> passed = loop.deadlines().passed(exchange, loop.now());
        if (passed.isPresent()) {
            Ending late = Ending.failed(passed.get(), loop.deadlines().describe(passed.get()));
            giveUp(exchange, refusal == Refusal.NONE ? late : refused());
        } else {
            timerArmed = true;
            loop.schedule(this::checkTime, loop.deadlines().nextCheckNanos(exchange, loop.now()));
        }
    }
}
