/**
 * From exchanges to figures. {@link io.tokenpace.bench.measure.RequestMetrics} derives every figure of a request,
 * {@link io.tokenpace.bench.measure.MetricSet} gathers them in histograms, {@link io.tokenpace.bench.measure.Validity}
 * says whether they may be believed. Imports {@code client}, {@code outcome}, {@code clock} and {@code result}.
 */
package io.tokenpace.bench.measure;
