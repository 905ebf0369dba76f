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
        if (!(ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system)) {
            return UNKNOWN;
        }
        long most = system.getMaxFileDescriptorCount();
        try {
            return new OpenFiles(system.getOpenFileDescriptorCount(), most);
        } catch (InternalError e) {
            // To count them takes a file.
            return new OpenFiles(most, most);
        }
    }
}
