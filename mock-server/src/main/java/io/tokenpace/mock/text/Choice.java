package io.tokenpace.mock.text;

import io.tokenpace.mock.text.NextTokenTable.Candidate;
import java.util.Comparator;
import java.util.List;

/** The tokens that may come next in one state, after sampling has thrown out the unlikely ones. */
final class Choice {
    private final int[] words;
    private final int[] states;
    /** The share of each token and of all likelier ones; the last is 1. */
    private final double[] cumulative;

    private Choice(List<Candidate> kept, double[] shares) {
        words = kept.stream().mapToInt(Candidate::word).toArray();
        states = kept.stream().mapToInt(Candidate::state).toArray();
        cumulative = new double[kept.size()];
        double total = 0;
        for (int i = 0; i < cumulative.length; i++) {
            total += shares[i];
        }
        double sum = 0;
        for (int i = 0; i < cumulative.length; i++) {
            sum += shares[i];
            cumulative[i] = sum / total;
        }
        cumulative[cumulative.length - 1] = 1;
    }

    /** Of tokens equally likely, the one that comes first in the vocabulary counts as likelier. */
    static Choice of(List<Candidate> candidates, Sampling sampling) {
        List<Candidate> likeliestFirst = candidates.stream()
                .sorted(Comparator.comparingDouble(Candidate::logit).reversed().thenComparingInt(Candidate::word))
                .toList();
        double[] shares = softmax(likeliestFirst, sampling.temperature());
        int kept = topP(shares, topK(shares.length, sampling), sampling.topP());
        return new Choice(likeliestFirst.subList(0, kept), shares);
    }

    /** Returns which token a uniform number draws. */
    int draw(double uniform) {
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] > uniform) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    int word(int token) {
        return words[token];
    }

    int state(int token) {
        return states[token];
    }

    /** Weights, not yet divided by their sum: 1 for the likeliest, so that no temperature overflows. */
    private static double[] softmax(List<Candidate> likeliestFirst, double temperature) {
        double best = likeliestFirst.get(0).logit();
        return likeliestFirst.stream()
                .mapToDouble(candidate -> temperature == 0 ? 0 : Math.exp((candidate.logit() - best) / temperature))
                .toArray();
    }

    private static int topK(int tokens, Sampling sampling) {
        if (sampling.temperature() == 0) {
            return 1;
        }
        return sampling.topK() == 0 ? tokens : Math.min(tokens, sampling.topK());
    }

    private static int topP(double[] shares, int tokens, double topP) {
        double total = 0;
        for (int i = 0; i < tokens; i++) {
            total += shares[i];
        }
        double sum = 0;
        for (int i = 0; i < tokens; i++) {
            sum += shares[i];
            if (sum >= topP * total) {
                return i + 1;
            }
        }
        return tokens;
    }
}
