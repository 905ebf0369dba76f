package io.tokenpace.bench.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sizes as they are asked for: one, a list of which each is a case of its own, or a distribution.
 *
 * <pre>{@code
 * SizeSpec sizes = SizeSpec.parse("lognormal:550+-400");
 * Draws draws = Draws.of(seed, "sizes");
 * int size = sizes.at(draws.uniform(index));
 * }</pre>
 */
public final class SizeSpec {
    private static final int SKETCH_POINTS = 1_000;
    private static final Quantity QUANTITY = Quantity.COUNT;

    private final String text;
    private final List<Integer> listed;
    private final Distribution drawn;

    private SizeSpec(String text, List<Integer> listed, Distribution drawn) {
        this.text = text;
        this.listed = List.copyOf(listed);
        this.drawn = drawn;
    }

    /**
     * Reads {@code 512}, {@code 128,1024,8192}, or a distribution such as {@code uniform:100..2000}.
     *
     * @throws IllegalArgumentException if it is none of these, or asks for what is impossible
     */
    public static SizeSpec parse(String text) {
        if (DistributionText.isNamed(text)) {
            return new SizeSpec(text, List.of(), DistributionText.read(text, QUANTITY));
        }
        List<Integer> sizes = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            sizes.add(size(part.strip(), text));
        }
        if (sizes.stream().distinct().count() < sizes.size()) {
            throw new IllegalArgumentException("'" + text + "' must not name a size twice");
        }
        double[] rising =
                sizes.stream().mapToDouble(Integer::doubleValue).sorted().toArray();
        return new SizeSpec(text, sizes, new Staircase(rising, ones(rising.length)));
    }

    /** Returns the list of these sizes. */
    public static SizeSpec of(int... sizes) {
        return parse(Arrays.stream(sizes).mapToObj(String::valueOf).collect(Collectors.joining(",")));
    }

    private static int size(String part, String text) {
        try {
            return (int) QUANTITY.value(part);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' must be a whole number from 1 to 10000000, a list of them, as in 128,1024,"
                            + " or a distribution, as in uniform:100..2000",
                    e);
        }
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Returns the sizes of a list, in the order given; none where there is a distribution. */
    public List<Integer> listed() {
        return listed;
    }

    public boolean isListed() {
        return !listed.isEmpty();
    }

    /** Returns the size that belongs to a uniform draw from (0, 1); those of a list are equally likely. */
    public int at(double uniform) {
        return (int) drawn.quantile(uniform);
    }

    /**
     * Returns the same sizes without those below a bound: these are drawn again where they are few.
     *
     * @throws IllegalArgumentException if a list holds one, or if more than 1 % of the draws are below
     */
    public SizeSpec atLeast(int least) {
        listed.stream().filter(size -> size < least).findFirst().ifPresent(size -> {
            throw new IllegalArgumentException("size (" + size + ") must be at least " + least);
        });
        return new SizeSpec(text, listed, Redrawn.within(drawn, least, QUANTITY.most(), text, QUANTITY));
    }

    /** Returns a fixed number of sizes, alike for specs that draw alike, wherever a file of values lies. */
    public List<Integer> sketch() {
        return IntStream.range(0, SKETCH_POINTS)
                .map(i -> at((i + 0.5) / SKETCH_POINTS))
                .boxed()
                .toList();
    }

    /** Returns the text that was read. */
    @Override
    public String toString() {
        return text;
    }
}
