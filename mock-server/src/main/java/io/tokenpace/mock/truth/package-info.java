/**
 * What was really emitted, and when: the evidence against which a measuring tool is held.
 *
 * <p>Times are those of {@link System#nanoTime}, which all processes of one host share. Start with
 * {@link io.tokenpace.mock.truth.RequestTruth}, the record of one request; {@link io.tokenpace.mock.truth.TruthStore}
 * keeps the latest ones and feeds {@link io.tokenpace.mock.truth.TruthLog};
 * {@link io.tokenpace.mock.truth.Lateness} and {@link io.tokenpace.mock.truth.InFlight} sum up the whole server.
 *
 * <p>Imports nothing of this project.
 */
package io.tokenpace.mock.truth;
