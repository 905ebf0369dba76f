package io.tokenpace.bench.client;

import io.netty.channel.Channel;
import io.tokenpace.bench.outcome.ErrorKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Opens connections that then wait for requests, a few at a time: a service's queue of callers is short. Everything here
 * runs on the loop.
 */
final class HeadStart {
    private static final int AT_A_TIME = 64;

    private final ClientLoop loop;
    private final List<Way> ways;
    private final Function<Opening, Dial> dialing;
    private final Set<Opening> pending = new HashSet<>();
    private final List<String> failures = new ArrayList<>();
    private final CompletableFuture<List<String>> end = new CompletableFuture<>();
    private int left;

    /** @param dialing begins to open one */
    HeadStart(ClientLoop loop, List<Way> ways, int connections, Function<Opening, Dial> dialing) {
        this.loop = loop;
        this.ways = ways;
        this.left = connections;
        this.dialing = dialing;
    }

    /** Begins, and returns what comes of it: the words of each connection that could not be opened. */
    CompletableFuture<List<String>> begin() {
        proceed();
        return end;
    }

    /** Opens no more; what is half open is closed. */
    void giveUp() {
        left = 0;
        pending.forEach(Opening::giveUp);
        pending.clear();
        end.complete(List.copyOf(failures));
    }

    private void proceed() {
        while (left > 0 && pending.size() < AT_A_TIME) {
            left--;
            Opening opening = new Opening(ways.get(left % ways.size()));
            pending.add(opening);
            opening.dial = dialing.apply(opening);
        }
        if (pending.isEmpty()) {
            end.complete(List.copyOf(failures));
        }
    }

    /** One connection on its way. */
    final class Opening implements Dial.Caller {
        private final Way way;
        private Dial dial;

        private Opening(Way way) {
            this.way = way;
        }

        Way way() {
            return way;
        }

        private void giveUp() {
            dial.giveUp();
        }

        @Override
        public long now() {
            return loop.now();
        }

        @Override
        public void connected() {}

        @Override
        public void tlsDone() {}

        @Override
        public void opened(Channel channel) {
            loop.adopt(channel, way).waitForUse();
            finish();
        }

        @Override
        public void failed(ErrorKind kind, String text) {
            failures.add(text);
            finish();
        }

        private void finish() {
            pending.remove(this);
            proceed();
        }
    }
}
