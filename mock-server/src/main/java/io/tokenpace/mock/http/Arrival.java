package io.tokenpace.mock.http;

import io.netty.handler.codec.http.HttpRequest;
import java.util.Optional;

/**
 * A request that has come in: in full, or as far as it was read before it was turned away.
 *
 * @param body its bytes, which are freed by whoever takes the arrival
 * @param rejection why it is turned away, if it is
 */
record Arrival(HttpRequest head, Body body, Optional<Rejection> rejection) {}
