package io.tokenpace.bench.folder;

import static io.tokenpace.bench.result.CalibrationSamples.MACHINE;
import static io.tokenpace.bench.result.CalibrationSamples.sample;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tokenpace.bench.result.CalibrationMachine;
import io.tokenpace.bench.result.CalibrationResult;
import io.tokenpace.bench.result.CalibrationSamples;
import io.tokenpace.bench.result.CalibrationStep;
import io.tokenpace.bench.result.ErrorTail;
import io.tokenpace.bench.result.Tail;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class CalibrationFileTest {
    @TempDir
    private Path temporary;

    private CalibrationFile file;

    @BeforeEach
    void placeBelowAFolderThatIsNotThere() {
        file = new CalibrationFile(temporary.resolve("cache/calibration.json"));
    }

    /** A step of which next to nothing is known. */
    private static CalibrationStep empty() {
        return new CalibrationStep(
                1,
                false,
                Optional.of("no request succeeded"),
                2,
                true,
                0,
                0,
                0,
                0,
                0,
                ErrorTail.NONE,
                ErrorTail.NONE,
                ErrorTail.NONE,
                ErrorTail.NONE,
                ErrorTail.NONE,
                Tail.NONE,
                Tail.NONE,
                Tail.NONE,
                new CalibrationStep.Cpu(OptionalDouble.empty(), OptionalDouble.empty()),
                Optional.empty());
    }

    @Test
    void shouldReadWhatItWrote() throws IOException {
        file.write(sample());
        assertThat(file.readFor(MACHINE)).contains(sample());
    }

    @Test
    void shouldReadAStepOfWhichNothingIsKnown() throws IOException {
        CalibrationResult calibration = CalibrationSamples.of(empty());
        file.write(calibration);
        assertThat(file.readFor(MACHINE)).contains(calibration);
    }

    @Test
    void shouldReplaceWhatWasThere() throws IOException {
        file.write(sample());
        file.write(CalibrationSamples.of(CalibrationSamples.step(7, true, 1)));
        assertThat(file.readFor(MACHINE).orElseThrow().steps()).hasSize(1);
    }

    @Test
    void shouldHaveNothingForAnotherMachineOrJava() throws IOException {
        file.write(sample());
        assertThat(file.readFor(new CalibrationMachine("Abacus 8", 4, "Linux 6.1", "17.0.1+12")))
                .isEmpty();
        assertThat(file.readFor(new CalibrationMachine("Abacus 9", 8, "Linux 6.1", "17.0.1+12")))
                .isEmpty();
        assertThat(file.readFor(new CalibrationMachine("Abacus 9", 4, "Linux 6.2", "17.0.1+12")))
                .isEmpty();
        assertThat(file.readFor(new CalibrationMachine("Abacus 9", 4, "Linux 6.1", "25+36")))
                .isEmpty();
    }

    @Test
    void shouldHaveNothingWhereThereIsNoFileOrAnotherOne() throws IOException {
        assertThat(file.readFor(MACHINE)).isEmpty();
        Files.createDirectories(file.path().getParent());
        Files.writeString(file.path(), "{\"schema\": \"tokenpace.cal");
        assertThat(file.readFor(MACHINE)).isEmpty();
        Files.writeString(file.path(), "{\"schema\": \"tokenpace.calibration/2\"}");
        assertThat(file.readFor(MACHINE)).isEmpty();
        Files.writeString(file.path(), "[]");
        assertThat(file.readFor(MACHINE)).isEmpty();
        Files.writeString(file.path(), "null");
        assertThat(file.readFor(MACHINE)).isEmpty();
    }

    @Test
    void shouldPassOverKeysItDoesNotKnow() throws IOException {
        file.write(sample());
        String text = Files.readString(file.path());
        Files.writeString(file.path(), text.replaceFirst("\\{", "{\"from_the_future\": 1,"));
        assertThat(file.readFor(MACHINE)).contains(sample());
    }

    @Test
    void shouldKeepToItsSchema() throws IOException {
        try (InputStream text = CalibrationFile.class.getResourceAsStream("calibration.schema.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text);
            for (CalibrationResult calibration :
                    new CalibrationResult[] {sample(), CalibrationSamples.of(empty()), CalibrationSamples.of()}) {
                file.write(calibration);
                assertThat(schema.validate(new JsonMapper().readTree(Files.readAllBytes(file.path()))))
                        .isEmpty();
            }
        }
    }
}
