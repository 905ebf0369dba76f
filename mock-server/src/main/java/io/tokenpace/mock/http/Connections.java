package io.tokenpace.mock.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;
import io.netty.handler.codec.http.HttpServerCodec;

/** Sets up each connection: the HTTP codec, bodies in one piece, and the handler of its requests. */
final class Connections extends ChannelInitializer<Channel> {
    private final ChannelGroup connections;
    private final Players players;
    private final Answering answering;

    Connections(ChannelGroup connections, Players players, Answering answering) {
        this.connections = connections;
        this.players = players;
        this.answering = answering;
    }

    @Override
    protected void initChannel(Channel channel) {
        connections.add(channel);
        channel.pipeline()
                .addLast(new HttpServerCodec())
                .addLast(new BodyCollector())
                .addLast(new RequestHandler(answering, players.of(channel.eventLoop())));
    }
}
