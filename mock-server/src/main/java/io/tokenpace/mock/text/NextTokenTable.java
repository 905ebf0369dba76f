package io.tokenpace.mock.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table of next-token logits, read from {@code next-token-logits.txt}, where its rules are written down. */
final class NextTokenTable {
    /** How many topics share the words of a topical class between them. */
    static final int TOPICS = 6;

    /** Lifts the best word of a topic above all of the class that are in no topic at hand. */
    private static final double LIFT = 2.5;

    private static final NextTokenTable TABLE = new NextTokenTable();

    private final List<String> words = new ArrayList<>();
    private final Map<String, WordClass> classes = new LinkedHashMap<>();
    private final Map<String, Integer> states = new LinkedHashMap<>();
    private final List<State> byNumber = new ArrayList<>();

    private NextTokenTable() {
        List<String> stateLines = new ArrayList<>();
        for (String line : resource().lines().toList()) {
            if (line.startsWith("class ")) {
                addClass(line.substring("class ".length()));
            } else if (line.startsWith("state ")) {
                stateLines.add(line.substring("state ".length()));
            }
        }
        stateLines.forEach(line -> states.put(line.split("[ :]", 2)[0], states.size()));
        stateLines.forEach(this::addState);
    }

    static NextTokenTable shared() {
        return TABLE;
    }

    /** All words, each with the space before it. */
    List<String> words() {
        return words;
    }

    int states() {
        return byNumber.size();
    }

    /** Returns every word that may follow in {@code state}, in no particular order. */
    List<Candidate> candidates(int state, int topic) {
        List<Candidate> candidates = new ArrayList<>();
        byNumber.get(state).follows().forEach((name, logit) -> {
            int next = states.get(name);
            WordClass nextClass = classes.get(byNumber.get(next).wordClass());
            for (int rank = 1; rank <= nextClass.count(); rank++) {
                candidates.add(new Candidate(nextClass.first() + rank - 1, next, logit + nextClass.logit(rank, topic)));
            }
        });
        return candidates;
    }

    private void addClass(String line) {
        String[] parts = line.split(": ", 2);
        String[] name = parts[0].split(" ", 2);
        int first = words.size();
        for (String word : parts[1].split(" ", -1)) {
            words.add(" " + word);
        }
        classes.put(name[0], WordClass.of(first, words.size() - first, name.length == 2));
    }

    private void addState(String line) {
        String[] parts = line.split(": ", 2);
        String[] name = parts[0].split(" ", 2);
        Map<String, Double> follows = new LinkedHashMap<>();
        for (String follower : parts[1].split(", ", -1)) {
            String[] pair = follower.split(" ", 2);
            follows.put(pair[0], Double.valueOf(pair[1]));
        }
        byNumber.add(new State(name.length == 2 ? name[1] : "", follows));
    }

    private static String resource() {
        try (InputStream in = NextTokenTable.class.getResourceAsStream("next-token-logits.txt")) {
            if (in == null) {
                throw new IllegalStateException("next-token-logits.txt is not on the class path");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("next-token-logits.txt cannot be read", e);
        }
    }

    /** A word that may follow, and the state it leads to. */
    record Candidate(int word, int state, double logit) {}

    /** The class of the words that stand in a state, none for the start, and the logits of the states that follow. */
    private record State(String wordClass, Map<String, Double> follows) {}

    /** Words that stand one after another in the list of all words, and the logarithm of the sum of their weights. */
    private record WordClass(int first, int count, boolean topical, double logSum) {
        static WordClass of(int first, int count, boolean topical) {
            double sum = 0;
            for (int rank = 1; rank <= count; rank++) {
                sum += 1.0 / rank;
            }
            return new WordClass(first, count, topical, Math.log(sum));
        }

        double logit(int rank, int topic) {
            double lift = topical && rank % TOPICS == topic ? LIFT : 0;
            return -Math.log(rank) - logSum + lift;
        }
    }
}
