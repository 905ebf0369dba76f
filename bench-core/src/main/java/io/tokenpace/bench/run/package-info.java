/**
 * One load run. {@link io.tokenpace.bench.run.LoadRun} joins the stages: a {@code Feeder} prepares requests, lanes on the
 * event loops take them up when they are due, a {@code Ledger} books what has ended. Before the load a {@code
 * Calibration} learns how the service counts; a {@code Scribe} writes what is said after an answer, {@code Retries} send
 * again what failed, and a {@code Budget} holds all of it within bounds. Afterwards {@link
 * io.tokenpace.bench.run.Recovery} puts a run together again whose process died, and {@link io.tokenpace.bench.run.Merger}
 * adds runs up; both keep the same books. Imports everything that stands before it in the
 * pipeline.
 */
package io.tokenpace.bench.run;
