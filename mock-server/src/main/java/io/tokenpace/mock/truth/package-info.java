/**
 * What was really emitted, and when: the evidence against which a measuring tool is held.
 *
 * <p>Times are those of {@link System#nanoTime}, which all processes of one host share. Start with
 * {@link io.tokenpace.mock.truth.RequestTruth}, the record of one request; {@link io.tokenpace.mock.truth.TruthStore}
 * keeps the latest ones and feeds {@link io.tokenpace.mock.truth.TruthLog};
 * {@link io.tokenpace.mock.truth.Lateness}, {@link io.tokenpace.mock.truth.InFlight} and
 * {@link io.tokenpace.mock.truth.ServiceMetrics} sum up the whole server. {@link io.tokenpace.mock.truth.StatsPage},
 * {@link io.tokenpace.mock.truth.RequestsPage} and {@link io.tokenpace.mock.truth.MetricsPage} put all of it into words.
 *
 * <p>Imports nothing of this project.
 */
package io.tokenpace.mock.truth;
