package io.tokenpace.mock.text;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The samplers of the {@value #KEPT} sets of parameters that were used last.
 *
 * <p>Safe for use by several threads.
 */
public final class Samplers {
    private static final int KEPT = 64;

    private final Map<Sampling, Sampler> latest = new Latest();

    /** Prepares the sampler that nearly every request wants, so that no answer has to wait while it is worked out. */
    public Samplers() {
        of(Sampling.DEFAULT).prepare();
    }

    /** Returns the sampler for these parameters. */
    public Sampler of(Sampling sampling) {
        synchronized (latest) {
            return latest.computeIfAbsent(sampling, Sampler::new);
        }
    }

    /** The sets used last, the longest unused first. */
    private static final class Latest extends LinkedHashMap<Sampling, Sampler> {
        private static final long serialVersionUID = 1;

        Latest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Sampling, Sampler> eldest) {
            return size() > KEPT;
        }
    }
}
