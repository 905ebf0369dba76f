package io.tokenpace.mock.http;

import io.netty.channel.IoHandle;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerContext;
import io.netty.channel.IoRegistration;
import java.util.Optional;

/**
 * Drives the sockets of one event loop, and does what is due there: it waits for the sockets no longer than until then.
 *
 * <p>A task scheduled on the loop would do as well, but each is an object of its own, and moving one forward means to
 * cancel it and schedule another. Here the agenda is only asked. Whatever changes it runs on the loop and so outside of
 * the wait, or wakes the loop to do so; the next wait asks again.
 */
final class PunctualIoHandler implements IoHandler {
    private final IoHandler sockets;
    private final Agenda agenda;
    private Optional<BoundedWait> wait = Optional.empty();

    PunctualIoHandler(IoHandler sockets, Agenda agenda) {
        this.sockets = sockets;
        this.agenda = agenda;
    }

    @Override
    public int run(IoHandlerContext context) {
        if (wait.isEmpty()) {
            // A loop passes the same context every time.
            wait = Optional.of(new BoundedWait(context, agenda, System::nanoTime));
        }
        int handled = sockets.run(wait.orElseThrow());
        agenda.playDue(System.nanoTime());
        return handled;
    }

    @Override
    public void initialize() {
        sockets.initialize();
    }

    @Override
    public void prepareToDestroy() {
        sockets.prepareToDestroy();
    }

    @Override
    public void destroy() {
        sockets.destroy();
    }

    @Override
    public IoRegistration register(IoHandle handle) throws Exception {
        return sockets.register(handle);
    }

    @Override
    public void wakeup() {
        sockets.wakeup();
    }

    @Override
    public boolean isCompatible(Class<? extends IoHandle> handleType) {
        return sockets.isCompatible(handleType);
    }
}
