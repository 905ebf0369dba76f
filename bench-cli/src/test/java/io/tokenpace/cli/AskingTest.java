package io.tokenpace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens before a run against a service elsewhere: 192.0.2.1 belongs to nobody, and a run that begins says so. */
class AskingTest {
    private static final String TERMINAL = "tokenpace.terminal";

    private final InputStream stdin = System.in;

    @TempDir
    private Path temporary;

    @AfterEach
    void restore() {
        System.setIn(stdin);
        System.clearProperty(TERMINAL);
    }

    private Bench run(String arguments) {
        return run("http://192.0.2.1/v1", arguments);
    }

    private Bench run(String url, String arguments) {
        String fixed = "run " + url + " --connect-timeout 100ms --out " + folder() + " --seed 1 ";
        return Bench.run((fixed + arguments).strip().split(" ", -1));
    }

    private Path folder() {
        return temporary.resolve("run");
    }

    private static void type(String line) {
        System.setProperty(TERMINAL, "true");
        System.setIn(new ByteArrayInputStream((line + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void shouldSendNothingWhereNobodyCanBeAsked() {
        Bench bench = run("-c 2 -n 100 --warmup 10 --prompt-tokens 500 --max-tokens 20");
        assertThat(bench.exitCode()).isEqualTo(2);
        assertThat(bench.out()).isEmpty();
        // Before the load: 100 for the small request, and 829 and 112 for samples of 500 words and of 31.
        assertThat(bench.err()).isEqualTo("""
                        about to send requests to http://192.0.2.1/v1, model default
                          requests  100, after 10 to warm up
                          expected  55,000 input tokens and, if no answer ends early, 2,200 output tokens, warm-up included
                          at worst  57,200 tokens, if every request were as large as the largest looked at; and 1,043 before the load
                        bench run: nothing was sent, as nobody could be asked: give --yes to agree to the above
                        """);
        assertThat(folder()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.1:3128", "socks5h://192.0.2.1:1080"})
    void shouldAskWhereAProxyElsewhereSeesWhatIsForThisHost(String proxy) {
        Bench bench = run("http://127.0.0.1:1/v1", "-n 100 --proxy " + proxy);
        assertThat(bench.exitCode()).isEqualTo(2);
        assertThat(bench.err())
                .contains("about to send requests to http://127.0.0.1:1/v1 through the proxy " + proxy
                        + ", model default\n")
                .endsWith("nothing was sent, as nobody could be asked: give --yes to agree to the above\n");
        assertThat(folder()).doesNotExist();
    }

    @Test
    void shouldAskWhereAProxyInThisHostLeadsElsewhere() {
        Bench bench = run("-n 100 --proxy http://127.0.0.1:1");
        assertThat(bench.exitCode()).isEqualTo(2);
        assertThat(folder()).doesNotExist();
    }

    @Test
    void shouldNotAskWhereAProxyInThisHostLeadsIntoIt() {
        Bench bench = run("http://localhost:1/v1", "-n 100 --proxy http://[::1]:1");
        assertThat(bench.err()).doesNotContain("about to send", "--yes");
        assertThat(bench.exitCode()).isEqualTo(7);
    }

    @Test
    void shouldSayThatNothingBoundsARunByTime() {
        assertThat(run("").err())
                .contains("  expected  unknown: the answers decide how many requests there are\n")
                .contains("  at worst  no bound: give --max-total-tokens or --max-cost\n");
        assertThat(run("--max-total-tokens 50000").err())
                .contains("  at worst  50,000 tokens, by --max-total-tokens\n");
    }

    @Test
    void shouldSayWhatItCosts() {
        Bench bench = run("-c 2 -n 100 --warmup 10 --prompt-tokens 500 --max-tokens 20 --model claude-opus-5");
        // 55,000 × 5 and 2,200 × 25 millionths; 56,043 × 6.25 and 2,200 × 25.
        assertThat(bench.err())
                .contains("2,200 output tokens, warm-up included: 0.3300 USD\n")
                .contains("1,043 before the load: 0.4053 USD\n");
        assertThat(run("--price 3,15 --max-cost 2.50").err()).contains("  at worst  2.50 USD, by --max-cost\n");
    }

    @Test
    void shouldGoOnWhenThatWasAgreedToBeforehand() {
        Bench bench = run("-n 100 --yes");
        assertThat(bench.err())
                .startsWith("about to send requests to http://192.0.2.1/v1")
                .doesNotContain("Go on?");
        assertThat(bench.exitCode()).isEqualTo(7);
        assertThat(folder().resolve("run.json")).exists();
    }

    @Test
    void shouldGoOnWhenTheAnswerIsYes() {
        type("y");
        Bench bench = run("-n 100");
        assertThat(bench.err()).contains("before the load\nGo on? [y/N] ");
        assertThat(bench.exitCode()).isEqualTo(7);
    }

    @Test
    void shouldSendNothingWhenTheAnswerIsNo() {
        type("n");
        Bench bench = run("-n 100");
        assertThat(bench.err()).endsWith("Go on? [y/N] nothing was sent\n");
        assertThat(bench.exitCode()).isEqualTo(2);
        assertThat(folder()).doesNotExist();
    }
}
