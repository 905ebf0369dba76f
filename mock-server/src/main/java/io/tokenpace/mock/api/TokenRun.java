package io.tokenpace.mock.api;

import io.tokenpace.mock.model.Stretch;
import java.util.List;

/** Consecutive tokens of an answer that belong together, whichever API words them. */
interface TokenRun {
    /** How many tokens of the answer it takes. */
    int tokens();

    /** How its tokens leave; those beyond the last stretch show nothing. */
    List<Stretch> stretches();
}
