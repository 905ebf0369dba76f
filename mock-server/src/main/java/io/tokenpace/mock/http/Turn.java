package io.tokenpace.mock.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.tokenpace.mock.api.OpenAiRefusal;
import io.tokenpace.mock.api.Refusal;
import io.tokenpace.mock.fault.Effect;
import io.tokenpace.mock.fault.Fault;
import io.tokenpace.mock.model.Script;
import io.tokenpace.mock.model.Timeline;
import io.tokenpace.mock.truth.EventTimes;
import io.tokenpace.mock.truth.FaultTruth;
import io.tokenpace.mock.truth.RequestTruth;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The turn of one request on its connection: the ways to answer it, of which one is taken.
 *
 * <p>Belongs to the thread of its connection.
 */
final class Turn {
    private final ChannelHandlerContext ctx;
    private final RequestHandler connection;
    private final Incoming incoming;
    private final Answering answering;
    private final Player player;

    Turn(ChannelHandlerContext ctx, RequestHandler connection, Incoming incoming, Answering answering, Player player) {
        this.ctx = ctx;
        this.connection = connection;
        this.incoming = incoming;
        this.answering = answering;
        this.player = player;
    }

    Incoming incoming() {
        return incoming;
    }

    /** Answers at once. */
    void reply(byte[] body) {
        send(Responses.whole(body, incoming, outlives(), Map.of()), () -> {});
    }

    void refuse(Refusal refusal) {
        send(Responses.refusal(refusal, incoming, outlives()), () -> {});
    }

    void refuse(OpenAiRefusal refusal) {
        send(Responses.refusal(refusal, incoming, outlives()), () -> {});
    }

    /** Answers with an error on purpose, which the truth tells of. */
    void fail(Fault fault, Effect.Status status) {
        EventTimes times = new EventTimes(1);
        long nowNanos = System.nanoTime();
        times.write(incoming.receivedNanos(), nowNanos);
        FaultTruth truth = new FaultTruth(fault.toString(), 0, OptionalLong.of(nowNanos));
        answering.record().faults().count(fault.name());
        String api = incoming.dialect() == Dialect.OPENAI ? "openai" : "anthropic";
        send(answering.errors().response(status, incoming, outlives()), () -> {
            times.flush(System.nanoTime());
            answering
                    .record()
                    .store()
                    .add(RequestTruth.refused(
                            incoming.requestId(), incoming.key().name(), api, incoming.receivedNanos(), truth, times));
        });
    }

    /** Admits the request to the service and plays its answer, whichever API words it. */
    void play(Performance performance, Optional<Fault> anywhere) {
        Optional<Mishap> mishap = anywhere.flatMap(fault -> Mishap.of(fault, incoming, performance));
        StartMoved startMoved = new StartMoved(player);
        Timeline timeline = admit(performance, mishap, startMoved);
        performance.admission().cached().beginsAt(timeline::firstTokenNanos);
        Stage stage = new Stage(
                ctx,
                ctx.pipeline().context(HttpResponseEncoder.class),
                incoming,
                performance.account(),
                mishap.map(it -> it.admit(performance.admission())).orElse(performance.admission()),
                timeline,
                answering.record(),
                player.lateness(),
                performance.api(),
                mishap.map(Mishap::fault),
                () -> connection.ended(ctx, incoming));
        Play play = answering.plays().of(stage, performance);
        startMoved.of(play);
        connection.begun(play);
        player.add(play);
    }

    private Timeline admit(Performance performance, Optional<Mishap> mishap, StartMoved startMoved) {
        Script whole = performance.script();
        Script script = mishap.map(it -> it.interrupt(whole)).orElse(whole);
        Timeline timeline =
                answering.service().admit(performance.demand(), script, incoming.receivedNanos(), startMoved);
        mishap.ifPresent(it -> it.holdUp(timeline, performance.account().streamed()));
        return timeline;
    }

    private boolean outlives() {
        return connection.outlives(incoming);
    }

    /** Sends what takes no time to answer, and has it recorded before the request is out. */
    private void send(FullHttpResponse response, Runnable record) {
        connection.send(ctx, response, outlives(), () -> {
            record.run();
            answering.record().inFlight().exit(System.nanoTime());
        });
    }
}
