package io.tokenpace.testing;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test class after which a Netty buffer was garbage that nobody had released.
 *
 * <p>Netty's detector only logs, and only once the collector has found the buffer. So the guard collects after each
 * class, waits until the collector has handed over what it found, and makes the detector look. It is registered for
 * every class through {@code META-INF/services}.
 */
public final class LeakGuard implements BeforeAllCallback, AfterAllCallback {
    private static final Queue<String> LEAKS = new ConcurrentLinkedQueue<>();
    private static final long COLLECTOR_PATIENCE_MILLIS = 10_000;

    /**
     * Makes Netty log through the JDK. The detector looks for leaks only where its logger is enabled, and a logging
     * facade without a provider, which some test dependency may bring along, is never enabled.
     */
    public LeakGuard() {
        InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        ByteBufUtil.setLeakListener((type, records) -> LEAKS.add(type + System.lineSeparator() + records));
    }

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        // What one collection found is handed over in no order, but wholly before what the next one finds.
        collectGarbage();
        collectGarbage();
        // The detector reports what the collector found when the next buffer is tracked.
        PooledByteBufAllocator.DEFAULT.directBuffer(1).release();
        List<String> leaks = new ArrayList<>(LEAKS);
        LEAKS.clear();
        if (!leaks.isEmpty()) {
            throw new AssertionError("buffers never released: " + leaks);
        }
    }

    private static void collectGarbage() throws InterruptedException {
        ReferenceQueue<Object> collected = new ReferenceQueue<>();
        PhantomReference<Object> sentinel = new PhantomReference<>(new Object(), collected);
        System.gc();
        if (collected.remove(COLLECTOR_PATIENCE_MILLIS) != sentinel) {
            throw new AssertionError("the garbage collector did not run within 10 s");
        }
    }
}
