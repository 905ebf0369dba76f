package io.tokenpace.mock.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SamplersTest {
    private final Samplers samplers = new Samplers();

    @Test
    void shouldShareOneSamplerBetweenEqualParameters() {
        assertThat(samplers.of(new Sampling(0.7, 0.9, 40))).isSameAs(samplers.of(new Sampling(0.7, 0.9, 40)));
        assertThat(samplers.of(new Sampling(0.7, 0.9, 41))).isNotSameAs(samplers.of(new Sampling(0.7, 0.9, 40)));
    }

    @Test
    void shouldForgetTheLongestUnused() {
        Sampler first = samplers.of(new Sampling(0.5, 1, 1));
        Sampler usual = samplers.of(Sampling.DEFAULT);
        for (int topK = 2; topK < 100; topK++) {
            samplers.of(new Sampling(0.5, 1, topK));
            assertThat(samplers.of(Sampling.DEFAULT)).isSameAs(usual);
        }
        assertThat(samplers.of(new Sampling(0.5, 1, 1))).isNotSameAs(first);
    }
}
