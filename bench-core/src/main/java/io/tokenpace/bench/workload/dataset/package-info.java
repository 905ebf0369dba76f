/**
 * Prompts that people wrote down: {@link io.tokenpace.bench.workload.dataset.Datasets} opens a file,
 * {@link io.tokenpace.bench.workload.dataset.Dataset} gives its samples again and again. Imports {@code workload}, {@code workload.source}
 * and {@code wire}.
 */
package io.tokenpace.bench.workload.dataset;
