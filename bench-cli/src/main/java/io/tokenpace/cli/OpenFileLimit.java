package io.tokenpace.cli;

import com.sun.management.UnixOperatingSystemMXBean;
import io.tokenpace.bench.schedule.LoadShape;
import java.lang.management.ManagementFactory;

/** Sees before a run that this process may open the sockets that a load needs: to run out midway would spoil the figures. */
final class OpenFileLimit {
    /** For jars, the run's folder, and whatever Java opens besides. */
    private static final long SPARE = 100;

    private final long most;

    /** @param most files and sockets that this process may open */
    OpenFileLimit(long most) {
        this.most = most;
    }

    /** Returns that of this process, which is as good as none where the system does not tell. */
    static OpenFileLimit ofProcess() {
        return new OpenFileLimit(
                ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                        ? system.getMaxFileDescriptorCount()
                        : Long.MAX_VALUE);
    }

    /**
     * Requires room for a load's connections. Of an open load that is not bounded nobody knows them.
     *
     * @param connections that are opened before
     * @param mock whether the service is in this process, too, and holds the other ends
     */
    void requireRoomFor(LoadShape load, int connections, boolean mock) {
        long room = (most - SPARE) / (mock ? 2 : 1);
        require("connections", connections, room);
        if (load instanceof LoadShape.Closed closed) {
            require("concurrency", closed.users(), room);
        } else {
            ((LoadShape.Timed) load).maxInFlight().ifPresent(places -> require("max-in-flight", places, room));
        }
    }

    private void require(String option, int connections, long room) {
        if (connections > room) {
            throw new IllegalArgumentException(option + " (" + connections + ") must be at most " + Math.max(0, room)
                    + " where a process may open " + most + " files and sockets; raise that limit with ulimit -n");
        }
    }
}
