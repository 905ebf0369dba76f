package io.tokenpace.bench.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        Machine machine) {
    public Manifest {
        command = List.copyOf(command);
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** What the client ran on. */
    public record Machine(String jvm, List<String> jvmFlags, String os, int cpus) {
        public Machine {
            jvmFlags = List.copyOf(jvmFlags);
        }
    }
}
