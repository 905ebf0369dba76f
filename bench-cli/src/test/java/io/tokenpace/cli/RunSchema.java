package io.tokenpace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tokenpace.bench.folder.RunFolder;
import java.io.IOException;
import java.io.InputStream;
import tools.jackson.databind.JsonNode;

/** The schema of {@code run.json} that ships. */
final class RunSchema {
    private RunSchema() {}

    static void assertHolds(JsonNode run) throws IOException {
        try (InputStream text = RunFolder.class.getResourceAsStream("run.schema.json")) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(text)
                            .validate(run))
                    .isEmpty();
        }
    }
}
