package io.tokenpace.bench.report.html;

/**
 * How much one run may put into a page. The page stays below 2 MB whatever a run holds: 1.1 MB of it draws the charts, and
 * 600 kB are left for data, which several runs share.
 *
 * @param steps of the timeline
 * @param points requests of the scatter plots
 * @param spectrumPoints of one metric's percentiles
 * @param bins of one metric's histogram
 * @param slowest requests drawn phase by phase
 * @param gridSide sizes along one side of the grid
 * @param cellBytes of the cells' figures, a third of which is for those of the turns, and for the errors
 * @param listBytes of any other list
 */
record Limits(
        int steps, int points, int spectrumPoints, int bins, int slowest, int gridSide, int cellBytes, int listBytes) {
    /** Of more, even the least that each is given would be too much. */
    static final int MOST_RUNS = 12;

    /** The named percentiles, both ends and a few between. */
    private static final int LEAST_SPECTRUM = 20;

    /** What every run has in any case, its own figures, does not become less where there are several. */
    private static final double MORE_THAN_ALONE = 1.5;

    private static final Limits ALONE = new Limits(600, 2_000, 160, 80, 12, 30, 50_000, 6_000);
    private static final Limits LEAST = new Limits(40, 40, 25, 12, 1, 5, 3_000, 1_000);

    Limits {
        if (steps < 1 || spectrumPoints < LEAST_SPECTRUM || bins < 1 || gridSide < 2) {
            throw new IllegalArgumentException("limits (" + steps + " steps, " + spectrumPoints
                    + " points of a spectrum, " + bins + " bins, " + gridSide + " sizes) must leave something to draw");
        }
    }

    /**
     * Returns the limits of each of so many runs on one page.
     *
     * @throws IllegalArgumentException if there are none, or too many
     */
    static Limits ofEach(int runs) {
        if (runs < 1 || runs > MOST_RUNS) {
            throw new IllegalArgumentException("runs (" + runs + ") must be from 1 to " + MOST_RUNS + " on one page");
        }
        return runs == 1 ? ALONE : ALONE.shared(MORE_THAN_ALONE * runs);
    }

    private Limits shared(double parts) {
        return new Limits(
                share(steps, parts, LEAST.steps),
                share(points, parts, LEAST.points),
                share(spectrumPoints, parts, LEAST.spectrumPoints),
                share(bins, parts, LEAST.bins),
                share(slowest, parts, LEAST.slowest),
                share(gridSide, parts, LEAST.gridSide),
                share(cellBytes, parts, LEAST.cellBytes),
                share(listBytes, parts, LEAST.listBytes));
    }

    private static int share(int all, double parts, int least) {
        return Math.max(least, (int) (all / parts));
    }
}
