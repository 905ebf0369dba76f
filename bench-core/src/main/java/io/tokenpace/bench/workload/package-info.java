/**
 * What is sent: {@link io.tokenpace.bench.workload.Workload} gives the item that belongs to an index,
 * {@link io.tokenpace.bench.workload.SizedWorkload} takes its sizes from lists or distributions, as
 * {@link io.tokenpace.bench.workload.RequestShape} says, and {@link io.tokenpace.bench.workload.ConversationWorkload}
 * lets users go on after the answer. A {@link io.tokenpace.bench.workload.TextSize} tells how many words make a size.
 * Imports {@code wire} and {@code draw}.
 */
package io.tokenpace.bench.workload;
