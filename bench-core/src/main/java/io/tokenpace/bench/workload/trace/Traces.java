package io.tokenpace.bench.workload.trace;

import io.tokenpace.bench.workload.source.Breakages;
import io.tokenpace.bench.workload.source.BrokenLineException;
import io.tokenpace.bench.workload.source.BrokenLines;
import io.tokenpace.bench.workload.source.DataException;
import io.tokenpace.bench.workload.source.Excerpt;
import io.tokenpace.bench.workload.source.JsonReader;
import io.tokenpace.bench.workload.source.Reading;
import io.tokenpace.bench.workload.source.TextFile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Opens traces. The format is recognised by content: by the header of a CSV file, or the members of the first object. */
public final class Traces {
    private static final int SHOWN = 8;

    private Traces() {}

    /** What the beginning of a file shows it to be. */
    private record Recognised(TraceFormat format, List<String> header) {}

    /** Opens a file that must have no broken line, to be replayed as it was recorded. */
    public static Trace open(Path path) {
        return open(path, BrokenLines.FATAL, Replay.asRecorded());
    }

    /**
     * Opens a file.
     *
     * @throws DataException if it cannot be read or is in no known format
     */
    public static Trace open(Path path, BrokenLines policy, Replay replay) {
        return open(TextFile.at(path), policy, replay);
    }

    static Trace open(TextFile file, BrokenLines policy, Replay replay) {
        Recognised recognised = Reading.first(file, excerpt -> recognise(file, excerpt));
        TraceFormat format = recognised.format();
        boolean csv = format != TraceFormat.MOONCAKE;
        Reading.ExcerptParser<Arrival> parser = csv ? new CsvParser(format, recognised.header()) : new MooncakeParser();
        Breakages breakages = new Breakages(file, policy);
        Reading<Arrival> reading = new Reading<>(file, new OrderedArrivals(parser), breakages);
        if (csv) {
            reading.skip();
        }
        return new Trace(file, format, replay, breakages, reading);
    }

    private static Recognised recognise(TextFile file, Excerpt excerpt) throws BrokenLineException {
        boolean object = excerpt.text().startsWith("{");
        List<String> names = object ? JsonReader.names(excerpt) : CsvFields.of(excerpt);
        List<TraceFormat> formats = Stream.of(TraceFormat.values())
                .filter(format -> object == (format == TraceFormat.MOONCAKE))
                .filter(format -> hasEachOnce(names, format))
                .toList();
        if (formats.size() != 1) {
            throw file.refusal(
                    excerpt.line(),
                    (object ? "members " : "columns ") + names.subList(0, Math.min(SHOWN, names.size()))
                            + " must be those of one format: Azure, BurstGPT or Mooncake");
        }
        return new Recognised(formats.get(0), names);
    }

    private static boolean hasEachOnce(List<String> names, TraceFormat format) {
        return Stream.of(format.time(), format.promptTokens(), format.answerTokens())
                .allMatch(wanted -> names.stream()
                                .filter(name -> CsvParser.folded(name).equals(CsvParser.folded(wanted)))
                                .count()
                        == 1);
    }
}
