/**
 * The server itself: sockets, HTTP/1.1, and the playing of what the model schedules.
 *
 * <p>Start with {@link io.tokenpace.mock.http.HttpServer}. Each connection has a {@code RequestHandler}, each event loop
 * a {@code Player} with a heap of deadlines, for which a {@code PunctualIoHandler} ends the loop's wait, and each answer
 * under way is a {@code Play}. All of them run on one thread, so none of them locks.
 *
 * <p>May import {@code api}, {@code fault}, {@code model}, {@code text} and {@code truth}, and all of Netty.
 */
package io.tokenpace.mock.http;
