package io.tokenpace.mock.text;

import java.util.List;
import java.util.stream.Stream;

/** The words that answers are made of: short, common, and each with its leading space exactly one token. */
public final class Vocabulary {
    private static final List<String> WORDS = Stream.of("""
                    the a of to and in is it that was for on with as at by from this be or
                    one two three four five six seven eight nine ten first second third last next each every some most many
                    time day year week month hour minute morning evening night spring summer autumn winter today early late soon often never
                    water stone river road bridge garden house window door table chair paper letter pencil lamp clock mirror basket bottle wheel
                    north south east west hill field forest meadow island harbour valley market village station corner square tower cellar kitchen stair
                    bread butter apple pear plum honey pepper onion carrot barley coffee kettle spoon plate bowl salt sugar lemon berry soup
                    walk carry open close follow begin finish answer gather measure build repair listen wander notice borrow return travel settle arrive
                    small large narrow wide heavy light quiet loud gentle clever careful steady simple plain bright pale warm cool deep shallow
                    red blue green yellow brown grey white black silver golden wooden copper woollen linen velvet clay marble amber coral ivory
                    child teacher farmer baker sailor doctor singer painter neighbour cousin friend guest keeper weaver miller carter""")
            .flatMap(block -> Stream.of(block.split("\\s+")))
            .map(word -> " " + word)
            .toList();

    private Vocabulary() {}

    /** How many words there are. */
    public static int size() {
        return WORDS.size();
    }

    /** Returns a word with the space before it. */
    public static String word(int index) {
        return WORDS.get(index);
    }
}
