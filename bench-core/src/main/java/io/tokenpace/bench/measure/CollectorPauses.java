package io.tokenpace.bench.measure;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * Listens for the pauses of the garbage collector. Collectors that work beside the program tell of cycles, too, which stop
 * nothing.
 */
final class CollectorPauses implements AutoCloseable {
    private final AtomicLong longestMillis = new AtomicLong();
    private final NotificationListener listener = (notification, handback) -> note(notification);
    private final List<NotificationEmitter> emitters;

    CollectorPauses() {
        emitters = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(CollectorPauses::stopsTheProgram)
                .filter(NotificationEmitter.class::isInstance)
                .map(NotificationEmitter.class::cast)
                .toList();
        emitters.forEach(emitter -> emitter.addNotificationListener(listener, null, null));
    }

    private static boolean stopsTheProgram(GarbageCollectorMXBean collector) {
        String name = collector.getName();
        return !name.contains("Concurrent") && !name.contains("Cycles");
    }

    /** Returns the longest pause since the last call. */
    long takeLongestMillis() {
        return longestMillis.getAndSet(0);
    }

    private void note(Notification notification) {
        if (notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            note(GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())
                    .getGcInfo()
                    .getDuration());
        }
    }

    private void note(long pauseMillis) {
        longestMillis.accumulateAndGet(pauseMillis, Math::max);
    }

    @Override
    public void close() {
        for (NotificationEmitter emitter : emitters) {
            try {
                emitter.removeNotificationListener(listener);
            } catch (ListenerNotFoundException e) {
                throw new IllegalStateException("a listener that was added has gone", e);
            }
        }
    }
}
