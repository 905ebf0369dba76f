package io.tokenpace.mock.api;

/**
 * What the server needs to know of a request.
 *
 * @param model the model's name, which the answer repeats
 * @param maxTokens tokens to answer at most
 * @param promptTokens tokens of the system text and the messages
 * @param stream whether to answer as a stream
 */
public record MessagesRequest(String model, int maxTokens, int promptTokens, boolean stream) {}
