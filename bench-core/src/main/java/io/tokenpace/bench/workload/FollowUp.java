package io.tokenpace.bench.workload;

/** What a user says next in a conversation: it depends on the answer, which is carried forward with it. */
@FunctionalInterface
public interface FollowUp {
    /**
     * Returns the next request.
     *
     * @param answer the words of the answer
     * @param tokensSoFar of the prompt and its answer by the service's count, or {@link WorkItem#UNKNOWN_SIZE}
     */
    WorkItem after(String answer, int tokensSoFar);
}
