package io.tokenpace.bench.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Holds our decoder to Netty's on answers that were spoilt at random: where they differ, ours is the stricter one, for a
 * reason that is written down here.
 */
class DecoderDifferenceTest {
    private static final int ANSWERS = 20_000;
    private static final long SEED = 20_261_121;

    /** What only ours refuses, by the beginning of its words. */
    private static final Map<String, String> STRICTER = reasons();

    private final Random random = new Random(SEED);
    private final Set<String> met = new TreeSet<>();

    private static Map<String, String> reasons() {
        Map<String, String> reasons = new LinkedHashMap<>();
        reasons.put(
                "a first line that is not HTTP/1.x", "Netty skips blanks before it and takes several between words");
        reasons.put("a version or status that is no number", "Netty takes fewer and more than three digits");
        reasons.put("status (", "Netty takes any number");
        reasons.put("a status that does not end", "Netty takes longer ones");
        reasons.put("a control character in the first line", "Netty does not look into the words behind the status");
        reasons.put("a line of a head that does not end", "Netty skips line feeds before the first line");
        reasons.put(
                "a line of a head that is no header", "Netty joins folded lines, and drops blanks before the colon");
        reasons.put("a control character in the header", "Netty looks at a header only once the next line has come");
        reasons.put("content-length (", "Netty takes the first of several in HTTP/1.0");
        reasons.put(
                "transfer-encoding (",
                "Netty takes lists that end with chunked, and reads to the end where there is none in them");
        reasons.put("content-length and transfer-encoding", "Netty does not look where the status allows no body");
        reasons.put(
                "a byte (",
                "Netty looks at a chunk's size only once its line has come, and takes blanks in extensions");
        reasons.put(
                "a chunk that is longer",
                "Netty waits for the second byte behind a chunk before it looks at the first");
        return reasons;
    }

    @Test
    void shouldReadSpoiltAnswersAsNettyDoesOrRefuseThem() {
        for (int i = 0; i < ANSWERS; i++) {
            byte[] answer = SpoiltAnswers.next(random);
            int[] cuts = cuts(answer.length);
            compare(Reading.of(answer, cuts), NettyReading.of(answer, cuts), answer);
        }
        assertThat(met).as("reasons that were needed").isEqualTo(new TreeSet<>(STRICTER.keySet()));
    }

    @Test
    void shouldReadSpoiltAnswersAlikeWhereverTheyAreCut() {
        for (int i = 0; i < ANSWERS; i++) {
            byte[] answer = SpoiltAnswers.next(random);
            assertThat(Reading.of(answer, cuts(answer.length)))
                    .as("%s", shown(answer))
                    .hasToString(Reading.of(answer).toString());
        }
    }

    private void compare(Reading ours, NettyReading netty, byte[] answer) {
        String spoilt = shown(answer);
        if (ours.hasEnded() && ours.allowsAnother()) {
            assertThat(netty.allowsAnother()).as("reuse after %s", spoilt).isTrue();
        }
        if (ours.toString().equals(netty.toString())) {
            return;
        }
        assertThat(ours.isBroken())
                .as("%s, which is %s, not %s", spoilt, ours, netty)
                .isTrue();
        assertThat(ours.status()).as("%s", spoilt).isIn(0, netty.status());
        assertThat(netty.body()).as("%s", spoilt).startsWith(ours.body());
        assertThat(STRICTER.keySet()).as("%s", spoilt).anyMatch(ours.why()::startsWith);
        STRICTER.keySet().stream().filter(ours.why()::startsWith).forEach(met::add);
    }

    private static String shown(byte[] answer) {
        StringBuilder text = new StringBuilder();
        for (byte next : answer) {
            text.append(
                    next >= ' ' && next <= '~'
                            ? String.valueOf((char) next)
                            : String.format(Locale.ROOT, "\\x%02x", next & 0xff));
        }
        return text.toString();
    }

    private int[] cuts(int length) {
        int[] cuts = random.ints(random.nextInt(6), 0, length + 1).toArray();
        Arrays.sort(cuts);
        return cuts;
    }
}
