package io.tokenpace.mock.truth;

/**
 * What a server is told about itself, for those who watch it.
 *
 * @param profile the name of the profile that it serves
 * @param seed what its draws follow from
 * @param timeScale how much faster than the profile says time goes
 * @param startNanos when it was started
 */
public record Identity(String profile, long seed, double timeScale, long startNanos) {
    /** A server that nobody has given a name. */
    static Identity unnamed() {
        return new Identity("unnamed", 0, 1, System.nanoTime());
    }
}
