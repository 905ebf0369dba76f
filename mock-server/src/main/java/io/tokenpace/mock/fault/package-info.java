/**
 * What can go wrong with an answer, in what words it is asked for, and which requests it strikes.
 *
 * <p>Start with {@link io.tokenpace.mock.fault.Fault}, one thing that goes wrong, and
 * {@link io.tokenpace.mock.fault.FaultPlan}, which draws the faults of a profile. How a fault looks on the wire is not
 * settled here.
 *
 * <p>May import {@code draw}.
 */
package io.tokenpace.mock.fault;
