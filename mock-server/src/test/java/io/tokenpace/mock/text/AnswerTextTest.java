package io.tokenpace.mock.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AnswerTextTest {
    private static final int PROMPT = 100;

    @Test
    void shouldRepeatTheTextOfAPromptAtTemperatureZero() {
        Sampling greedy = new Sampling(0, 1, 0);
        assertThat(text(1, PROMPT, greedy)).isEqualTo(text(2, PROMPT, greedy));
        assertThat(text(1, PROMPT, greedy)).isNotEqualTo(text(1, PROMPT + 1, greedy));
    }

    @Test
    void shouldVaryWithTheKeyAtTemperatureOne() {
        assertThat(LongStream.range(0, 100).mapToObj(key -> text(key, PROMPT, Sampling.DEFAULT)))
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldTakeTheLikeliestWhenOnlyOneIsKept() {
        String greedy = text(1, PROMPT, new Sampling(0, 1, 0));
        assertThat(text(2, PROMPT, new Sampling(1, 1, 1))).isEqualTo(greedy);
        assertThat(text(3, PROMPT, new Sampling(1, 0, 0))).isEqualTo(greedy);
        assertThat(text(4, PROMPT, new Sampling(Double.MIN_VALUE, 1, 0))).isEqualTo(greedy);
    }

    @Test
    void shouldSayTheSameInWhateverOrderAndConcurrencyAnswersAreWritten() {
        Samplers samplers = new Samplers();
        List<String> inTurn = LongStream.range(0, 200)
                .mapToObj(key -> text(key, PROMPT, samplers.of(Sampling.DEFAULT)))
                .toList();

        Samplers shared = new Samplers();
        List<String> together = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> text(199 - i, PROMPT, shared.of(Sampling.DEFAULT)))
                .toList();
        List<String> interleaved = interleaved(200, shared.of(Sampling.DEFAULT));
        assertThat(IntStream.range(0, 200).mapToObj(i -> together.get(199 - i))).containsExactlyElementsOf(inTurn);
        assertThat(interleaved).containsExactlyElementsOf(inTurn);
    }

    @Test
    void shouldLookLikeSentences() {
        String text = text(7, PROMPT, Sampling.DEFAULT);
        assertThat(text).doesNotContainPattern(" (the|a|every|of|in|with) (found|carried|opened|kept|and)( |$)");
        assertThat(text).doesNotContainPattern(" (the|a|every) (the|a|every|of|in|with)( |$)");
        assertThat(text).matches("( [a-z]+){400}");
    }

    @Test
    void shouldAllocateNothingPerToken() {
        AnswerText text = new AnswerText(1, PROMPT, new Samplers().of(Sampling.DEFAULT));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int words = 0;
        // The first call may load classes.
        words += text.next();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        for (int token = 0; token < 200_000; token++) {
            words += text.next();
        }
        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertThat(allocated).isLessThan(20_000);
        assertThat(words).isPositive();
    }

    @Test
    void shouldNameTheValueAndTheRule() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sampling(-1, 1, 0))
                .withMessage("temperature (-1.0) must be zero or positive, and finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sampling(1, 1.5, 0))
                .withMessage("topP (1.5) must be from 0 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sampling(1, 1, -1))
                .withMessage("topK (-1) must be zero or positive");
    }

    /** One word of each answer in turn. */
    private static List<String> interleaved(int answers, Sampler sampler) {
        List<AnswerText> texts = LongStream.range(0, answers)
                .mapToObj(key -> new AnswerText(key, PROMPT, sampler))
                .toList();
        List<StringBuilder> out = new ArrayList<>();
        texts.forEach(text -> out.add(new StringBuilder()));
        for (int token = 0; token < 400; token++) {
            for (int i = 0; i < answers; i++) {
                out.get(i).append(Vocabulary.word(texts.get(i).next()));
            }
        }
        return out.stream().map(StringBuilder::toString).toList();
    }

    private static String text(long key, int promptTokens, Sampling sampling) {
        return text(key, promptTokens, new Sampler(sampling));
    }

    private static String text(long key, int promptTokens, Sampler sampler) {
        AnswerText text = new AnswerText(key, promptTokens, sampler);
        return IntStream.range(0, 400)
                .mapToObj(token -> Vocabulary.word(text.next()))
                .collect(Collectors.joining());
    }
}
