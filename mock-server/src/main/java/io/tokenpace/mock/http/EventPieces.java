package io.tokenpace.mock.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.tokenpace.mock.api.EncodedEvent;
import io.tokenpace.mock.fault.Within;

/** An event cut in its middle. */
final class EventPieces implements Pieces {
    private final int event;
    private final Within within;
    private ByteBuf rest = Unpooled.EMPTY_BUFFER;

    EventPieces(int event, Within within) {
        this.event = event;
        this.within = within;
    }

    @Override
    public void first(StreamPlay play) {
        if (event == 0) {
            play.writeHead();
        }
        EncodedEvent.Halves halves = halves(play);
        rest = halves.second();
        play.writeRaw(halves.first());
    }

    @Override
    public void rest(StreamPlay play) {
        play.writeRaw(rest);
    }

    private EncodedEvent.Halves halves(StreamPlay play) {
        ByteBuf encoded = play.encode(event, event + 1);
        try {
            EncodedEvent whole = EncodedEvent.of(encoded);
            return switch (within) {
                case CHARACTER -> whole.cutInCharacter();
                case EVENT -> whole.cutInEvent();
                case CHUNK -> whole.cutInChunk();
            };
        } finally {
            encoded.release();
        }
    }
}
