package io.tokenpace.mock.truth;

import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Makes generators of JSON values in a line each, which leave the flushing and closing of their writer to others. */
final class JsonLines {
    private JsonLines() {}

    static JsonGenerator generator(Writer out) {
        return JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
                .rootValueSeparator("")
                .build()
                .createGenerator(ObjectWriteContext.empty(), out);
    }
}
