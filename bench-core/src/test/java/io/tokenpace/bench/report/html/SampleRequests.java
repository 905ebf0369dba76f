package io.tokenpace.bench.report.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Requests of an imagined service, drawn from a seed: what every figure of a sample page is taken from. */
final class SampleRequests {
    static final int[] PROMPTS = {128, 1_024, 8_192};
    static final int[] LIMITS = {32, 128};

    private static final double FREEZE = 0.02;

    private final List<Request> requests;

    private SampleRequests(List<Request> requests) {
        this.requests = List.copyOf(requests);
    }

    /** Draws requests spread evenly over a time, of a service that slows down by a factor. */
    static SampleRequests drawn(long seed, int count, int seconds, double slowness) {
        Random random = new Random(seed);
        List<Request> drawn = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int cell = i % (PROMPTS.length * LIMITS.length);
            double atS = seconds * (double) i / count;
            double noise = Math.exp(0.25 * random.nextGaussian());
            double queue = atS > seconds * 0.6 && atS < seconds * 0.7 ? 400 * random.nextDouble() : 0;
            int prompt = PROMPTS[cell / LIMITS.length];
            double ttft = slowness * (60 + 48 * prompt / 1_000.0) * noise + queue;
            double rate = Math.max(5, (62 + 6 * random.nextGaussian()) / slowness);
            double stall = random.nextDouble() < FREEZE ? 300 + 900 * random.nextDouble() : 1_400 / rate;
            int limit = LIMITS[cell % LIMITS.length];
            int output = random.nextDouble() < 0.2 ? 1 + random.nextInt(limit) : limit;
            drawn.add(new Request(atS, prompt, ttft, output, rate, stall, cell));
        }
        return new SampleRequests(drawn);
    }

    List<Request> all() {
        return requests;
    }

    SampleRequests ofCell(int cell) {
        return new SampleRequests(
                requests.stream().filter(request -> request.cell == cell).toList());
    }

    SampleRequests between(double fromS, double toS) {
        return new SampleRequests(requests.stream()
                .filter(request -> request.atS >= fromS && request.atS < toS)
                .toList());
    }

    double[] sorted(ToDoubleFunction<Request> figure) {
        double[] values = requests.stream().mapToDouble(figure).toArray();
        Arrays.sort(values);
        return values;
    }

    /** One request that succeeded. */
    record Request(double atS, int prompt, double ttftMs, int output, double rate, double stallMs, int cell) {
        double tpotMs() {
            return 1_000 / rate;
        }

        double e2eMs() {
            return ttftMs + (output - 1) * tpotMs();
        }
    }
}
