package io.tokenpace.mock.http;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import javax.net.SocketFactory;

/**
 * How a server's connections are encrypted.
 *
 * <p>Whoever only passes it on knows nothing else, so that a server in the clear loads no class of TLS.
 */
public interface Encryption {
    /** The certificate, as PEM, for whoever is to trust it. */
    String certificatePem();

    /** Returns what connects to this server and trusts no other. */
    SocketFactory trustingSockets();

    /** Tells the client of a connection that nothing more will come, and has that sent. */
    void endOutput(Channel channel);

    /** Returns what decrypts and encrypts one connection. */
    ChannelHandler newHandler(ByteBufAllocator allocator);
}
