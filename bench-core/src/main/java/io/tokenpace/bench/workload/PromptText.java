package io.tokenpace.bench.workload;

import io.tokenpace.bench.draw.Draws;

/**
 * Prompts of a given number of words, each a common English one of exactly four letters. With the space before it such a
 * word is one token in nearly every tokenizer, and whatever counts by characters or bytes counts all of them alike, so
 * that the tokens of a text grow with its words in a straight line. Each index has its own words, and neighbours differ
 * from the first one on: no two prompts share a beginning that a prefix cache could serve.
 */
public final class PromptText {
    /** The letters, and the space before them. */
    private static final int CHARS_PER_WORD = 5;

    private static final String[] WORDS = """
            that with this from have they will your what when make like time just know take into year good some them
            than then look only come over also back work well even want give most here been more much very such many
            said each does down side find long made part same both name page must home form last left life line live
            near need next open play real read rest road room rule safe sale save seat seem seen self sell send sent
            ship shop show shot sign site size snow soft sold song soon sort spot star stay step stop sure talk tall
            task team tell term test text told took tool town tree trip true turn type unit upon used user vast view
            vote wait walk wall warm wave ways weak wear week went were west wide wife wild wind wise wish wood word
            yard zero able aged area army away ball band bank base bear beat best bill bird blow blue boat body book
            born busy call calm came camp card care case cash cast cell city club coat code cold cook cool copy core
            cost dark data date days deal dear deep desk door draw drop dust duty earn ease east easy edge else ever
            exit face fact fail fair fall farm fast fate fear feed feel feet fell felt file fill film fine fire firm
            fish five flat flow food foot four free full gain game gate gave gift girl goal goes gold gone gray grew
            grow hair half hall
            """.strip().split("\\s+");

    private final Draws draws;
    private final int firstWord;

    public PromptText(Draws draws) {
        this.draws = draws;
        this.firstWord = draws.below(WORDS.length, -1);
    }

    /** Returns the prompt that belongs to an index; that of fewer words is a beginning of that of more. */
    public String of(int words, long index) {
        Draws numbers = draws.fork(index);
        StringBuilder text = new StringBuilder(words * CHARS_PER_WORD);
        text.append(WORDS[Math.floorMod(firstWord + index, WORDS.length)]);
        for (int i = 1; i < words; i++) {
            text.append(' ').append(WORDS[numbers.below(WORDS.length, i)]);
        }
        return text.toString();
    }
}
