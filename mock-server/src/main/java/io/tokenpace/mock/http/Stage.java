package io.tokenpace.mock.http;

import io.netty.channel.ChannelHandlerContext;
import io.tokenpace.mock.api.Admission;
import io.tokenpace.mock.api.ServedApi;
import io.tokenpace.mock.fault.Fault;
import io.tokenpace.mock.model.Timeline;
import io.tokenpace.mock.truth.Account;
import io.tokenpace.mock.truth.Instruments;
import io.tokenpace.mock.truth.Lateness;
import java.util.Optional;

/**
 * Where one answer is played: its channel, its timeline, and who records it.
 *
 * @param ctx writes messages for the HTTP encoder
 * @param raw writes bytes that carry their chunk framing already, past the encoder
 * @param account what its request is about
 * @param admission how it was let in
 * @param api told what becomes of the answer
 * @param fault what goes wrong with it, if anything does
 * @param ended called once the last byte was written
 */
record Stage(
        ChannelHandlerContext ctx,
        ChannelHandlerContext raw,
        Incoming incoming,
        Account account,
        Admission admission,
        Timeline timeline,
        Instruments record,
        Lateness.Loop lateness,
        ServedApi api,
        Optional<Fault> fault,
        Runnable ended) {}
