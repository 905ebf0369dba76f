package io.tokenpace.bench.result;

import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.outcome.StopReason;
import io.tokenpace.bench.outcome.Usage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One request: what was asked, when everything happened, and how it ended.
 *
 * @param index its number within its phase, from 0; all turns of a conversation have that of the first
 * @param warmup whether it belongs to the warm-up, and so to no figure
 * @param cell the number of its cell among those of the workload, from 0
 * @param turn its number within its conversation, from 1; 0 where it is part of none
 * @param promptTokens the prompt's size as it was asked for
 * @param maxTokens the most tokens its answer could have
 * @param outcome how it ended
 * @param error why it failed
 * @param errorText the failure in the service's or the system's own words
 * @param status the HTTP status; 0 where no head came
 * @param headers what the headers of its answer told of the service
 * @param staleConnections how often it had to be sent again because the service had closed an idle connection
 * @param stamps its moments
 * @param usage its tokens by the service's count
 * @param stopReason why the service stopped
 * @param content all content, thinking included
 * @param visible text and tool input only
 * @param longestGapNanos the longest time between arrivals with content
 * @param attempts how it was tried, the first attempt first; none where one was enough. The stamps are those of the last,
 *     but for the first two, which are those of the first
 */
public record RequestRecord(
        long index,
        boolean warmup,
        int cell,
        int turn,
        int promptTokens,
        int maxTokens,
        Outcome outcome,
        Optional<ErrorKind> error,
        String errorText,
        int status,
        ServiceHeaders headers,
        int staleConnections,
        Stamps stamps,
        Usage usage,
        StopReason stopReason,
        StreamedContent content,
        StreamedContent visible,
        long longestGapNanos,
        List<Attempt> attempts) {
    public RequestRecord {
        attempts = List.copyOf(attempts);
    }

    /** Returns the same request with its cell under another number. */
    public RequestRecord inCell(int number) {
        return with(number, stamps, attempts);
    }

    /** Returns the same request, its moments counted from a start that lies earlier by so many nanoseconds. */
    public RequestRecord later(long nanos) {
        return with(
                cell,
                stamps.later(nanos),
                attempts.stream().map(attempt -> attempt.later(nanos)).toList());
    }

    private RequestRecord with(int otherCell, Stamps otherStamps, List<Attempt> otherAttempts) {
        return new RequestRecord(
                index,
                warmup,
                otherCell,
                turn,
                promptTokens,
                maxTokens,
                outcome,
                error,
                errorText,
                status,
                headers,
                staleConnections,
                otherStamps,
                usage,
                stopReason,
                content,
                visible,
                longestGapNanos,
                otherAttempts);
    }

    /** Returns how often it was sent again after it had failed. */
    public int timesSentAgain() {
        return Math.max(0, attempts.size() - 1);
    }

    public boolean succeeded() {
        return outcome == Outcome.SUCCEEDED;
    }

    /** Returns whether the service counted thinking, which it then hides or summarises. */
    public boolean hasHiddenThinking() {
        return usage.thinkingTokens() > 0;
    }

    /** Returns the longest time between arrivals with content; nothing where there was one arrival. */
    public OptionalLong stallNanos() {
        return stamps.firstToken() == Stamps.UNKNOWN || stamps.lastToken() == stamps.firstToken()
                ? OptionalLong.empty()
                : OptionalLong.of(longestGapNanos);
    }

    /** Returns the output tokens that were streamed: those of hidden thinking were not. */
    public int streamedTokens() {
        if (!usage.hasOutput()) {
            return content.events();
        }
        return hasHiddenThinking() ? usage.outputTokens() - usage.thinkingTokens() : usage.outputTokens();
    }
}
