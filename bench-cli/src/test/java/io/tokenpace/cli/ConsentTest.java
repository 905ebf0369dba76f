package io.tokenpace.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentTest {
    private static final String NOBODY = "nothing was sent, as nobody could be asked: give --yes to agree to the above";

    private final StringWriter err = new StringWriter();

    private Consent answering(String typed, boolean terminal) {
        return new Consent(new PrintWriter(err), new StringReader(typed), terminal);
    }

    @ParameterizedTest
    @CsvSource({"y, true", "Y, true", "' yes ', true", "n, false", "'', false", "yet, false", "no, false"})
    void shouldTakeTheAnswerThatIsTyped(String typed, boolean given) throws IOException {
        assertThat(answering(typed + "\n", true).isGiven(false)).isEqualTo(given);
        assertThat(err).hasToString("Go on? [y/N] ");
    }

    @Test
    void shouldNotAskWhoHasAgreedBeforehand() throws IOException {
        assertThat(answering("n\n", true).isGiven(true)).isTrue();
        assertThat(answering("n\n", false).isGiven(true)).isTrue();
        assertThat(err).hasToString("");
    }

    @Test
    void shouldRefuseWhereThereIsNoTerminal() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> answering("y\n", false).isGiven(false))
                .withMessage(NOBODY);
        assertThat(err).hasToString("");
    }

    @Test
    void shouldRefuseWhereNobodyTypes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> answering("", true).isGiven(false))
                .withMessage(NOBODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost", "127.0.0.1", "127.8.9.10", "[::1]", "::1", "0:0:0:0:0:0:0:1"})
    void shouldNotBeNeededWithinTheHost(String host) {
        assertThat(Consent.isNeedless(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"192.0.2.1", "api.anthropic.com", "127.0.0.1.example.org", "localhost.example.org", "::2", "[::]"
            })
    void shouldBeNeededElsewhere(String host) {
        assertThat(Consent.isNeedless(host)).isFalse();
    }
}
