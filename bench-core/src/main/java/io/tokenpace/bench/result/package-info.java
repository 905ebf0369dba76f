/**
 * What a run leaves behind, as records: {@link io.tokenpace.bench.result.RunResult} is the whole of {@code run.json},
 * {@link io.tokenpace.bench.result.RequestRecord} one line of {@code requests.jsonl},
 * {@link io.tokenpace.bench.result.Second} with its {@link io.tokenpace.bench.result.Tally} one of {@code timeline.jsonl},
 * {@link io.tokenpace.bench.result.CalibrationResult} the whole of {@code calibration.json}. Imports {@code outcome}.
 */
package io.tokenpace.bench.result;
