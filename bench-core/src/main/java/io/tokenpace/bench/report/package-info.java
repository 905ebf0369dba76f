/**
 * Results as people and programs want them, one small type per format. Start with
 * {@link io.tokenpace.bench.report.ReportFormat}; a calibration has {@code CalibrationReport}
 * and {@code CalibrationChart}. Imports {@code result}, {@code outcome}, {@code analysis} and {@code
 * folder}.
 */
package io.tokenpace.bench.report;
