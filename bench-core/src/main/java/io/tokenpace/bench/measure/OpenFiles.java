package io.tokenpace.bench.measure;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * How many files and sockets this process holds open.
 *
 * @param most it may hold; 0 where the system does not tell
 */
record OpenFiles(long count, long most) {
    static final OpenFiles UNKNOWN = new OpenFiles(0, 0);

    static OpenFiles now() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? new OpenFiles(system.getOpenFileDescriptorCount(), system.getMaxFileDescriptorCount())
                : UNKNOWN;
    }
}
