package io.tokenpace.bench.wire;

/** How a service is asked for the size of a prompt that it is not to answer. Its answer comes whole. */
public interface PromptCount {
    /** Returns the path under the service's base, as in {@code /v1/messages/count_tokens}. */
    String path();

    /** Returns the body that asks for the size of the prompt. */
    byte[] body(Ask ask);
}
