package io.tokenpace.mock.truth;

import java.util.OptionalLong;

/**
 * What went wrong with one answer on purpose.
 *
 * @param text the fault in words, with everything that was drawn
 * @param event the event at which it lies: the one that came late, broken or in two pieces, or that did not come
 * @param atNanos when the server came to it; empty if the answer ended before, or never began
 */
public record FaultTruth(String text, int event, OptionalLong atNanos) {}
