/**
 * One load run. {@link io.tokenpace.bench.run.LoadRun} joins the stages: a {@code Feeder} prepares requests, lanes on the
 * event loops take them up when they are due, a {@code Ledger} books what has ended. Imports everything that stands
 * before it in the pipeline.
 */
package io.tokenpace.bench.run;
