/**
 * What is sent: {@link io.tokenpace.bench.workload.Workload} gives the item that belongs to an index,
 * {@link io.tokenpace.bench.workload.GridWorkload} takes its sizes from lists. Imports {@code wire} and {@code draw}.
 */
package io.tokenpace.bench.workload;
