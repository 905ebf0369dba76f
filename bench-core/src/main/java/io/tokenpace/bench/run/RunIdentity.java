package io.tokenpace.bench.run;

import io.tokenpace.bench.result.CalibrationResult;
import io.tokenpace.bench.result.Manifest;
import java.util.Optional;

/**
 * What a run is called, what it takes to repeat it, and how far the tool is to be believed where it runs.
 *
 * @param calibration of this machine, if there is one
 */
public record RunIdentity(String id, Manifest manifest, Optional<CalibrationResult> calibration) {
    /** A run on a machine that was never calibrated. */
    public RunIdentity(String id, Manifest manifest) {
        this(id, manifest, Optional.empty());
    }
}
