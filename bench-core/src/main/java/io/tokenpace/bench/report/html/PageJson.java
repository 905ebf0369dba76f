package io.tokenpace.bench.report.html;

import io.tokenpace.bench.folder.Json;
import java.io.OutputStream;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;

/** Writes JSON that may stand inside a script element of a page. */
final class PageJson {
    private static final ObjectWriter WRITER =
            Json.writer().with(new HtmlEscapes()).without(StreamWriteFeature.AUTO_CLOSE_TARGET);

    private PageJson() {}

    /** Writes a document and leaves the stream open. */
    static void write(Object document, OutputStream out) {
        WRITER.writeValue(out, document);
    }

    /** Returns how many bytes a document takes. */
    static int bytes(Object document) {
        return WRITER.writeValueAsBytes(document).length;
    }
}
