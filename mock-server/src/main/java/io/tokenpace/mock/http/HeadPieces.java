package io.tokenpace.mock.http;

/** The head of an answer cut behind its status line; its rest comes with the first event. */
final class HeadPieces implements Pieces {
    private final Dam dam = new Dam(Dam.STATUS_LINE_BYTES);

    @Override
    public void first(StreamPlay play) {
        dam.raise(play.stage());
        play.handOver(0, 1);
    }

    @Override
    public void rest(StreamPlay play) {
        dam.open(play.stage());
    }
}
