package io.tokenpace.mock.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;
import io.netty.handler.codec.http.HttpResponseEncoder;

/** Sets up each connection: TLS where it is spoken, the HTTP codec, bodies in one piece, and the handler of its requests. */
final class Connections extends ChannelInitializer<Channel> {
    private static final byte[] FULL =
            "HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\nconnection: close\r\n\r\n".getBytes(US_ASCII);

    private final ChannelGroup connections;
    private final Players players;
    private final Answering answering;
    private final Reception reception;

    Connections(ChannelGroup connections, Players players, Answering answering, Reception reception) {
        this.connections = connections;
        this.players = players;
        this.answering = answering;
        this.reception = reception;
    }

    @Override
    protected void initChannel(Channel channel) {
        if (!reception.admitConnection()) {
            refuse(channel);
            return;
        }
        channel.closeFuture().addListener(closed -> reception.connectionClosed());
        connections.add(channel);
        reception.tls().ifPresent(tls -> channel.pipeline().addLast(tls.newHandler(channel.alloc())));
        channel.pipeline()
                .addLast(new RequestDecoder(reception.limits().patience()))
                .addLast(new HttpResponseEncoder())
                .addLast(new BodyCollector(reception))
                .addLast(new RequestHandler(answering, players.of(channel.eventLoop()), reception));
    }

    /** Over TLS there is no answer before the handshake, and nobody is worth one here. */
    private void refuse(Channel channel) {
        if (reception.tls().isPresent()) {
            channel.close();
        } else {
            channel.writeAndFlush(Unpooled.wrappedBuffer(FULL)).addListener(ChannelFutureListener.CLOSE);
        }
    }
}
