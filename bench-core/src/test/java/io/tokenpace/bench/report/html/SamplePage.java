package io.tokenpace.bench.report.html;

import io.tokenpace.bench.folder.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The report page around a document, put together from its resources. */
final class SamplePage {
    private static final String ECHARTS = "/META-INF/resources/_static/echarts/6.0.0/dist/echarts.min.js";

    private SamplePage() {}

    /** Writes the page around a document into a folder. */
    static Path write(Path folder, String name, Map<String, Object> document) throws IOException {
        return Files.writeString(folder.resolve(name + ".html"), around(document));
    }

    private static String around(Map<String, Object> document) {
        return text("report.html")
                .replace("/*CSS*/", text("report.css"))
                .replace("/*JS*/", scripts())
                .replace("/*ECHARTS*/", text(ECHARTS))
                .replace("/*DATA*/", escaped(new String(Json.line(document), StandardCharsets.UTF_8)));
    }

    private static String scripts() {
        StringBuilder all = new StringBuilder();
        text("scripts.txt").lines().filter(name -> !name.isBlank()).forEach(name -> all.append(text(name)));
        return all.toString();
    }

    private static String escaped(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private static String text(String resource) {
        try (InputStream in = SamplePage.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource (" + resource + ") must be on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
