package io.tokenpace.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses which word was meant. */
final class Spelling {
    /** One letter in three may be wrong; with more, a guess is as likely to mislead. */
    private static final int LETTERS_PER_SLIP = 3;

    private Spelling() {}

    /** Returns the known word that is fewest letters away from this one, if that is near; one letter is near to none. */
    static Optional<String> closest(String word, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .filter(candidate -> word.length() > 1)
                .filter(candidate -> distance(word, candidate) <= Math.max(1, word.length() / LETTERS_PER_SLIP));
    }

    /** Returns the line that refuses a word, with the one that was probably meant. */
    static String mustBeOneOf(String word, Collection<String> known) {
        String guess =
                closest(word, known).map(near -> "; did you mean " + near + "?").orElse("");
        return "'" + word + "' must be one of " + String.join(", ", known) + guess;
    }

    /** Counts the letters to insert, remove or change (Levenshtein), one row of the table at a time. */
    static int distance(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int column = 0; column < above.length; column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[above.length];
            current[0] = row;
            for (int column = 1; column < current.length; column++) {
                int changed = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
                int detour = 1 + Math.min(above[column], current[column - 1]);
                current[column] = Math.min(above[column - 1] + changed, detour);
            }
            above = current;
        }
        return above[to.length()];
    }
}
