package io.tokenpace.mock.http;

import io.tokenpace.mock.api.Apis;
import io.tokenpace.mock.fault.FaultPlan;
import io.tokenpace.mock.model.IsolatedService;
import io.tokenpace.mock.truth.Instruments;

/**
 * What a server answers with, and who records it.
 *
 * @param service sets the times of its answers
 * @param apis word them
 * @param faults spoil some of them
 * @param seed what all draws follow from, together with the request keys
 * @param record takes in the truth about them
 */
public record Serving(IsolatedService service, Apis apis, FaultPlan faults, long seed, Instruments record) {}
