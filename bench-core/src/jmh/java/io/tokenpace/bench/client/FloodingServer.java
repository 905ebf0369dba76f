package io.tokenpace.bench.client;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import java.net.InetSocketAddress;

/**
 * A server that does as little as it can: it counts the bytes of requests, and writes one prepared answer to each as fast
 * as the reader takes it. It runs in a process of its own, prints its port and ends when its input does.
 */
final class FloodingServer extends ChannelInitializer<Channel> {
    private final ByteBuf answer;

    private FloodingServer(int events) {
        byte[] bytes = PreparedAnswer.of(events);
        this.answer =
                Unpooled.unreleasableBuffer(Unpooled.directBuffer(bytes.length).writeBytes(bytes));
    }

    /** Runs until its input ends. Its only argument is the number of events of an answer. */
    public static void main(String[] arguments) throws Exception {
        MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
        Channel listener = new ServerBootstrap()
                .group(group)
                .channel(EpollServerSocketChannel.class)
                .childHandler(new FloodingServer(Integer.parseInt(arguments[0])))
                .bind("127.0.0.1", 0)
                .sync()
                .channel();
        System.out.println(((InetSocketAddress) listener.localAddress()).getPort());
        while (System.in.read() >= 0) {
            // Whoever started it still lives.
        }
        group.shutdownGracefully();
    }

    @Override
    protected void initChannel(Channel channel) {
        channel.pipeline().addLast(new Flood());
    }

    private final class Flood extends ChannelInboundHandlerAdapter {
        private int unread = PreparedAnswer.REQUEST.length;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ByteBuf in = (ByteBuf) message;
            unread -= in.readableBytes();
            in.release();
            while (unread <= 0) {
                unread += PreparedAnswer.REQUEST.length;
                context.write(answer.duplicate());
            }
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            context.flush();
        }
    }
}
