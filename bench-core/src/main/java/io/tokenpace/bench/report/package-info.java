/**
 * Results as people and programs want them, one small type per format. Start with
 * {@link io.tokenpace.bench.report.ReportFormat}, which needs {@code run.json} alone, and
 * {@link io.tokenpace.bench.report.SavedReport}, which reads the whole folder; {@link
 * io.tokenpace.bench.report.RunReports} are those that every run leaves. A calibration has {@code CalibrationReport}
 * and {@code CalibrationChart}. Imports {@code result}, {@code outcome}, {@code analysis} and {@code
 * folder}, and of {@code measure} how the figures of one request are derived, so that they are the same everywhere.
 */
package io.tokenpace.bench.report;
