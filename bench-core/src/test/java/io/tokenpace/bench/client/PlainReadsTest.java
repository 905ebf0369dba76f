package io.tokenpace.bench.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What TLS makes of the socket's arrivals: none of a ticket, one of several records. */
class PlainReadsTest {
    private final List<Object> seen = new ArrayList<>();
    private long nowNanos;
    private final ReadStamp stamp = new ReadStamp(() -> nowNanos, true);
    private final EmbeddedChannel channel =
            new EmbeddedChannel(stamp, new Decrypter(), new PlainReads(stamp), new Witness());

    @Test
    void shouldPassOnOneArrivalOfSeveralRecords() {
        nowNanos = 5;
        channel.pipeline().fireChannelRead(2);
        nowNanos = 7;
        channel.pipeline().fireChannelRead(1).fireChannelReadComplete();
        assertThat(seen).containsExactly("record", "record", "record", "complete");
        assertThat(stamp.nanos()).isEqualTo(5);
        assertThat(stamp.anyRead()).isTrue();
    }

    @Test
    void shouldNotTakeATicketForAnArrival() {
        channel.pipeline().fireChannelRead(0).fireChannelReadComplete();
        assertThat(seen).isEmpty();
        assertThat(stamp.anyRead()).isFalse();
    }

    @Test
    void shouldStampTheArrivalThatCompletesARecord() {
        nowNanos = 5;
        channel.pipeline().fireChannelRead(0).fireChannelReadComplete();
        nowNanos = 7;
        channel.pipeline().fireChannelRead(1).fireChannelReadComplete();
        assertThat(seen).containsExactly("record", "complete");
        assertThat(stamp.nanos()).isEqualTo(7);
    }

    /** Stands for TLS: a number becomes so many records. */
    private static final class Decrypter extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            for (int i = 0; i < (Integer) message; i++) {
                context.fireChannelRead("record");
            }
        }
    }

    private final class Witness extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            seen.add(message);
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            seen.add("complete");
        }
    }
}
