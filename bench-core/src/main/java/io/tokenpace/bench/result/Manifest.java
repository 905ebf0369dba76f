package io.tokenpace.bench.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What it takes to run it again.
 *
 * @param version of Tokenpace
 * @param command as it was given
 * @param options after defaults, by their long names
 * @param seed from which prompts and arrivals are drawn
 * @param workloadDigest the same for runs that ask the same, seed left out
 * @param target where the load went
 * @param start in UTC
 * @param machine what the client ran on
 * @param mockProfile the whole text of the embedded mock's profile, where that was measured
 */
public record Manifest(
        String version,
        List<String> command,
        Map<String, String> options,
        long seed,
        String workloadDigest,
        String target,
        String api,
        String model,
        String start,
        Machine machine,
        Optional<String> mockProfile) {
    public Manifest {
        command = List.copyOf(command);
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /**
     * What the client ran on.
     *
     * @param os its system, with the version of the kernel
     * @param cpu the model of its processors
     * @param cpus how many of them the client may use
     * @param clockResolutionNs the smallest step in which the monotonic clock was seen to go on
     */
    public record Machine(String jvm, List<String> jvmFlags, String os, String cpu, int cpus, long clockResolutionNs) {
        public Machine {
            jvmFlags = List.copyOf(jvmFlags);
        }
    }
}
