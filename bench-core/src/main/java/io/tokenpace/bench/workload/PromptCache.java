package io.tokenpace.bench.workload;

/** What the prompts of a run have in common, for a service's prompt cache to find. */
public enum PromptCache {
    /** Nothing but the system text: no prefix cache flatters the run. */
    OFF,
    /** All but the end of each, for a service that caches unasked. */
    SHARED,
    /** The same, and the service is asked to cache: Anthropic's breakpoints end the system text and the common prefix. */
    EPHEMERAL
}
