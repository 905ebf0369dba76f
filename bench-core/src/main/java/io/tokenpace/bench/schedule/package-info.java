/**
 * When requests are due: {@link io.tokenpace.bench.schedule.LoadShape} says whether the load is open or closed,
 * {@link io.tokenpace.bench.schedule.Arrivals} when the requests of an open load are due,
 * {@link io.tokenpace.bench.schedule.Extent} how long a load lasts, {@link io.tokenpace.bench.schedule.StopRule} what
 * ends it before. Imports {@code draw}.
 */
package io.tokenpace.bench.schedule;
