package io.tokenpace.bench.workload.dataset;

import io.tokenpace.bench.workload.source.BrokenLineException;
import io.tokenpace.bench.workload.source.BrokenLines;
import io.tokenpace.bench.workload.source.DataException;
import io.tokenpace.bench.workload.source.Excerpt;
import io.tokenpace.bench.workload.source.JsonReader;
import io.tokenpace.bench.workload.source.Reading;
import io.tokenpace.bench.workload.source.TextFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Opens datasets. The format is recognised by content: by the first object that is whole, whether it is a line or an
 * element of one array.
 */
public final class Datasets {
    private static final int SHOWN = 8;

    private Datasets() {}

    /** Opens a file that must have no broken line. */
    public static Dataset open(Path path) {
        return open(path, BrokenLines.FATAL);
    }

    /**
     * Opens a file.
     *
     * @throws DataException if it cannot be read or is in no known format
     */
    public static Dataset open(Path path, BrokenLines policy) {
        return open(TextFile.at(path), policy);
    }

    static Dataset open(TextFile file, BrokenLines policy) {
        return new Dataset(file, Reading.first(file, excerpt -> format(file, excerpt)), policy);
    }

    private static DatasetFormat format(TextFile file, Excerpt excerpt) throws BrokenLineException {
        List<String> names = JsonReader.names(excerpt);
        List<DatasetFormat> formats = Arrays.stream(DatasetFormat.values())
                .filter(format -> names.contains(format.key()))
                .toList();
        if (formats.size() != 1) {
            List<String> shown = names.subList(0, Math.min(SHOWN, names.size()));
            throw file.refusal(
                    excerpt.line(), "members " + shown + " must include one of prompt, messages and conversations");
        }
        return formats.get(0);
    }
}
