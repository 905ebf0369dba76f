package io.tokenpace.bench.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.util.ReferenceCountUtil;
import io.tokenpace.bench.ByteScan;
import io.tokenpace.bench.wire.http.AnswerDecoder;
import io.tokenpace.bench.wire.http.AnswerHead;
import io.tokenpace.bench.wire.http.AnswerParts;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Taking one read of a whole answer apart, by our decoder and by Netty's; each event is a chunk of its own. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AnswerDecoderBenchmark {
    /** One token, as short answers have it, or a read full of them. */
    @Param({"1", "50"})
    private int events;

    private final Sink sink = new Sink();
    private final AnswerDecoder ours = new AnswerDecoder(sink, AnswerHeaders::tells);
    private final EmbeddedChannel nettys = new EmbeddedChannel(new HttpResponseDecoder(), sink);
    private byte[] bytes = {};
    private ByteBuf answer = Unpooled.EMPTY_BUFFER;

    /** Writes the answer. */
    @Setup
    public void prepare() {
        bytes = PreparedAnswer.of(events);
        answer = Unpooled.directBuffer(bytes.length).writeBytes(bytes);
    }

    @Benchmark
    public int bareScan() {
        return ByteScan.lineEnds(bytes);
    }

    @Benchmark
    public int ours() {
        ours.begin();
        ours.read(answer.setIndex(0, bytes.length));
        return sink.bytes;
    }

    @Benchmark
    public int nettys() {
        nettys.pipeline().fireChannelRead(answer.setIndex(0, bytes.length).retain());
        nettys.pipeline().fireChannelReadComplete();
        return sink.bytes;
    }

    /** Counts the bytes of bodies. */
    private static final class Sink extends ChannelInboundHandlerAdapter implements AnswerParts {
        private int bytes;

        @Override
        public void head(AnswerHead head) {
            bytes += head.takeKeptLines().length;
        }

        @Override
        public void content(ByteBuf piece) {
            bytes += piece.readableBytes();
        }

        @Override
        public void end() {
            bytes++;
        }

        @Override
        public void broken(String why) {
            throw new AssertionError(why);
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object part) {
            if (part instanceof HttpContent content) {
                bytes += content.content().readableBytes();
            }
            ReferenceCountUtil.release(part);
        }
    }
}
