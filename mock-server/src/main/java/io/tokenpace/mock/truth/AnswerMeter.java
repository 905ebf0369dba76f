package io.tokenpace.mock.truth;

/**
 * Feeds the service's metrics from one answer: tokens as they are written, the rest when it ends.
 *
 * <p>A prompt counts with the first token of its answer, as in vLLM. Of an answer that is not streamed no gaps are
 * counted, because none are seen. Belongs to one thread.
 */
public final class AnswerMeter {
    private final ServiceMetrics metrics;
    private final Account account;
    private final long receivedNanos;
    private boolean promptCounted;
    private int tokens;
    private long firstTokenNanos;
    private long lastTokenNanos;

    AnswerMeter(ServiceMetrics metrics, Account account, long receivedNanos) {
        this.metrics = metrics;
        this.account = account;
        this.receivedNanos = receivedNanos;
        this.firstTokenNanos = receivedNanos;
        this.lastTokenNanos = receivedNanos;
    }

    /** An event of a stream was written, with which {@code tokensThrough} tokens have left in all. */
    public void wroteEvent(int tokensThrough, long nowNanos) {
        if (tokensThrough == tokens) {
            return;
        }
        if (tokens == 0) {
            first(nowNanos);
        } else {
            metrics.gapNanos.record(nowNanos - lastTokenNanos);
        }
        add(tokensThrough, nowNanos);
    }

    /** A whole answer was written, the first token of which was there at {@code firstNanos} by the service model. */
    public void wroteWhole(int allTokens, long firstNanos, long nowNanos) {
        if (allTokens > 0) {
            first(firstNanos);
            add(allTokens, nowNanos);
        }
    }

    /**
     * The answer has ended.
     *
     * @param natural whether it ended by itself rather than at a ceiling
     */
    public void ended(RequestTruth truth, boolean natural, long nowNanos) {
        if (truth.ending() == Ending.CUT) {
            metrics.aborted.increment();
            return;
        }
        countPrompt();
        (natural ? metrics.stopped : metrics.atCeiling).increment();
        metrics.requestNanos.record(nowNanos - receivedNanos);
        metrics.queueNanos.record(truth.draws().queueNanos() + truth.slotWaitNanos());
        metrics.prefillNanos.record(truth.draws().prefillNanos());
        metrics.decodeNanos.record(lastTokenNanos - firstTokenNanos);
        metrics.requestPromptTokens.record(account.promptTokens());
        metrics.requestGeneratedTokens.record(tokens);
    }

    private void first(long nanos) {
        countPrompt();
        firstTokenNanos = nanos;
        metrics.firstTokenNanos.record(nanos - receivedNanos);
    }

    private void add(int tokensThrough, long nowNanos) {
        metrics.generatedTokens.add(tokensThrough - tokens);
        tokens = tokensThrough;
        lastTokenNanos = nowNanos;
    }

    private void countPrompt() {
        if (!promptCounted) {
            promptCounted = true;
            metrics.promptTokens.add(account.promptTokens());
            metrics.cachedTokens.add(account.cachedTokens());
        }
    }
}
