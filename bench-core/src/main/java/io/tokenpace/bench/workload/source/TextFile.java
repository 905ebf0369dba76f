package io.tokenpace.bench.workload.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** A UTF-8 text file that can be read again and again. Gzip and a byte order mark are seen through, by content. */
public final class TextFile {
    private static final int BUFFER = 1 << 16;
    private static final int MOST_CHARS = 500;
    private static final byte[] GZIP = {0x1F, (byte) 0x8B};
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] UTF_16_BIG = {(byte) 0xFE, (byte) 0xFF};
    private static final byte[] UTF_16_LITTLE = {(byte) 0xFF, (byte) 0xFE};

    private final String name;
    private final Content content;

    /** Where the bytes come from. */
    @FunctionalInterface
    public interface Content {
        /** Opens the content at its beginning. */
        InputStream open() throws IOException;
    }

    /** @param name what the file is called in messages */
    public TextFile(String name, Content content) {
        this.name = name;
        this.content = content;
    }

    /** Returns the file at a path. It must be a regular one, since a pipe cannot be read again. */
    public static TextFile at(Path path) {
        TextFile file = new TextFile(path.toString(), () -> Files.newInputStream(path));
        if (!Files.exists(path)) {
            throw file.refusal("does not exist");
        }
        if (!Files.isRegularFile(path)) {
            throw file.refusal("must be a regular file");
        }
        return file;
    }

    /**
     * Opens the file at its beginning.
     *
     * @throws DataException if it cannot be read
     */
    public Excerpts excerpts() {
        try {
            InputStream raw = content.open();
            try {
                return Excerpts.of(text(raw));
            } catch (IOException | RuntimeException e) {
                raw.close();
                throw e;
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private InputStream text(InputStream raw) throws IOException {
        InputStream plain = new BufferedInputStream(raw, BUFFER);
        if (beginsWith(plain, GZIP)) {
            plain = new BufferedInputStream(new GZIPInputStream(plain, BUFFER), BUFFER);
        }
        if (beginsWith(plain, UTF_16_BIG) || beginsWith(plain, UTF_16_LITTLE)) {
            throw refusal("is UTF-16 text; it must be UTF-8");
        }
        if (beginsWith(plain, UTF_8_MARK)) {
            plain.skipNBytes(UTF_8_MARK.length);
        }
        return plain;
    }

    private static boolean beginsWith(InputStream in, byte[] mark) throws IOException {
        in.mark(mark.length);
        byte[] beginning = in.readNBytes(mark.length);
        in.reset();
        return Arrays.equals(beginning, mark);
    }

    /** Says why the file as a whole cannot serve. */
    public DataException refusal(String rule) {
        return new DataException(name + ": " + onOneLine(rule));
    }

    /** Says why a line of the file cannot serve. */
    public DataException refusal(long line, String rule) {
        return new DataException(name + ":" + line + ": " + onOneLine(rule));
    }

    /** Rules quote the file, which may hold anything. */
    private static String onOneLine(String rule) {
        String clipped = rule.length() > MOST_CHARS ? rule.substring(0, MOST_CHARS) + "…" : rule;
        return clipped.replaceAll("\\p{Cntrl}", " ");
    }

    DataException unreadable(IOException e) {
        return new DataException(name + ": cannot be read to its end: " + e.getMessage(), e);
    }
}
