package io.tokenpace.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;

/** A trace in Azure's form: independent arrivals at 1,000 a second, of small prompts and short answers. */
final class GeneratedTrace {
    static final int PER_SECOND = 1_000;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS'+00:00'");
    private static final LocalDateTime START = LocalDateTime.of(2024, 5, 12, 0, 0);
    private static final int MOST_PROMPT_TOKENS = 64;
    private static final int MOST_ANSWER_TOKENS = 8;

    private GeneratedTrace() {}

    static Path write(Path file, int requests) throws IOException {
        SplittableRandom random = new SplittableRandom(requests);
        double seconds = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("TIMESTAMP,ContextTokens,GeneratedTokens\n");
            for (int i = 0; i < requests; i++) {
                out.write(TIME.format(START.plusNanos(Math.round(seconds * 1e9))));
                out.write("," + random.nextInt(1, MOST_PROMPT_TOKENS + 1));
                out.write("," + random.nextInt(1, MOST_ANSWER_TOKENS + 1) + "\n");
                seconds -= Math.log(1 - random.nextDouble()) / PER_SECOND;
            }
        }
        return file;
    }
}
