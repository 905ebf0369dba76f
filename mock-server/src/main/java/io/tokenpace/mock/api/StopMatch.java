package io.tokenpace.mock.api;

import io.tokenpace.mock.model.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How much of a text is generated, and how much of that is shown.
 *
 * @param tokens tokens generated
 * @param wholeWords how many of them are shown whole
 * @param rest what is shown of the next one
 * @param sequence the stop sequence that was found, if one was
 */
record StopMatch(int tokens, int wholeWords, String rest, Optional<String> sequence) {
    /** A text that is shown in full. */
    static StopMatch none(int tokens) {
        return new StopMatch(tokens, tokens, "", Optional.empty());
    }

    /** How its tokens leave: those in which the sequence was found are held back until it is complete. */
    List<Stretch> stretches() {
        List<Stretch> stretches = new ArrayList<>();
        if (wholeWords() > 0) {
            stretches.add(Stretch.apart(wholeWords()));
        }
        if (!rest().isEmpty()) {
            stretches.add(Stretch.together(tokens() - wholeWords()));
        }
        return stretches;
    }

    /**
     * Generates up to {@code tokens} words, until the first time that the text ends with one of the sequences or has
     * one within its last word. Of several found with the same word, the one that starts first counts, and of those
     * the first in the list.
     */
    static StopMatch in(Words words, int tokens, List<String> sequences) {
        if (sequences.isEmpty()) {
            return none(tokens);
        }
        StringBuilder text = new StringBuilder();
        for (int token = 0; token < tokens; token++) {
            int before = text.length();
            text.append(words.ahead(token));
            int start = text.length();
            Optional<String> found = Optional.empty();
            for (String sequence : sequences) {
                int at = text.indexOf(sequence, Math.max(0, before - sequence.length() + 1));
                if (at >= 0 && at < start) {
                    start = at;
                    found = Optional.of(sequence);
                }
            }
            if (found.isPresent()) {
                return cutAt(start, words, token + 1, found);
            }
        }
        return none(tokens);
    }

    private static StopMatch cutAt(int start, Words words, int tokens, Optional<String> sequence) {
        int wholeWords = 0;
        int shown = 0;
        while (shown + words.ahead(wholeWords).length() <= start) {
            shown += words.ahead(wholeWords).length();
            wholeWords++;
        }
        return new StopMatch(tokens, wholeWords, words.ahead(wholeWords).substring(0, start - shown), sequence);
    }
}
