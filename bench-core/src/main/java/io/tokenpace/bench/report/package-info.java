/**
 * Results as people and programs want them, one small type per format. Start with
 * {@link io.tokenpace.bench.report.ReportFormat}. Imports {@code result}, {@code outcome}, {@code analysis} and {@code
 * folder}.
 */
package io.tokenpace.bench.report;
