package io.tokenpace.mock.ceiling;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tokenpace.mock.MockOptions;
import io.tokenpace.mock.MockServer;
import io.tokenpace.mock.profile.Profiles;
import io.tokenpace.mock.truth.EventTimes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * A server in a process of its own, which measures itself when it is told to on its standard input.
 *
 * <p>{@code begin} and {@code end} frame a span, whose figures are printed in one line; {@code memory} prints the bytes
 * in use after a collection; {@code flushes ID…} prints how many events
 * shared a flush in those answers, and how late they were flushed.
 */
final class MeasuredServer {
    /** What an answer begins with, for a JVM may have things of its own to say. */
    static final String ANSWER = "measured: ";

    private static final long HIGHEST_NANOS = 3_600_000_000_000L;

    private MeasuredServer() {}

    /** Takes a profile's name or path. */
    public static void main(String[] args) throws IOException {
        MockOptions options = MockOptions.of(Profiles.load(args[0])).withLoops(1);
        MockServer.rehearse(options);
        try (MockServer server = MockServer.start(options);
                BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            say(server.uri().toString());
            Counters begin = Counters.of(server);
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                List<String> words = List.of(line.split(" "));
                switch (words.get(0)) {
                    case "begin" -> {
                        begin = Counters.of(server);
                        say("begun");
                    }
                    case "end" -> say(Counters.of(server).since(begin));
                    case "memory" -> say(Long.toString(Counters.bytesInUse()));
                    case "flushes" -> say(flushes(server, words.subList(1, words.size())));
                    default -> throw new IllegalArgumentException("command (" + line + ") must be known");
                }
            }
        }
    }

    private static void say(String answer) {
        System.out.println(ANSWER + answer);
    }

    private static String flushes(MockServer server, List<String> requestIds) {
        Histogram late = new Histogram(HIGHEST_NANOS, 3);
        long flushes = 0;
        for (String id : requestIds) {
            EventTimes events = server.truth(id).orElseThrow().events();
            long last = Long.MIN_VALUE;
            for (int event = 0; event < events.flushed(); event++) {
                long flushedNanos = events.flushedNanos(event);
                late.recordValue(flushedNanos - events.scheduledNanos(event));
                flushes += flushedNanos == last ? 0 : 1;
                last = flushedNanos;
            }
        }
        return String.format(
                Locale.ROOT,
                "%.2f events a flush in the latest %d answers, flushed late by %s",
                (double) late.getTotalCount() / flushes,
                requestIds.size(),
                Figures.percentiles(late));
    }
}
