package io.tokenpace.bench.report.html;

import io.tokenpace.bench.folder.SavedRun;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One page over one run or several, in one file that needs no network.
 *
 * <pre>{@code
 * try (OutputStream out = Files.newOutputStream(folder.resolve("report.html"))) {
 *     new HtmlReport(version, Clock.systemUTC()).write(List.of(SavedRun.open(folder)), out);
 * }
 * }</pre>
 */
public final class HtmlReport {
    /** What draws the charts; its version is the one that the build names. */
    static final String ECHARTS = "/META-INF/resources/_static/echarts/6.0.0/dist/echarts.min.js";

    private final String version;
    private final Clock clock;

    /**
     * Makes a report.
     *
     * @param version of Tokenpace
     * @param clock which tells when the page was written
     */
    public HtmlReport(String version, Clock clock) {
        this.version = version;
        this.clock = clock;
    }

    /**
     * Writes the page and leaves the stream open.
     *
     * @param runs in the order in which they are shown
     * @throws IllegalArgumentException if there are none, or more than one page has room for
     */
    public void write(List<SavedRun> runs, OutputStream out) throws IOException {
        PageData data = data(runs);
        new Template(text("report.html"))
                .write(
                        out,
                        Map.of(
                                "/*CSS*/", to -> copy("report.css", to),
                                "/*ECHARTS*/", to -> copy(ECHARTS, to),
                                "/*DATA*/", to -> PageJson.write(data, to),
                                "/*JS*/", HtmlReport::copyScripts));
    }

    private PageData data(List<SavedRun> runs) throws IOException {
        Limits limits = Limits.ofEach(runs.size());
        List<RunData> read = new ArrayList<>();
        for (SavedRun run : runs) {
            read.add(RunReader.read(run, limits));
        }
        Instant written = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new PageData(version, written.toString(), read);
    }

    /** The page's script is in several files, in the order of their list. */
    private static void copyScripts(OutputStream out) throws IOException {
        for (String name : text("scripts.txt").split("\\R", -1)) {
            if (!name.isBlank()) {
                copy(name, out);
            }
        }
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = open(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void copy(String resource, OutputStream out) throws IOException {
        try (InputStream in = open(resource)) {
            in.transferTo(out);
        }
    }

    private static InputStream open(String resource) throws IOException {
        InputStream in = HtmlReport.class.getResourceAsStream(resource);
        if (in == null) {
            throw new FileNotFoundException(resource + " is not on the class path");
        }
        return in;
    }
}
