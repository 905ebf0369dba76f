package io.tokenpace.bench.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.wire.http.AnswerDecoder;
import java.util.Optional;
import java.util.concurrent.Future;

/**
 * The last handler of a connection: it carries one exchange at a time, has what comes taken apart for the intake of
 * answers, and closes its arrivals. An exchange ends with the arrival that brought its closing event; the connection is free again
 * once the HTTP body has ended as well.
 */
final class Connection extends ChannelInboundHandlerAdapter implements ChannelFutureListener {
    /** A close that comes later than this after sending was not under way already: the service had the request. */
    private static final long STALE_NANOS = 1_000_000_000L;

    private final ClientLoop loop;
    private final Channel channel;
    private final ReadStamp stamp;
    private final AnswerDecoder decoder;
    private final AnswerIntake intake;
    private final ArrivalLog arrivals = new ArrivalLog();

    private Optional<Exchange> current = Optional.empty();
    private boolean hasWaited;
    private boolean writing;
    private boolean draining;
    private Optional<Future<?>> timer = Optional.empty();
    private Optional<Throwable> cause = Optional.empty();

    Connection(ClientLoop loop, Channel channel, ReadStamp stamp) {
        this.loop = loop;
        this.channel = channel;
        this.stamp = stamp;
        this.intake = new AnswerIntake(loop, stamp);
        this.decoder = new AnswerDecoder(intake, AnswerHeaders::tells);
    }

    /** Sends an exchange. The connection must be idle. */
    void send(Exchange exchange) {
        current = Optional.of(exchange);
        writing = true;
        stamp.forget();
        intake.begin(exchange);
        decoder.begin();
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
        ByteBuf in = (ByteBuf) message;
        try {
            decoder.read(in);
        } finally {
            in.release();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        arrived();
    }

    /** Ends an arrival, and with it perhaps the exchange. */
    private void arrived() {
        if (current.isEmpty()) {
            readBetweenExchanges();
            return;
        }
        Exchange exchange = current.get();
        intake.arrived(exchange);
        Optional<Ending> ending = intake.ending(exchange, cause);
        // No ifPresent: its lambda would be an object an arrival.
        if (ending.isPresent()) {
            conclude(exchange, ending.get());
        }
    }

    private void conclude(Exchange exchange, Ending ending) {
        finish(exchange, ending);
        if (intake.bodyEnded()) {
            releaseOrClose();
        } else if (exchange.succeeded() && !intake.isBroken()) {
            draining = true;
            loop.drain(this);
        } else {
            channel.close();
        }
        // Last, so that the next request of the same user finds this connection free.
        exchange.end();
    }

    private void readBetweenExchanges() {
        if (!draining || intake.isBroken()) {
            channel.close();
        } else if (intake.bodyEnded()) {
            draining = false;
            releaseOrClose();
        }
    }

    private void releaseOrClose() {
        if (loop.keepsConnections() && intake.allowsAnother() && !writing && !decoder.hasSurplus()) {
            waitForUse();
        } else {
            channel.close();
        }
    }

    /** Stays open, idle, for whoever has something to send. */
    void waitForUse() {
        hasWaited = true;
        loop.release(this);
    }

    private void finish(Exchange exchange, Ending ending) {
        letGo();
        ending.applyTo(exchange, loop.now(), loop.secrets());
        loop.gauge().end(exchange.endNanos());
    }

    private void letGo() {
        current = Optional.empty();
        intake.forget();
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
    public void channelInactive(ChannelHandlerContext context) {
        if (decoder.close()) {
            arrived();
        }
        loop.closed(this);
        // Or the loop would hold what is closed until its time were up.
        timer.ifPresent(waiting -> waiting.cancel(false));
        if (current.isEmpty()) {
            return;
        }
        Exchange exchange = current.get();
        if (wasStale(exchange)) {
            letGo();
            // Nobody served it here, so this connection was never busy with it.
            loop.gauge().end(exchange.sentNanos());
            exchange.staleConnection();
            loop.sendOnFreshConnection(exchange);
            return;
        }
        finish(exchange, intake.orRefused(Ending.lost(cause, stamp.anyRead())));
        exchange.end();
    }

    /** Returns whether the service had closed the connection, which had been idle, before it was sent this request. */
    private boolean wasStale(Exchange exchange) {
        return hasWaited && !stamp.anyRead() && loop.now() - exchange.sentNanos() < STALE_NANOS;
    }

    private void armTimer() {
        if (timer.isEmpty()) {
            timer = Optional.of(loop.schedule(this::checkTime, loop.deadlines().intervalNanos()));
        }
    }

    private void checkTime() {
        timer = Optional.empty();
        if (current.isEmpty()) {
            return;
        }
        Exchange exchange = current.get();
        Optional<ErrorKind> passed = loop.deadlines().passed(exchange, loop.now());
        if (passed.isPresent()) {
            Ending late = Ending.failed(passed.get(), loop.deadlines().describe(passed.get()));
            giveUp(exchange, intake.orRefused(late));
        } else {
            timer = Optional.of(loop.schedule(this::checkTime, loop.deadlines().nextCheckNanos(exchange, loop.now())));
        }
    }
}
