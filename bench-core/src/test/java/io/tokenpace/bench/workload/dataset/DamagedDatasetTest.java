package io.tokenpace.bench.workload.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.workload.source.BrokenLines;
import io.tokenpace.bench.workload.source.Contents;
import io.tokenpace.bench.workload.source.DataException;
import io.tokenpace.bench.workload.source.TextFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedDatasetTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"prompt\":\"aé\",\"max_tokens\":64}\n{\"prompt\":\"b\"}\n",
                "[{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"a\"}]}]},\n{\"messages\":[]}]",
                "[{\"id\":1,\"conversations\":[{\"from\":\"human\",\"value\":\"\\ud83d\\ude00\"}]}]"
            })
    void shouldEndWithSamplesOrOneLineThatSaysWhyWhicheverByteIsDamaged(String text) {
        Contents.damaged(text).forEach(bytes -> {
            for (BrokenLines policy : BrokenLines.values()) {
                readOnce(Contents.file("f", bytes), policy);
            }
        });
    }

    private static void readOnce(TextFile file, BrokenLines policy) {
        try (Dataset dataset = Datasets.open(file, policy)) {
            while (dataset.passes() == 0) {
                assertThat(dataset.next().turns()).isNotEmpty();
            }
        } catch (DataException e) {
            assertThat(e).hasMessageMatching("f(:[1-4])?: .+");
        }
    }
}
