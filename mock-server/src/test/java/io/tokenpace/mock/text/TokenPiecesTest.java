package io.tokenpace.mock.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TokenPiecesTest {
    @Test
    void shouldPartWhereTokensEnd() {
        assertThat(pieces("{\"path\": \"one two\", \"n\": 12345}"))
                .containsExactly(
                        "{", "\"", "path", "\"", ":", " ", "\"", "one", " two", "\"", ",", " ", "\"", "n", "\"", ":",
                        " 123", "45", "}");
        assertThat(pieces(" abcdefghijklmnop  x\uD83D\uDF01"))
                .containsExactly(" abcdefghijkl", "mnop", "  ", "x", "\uD83D\uDF01");
    }

    @Test
    void shouldHaveAPieceForEveryToken() {
        Random random = new Random(7);
        String letters = "ab01 \n\"{,é\uD83D\uDF01";
        for (int i = 0; i < 10_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(40);
            while (text.length() < length) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            List<String> pieces = pieces(text.toString());
            assertThat(String.join("", pieces)).isEqualTo(text.toString());
            assertThat(pieces).hasSize(TokenCount.of(text)).allMatch(piece -> TokenCount.of(piece) == 1);
        }
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int end : TokenPieces.ends(text)) {
            pieces.add(text.substring(start, end));
            start = end;
        }
        return pieces;
    }
}
