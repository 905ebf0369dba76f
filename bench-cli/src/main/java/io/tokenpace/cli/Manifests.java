package io.tokenpace.cli;

import io.tokenpace.bench.client.UserInfo;
import io.tokenpace.bench.result.Manifest;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Gathers what it takes to repeat a run. */
final class Manifests {
    private static final int DIGEST_CHARS = 16;
    private static final int CLOCK_READINGS = 10_000;
    private static final String SECRET_OPTION = "--header";

    private Manifests() {}

    static Manifest.Machine machine() {
        return new Manifest.Machine(
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                ManagementFactory.getRuntimeMXBean().getInputArguments(),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                ThisMachine.processor(),
                Runtime.getRuntime().availableProcessors(),
                clockResolutionNanos());
    }

    private static long clockResolutionNanos() {
        long smallest = Long.MAX_VALUE;
        long last = System.nanoTime();
        for (int i = 0; i < CLOCK_READINGS; i++) {
            long now = System.nanoTime();
            smallest = now > last ? Math.min(smallest, now - last) : smallest;
            last = now;
        }
        return smallest;
    }

    /** Returns every option that has a value, given or by default, by its long name and as it would be typed. */
    static Map<String, String> options(ParseResult parsed) {
        Map<String, String> options = new LinkedHashMap<>();
        for (OptionSpec option : parsed.commandSpec().options()) {
            boolean secret = option.longestName().equals(SECRET_OPTION);
            String typed = option.originalStringValues().isEmpty()
                    ? option.defaultValueString()
                    : option.originalStringValues().stream()
                            .map(value -> secret ? nameAlone(value) : value)
                            .collect(Collectors.joining(","));
            if (typed != null && !option.usageHelp() && !option.versionHelp()) {
                options.put(option.longestName().replaceFirst("^-+", ""), UserInfo.hide(typed));
            }
        }
        return options;
    }

    /** Returns what was typed, but for what may be secret. */
    static List<String> command(ParseResult parsed) {
        List<String> typed = new ArrayList<>();
        boolean secret = false;
        for (String argument : parsed.originalArgs()) {
            if (argument.startsWith(SECRET_OPTION + "=")) {
                typed.add(SECRET_OPTION + "=" + nameAlone(argument.substring(SECRET_OPTION.length() + 1)));
            } else {
                typed.add(secret ? nameAlone(argument) : UserInfo.hide(argument));
            }
            secret = argument.equals(SECRET_OPTION);
        }
        return typed;
    }

    private static String nameAlone(String header) {
        return header.substring(0, Math.max(0, header.indexOf(':'))) + ": …";
    }

    /** Returns a digest of the parts of a workload's specification. */
    static String digest(Object... specification) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (Object part : specification) {
                sha256.update((part + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(sha256.digest()).substring(0, DIGEST_CHARS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
