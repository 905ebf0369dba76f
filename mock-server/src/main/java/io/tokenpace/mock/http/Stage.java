package io.tokenpace.mock.http;

import io.netty.channel.ChannelHandlerContext;
import io.tokenpace.mock.api.MessagesRequest;
import io.tokenpace.mock.model.Timeline;
import io.tokenpace.mock.truth.Instruments;
import io.tokenpace.mock.truth.Lateness;

/**
 * Where one answer is played: its channel, its timeline, and who records it.
 *
 * @param ctx writes messages for the HTTP encoder
 * @param raw writes bytes that carry their chunk framing already, past the encoder
 * @param ended called once the last byte was written
 */
record Stage(
        ChannelHandlerContext ctx,
        ChannelHandlerContext raw,
        Incoming incoming,
        MessagesRequest request,
        Timeline timeline,
        Instruments record,
        Lateness.Loop lateness,
        Runnable ended) {}
