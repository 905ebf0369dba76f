package io.tokenpace.bench.result;

/**
 * What the client had of its machine in the window, beyond its own processor time.
 *
 * @param cores the machine's processors
 * @param usableCores of them, which this process may use
 * @param busyCores of them in use, by this process and everything else
 * @param waitedS time in which threads that stamp were ready to run, and something else had the processor
 * @param gcLongestMs the longest pause of the garbage collector
 * @param openFiles files and sockets open at the end of the window
 * @param mostOpenFiles that this process may open; 0 where the system does not tell
 */
public record MachineHealth(
        int cores,
        int usableCores,
        double busyCores,
        double waitedS,
        double gcLongestMs,
        long openFiles,
        long mostOpenFiles) {
    public static final MachineHealth UNKNOWN = new MachineHealth(0, 0, 0, 0, 0, 0, 0);
}
