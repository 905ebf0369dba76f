package io.tokenpace.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.tokenpace.bench.wire.sse.SseReader;
import io.tokenpace.bench.wire.sse.SseStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a reader that measures events of known shapes must do: tell the same as one that has every event parsed. */
public abstract class MeasuredEventsContract {
    private static final int SEQUENCES = 10_000;
    private static final int SEQUENCE_EVENTS = 6;

    /** Returns a reader that uses these shapes. */
    protected abstract AnswerReader newReader(EventShapes shapes);

    /** Returns recorded and documented streams. */
    protected abstract List<byte[]> streams();

    /** Returns events that differ from many others in their content alone. */
    protected abstract List<String> commonEvents();

    @Test
    protected void shouldMeasureEventsThatRepeat() {
        for (String event : commonEvents()) {
            TwinReaders twins = twins().read(event, event.replace("word", "other"), event.replace("word", ""), event);

            assertThat(twins.shortcuts()).as(event).isEqualTo(4);
        }
    }

    @Test
    protected void shouldTellTheSameOfEveryStreamWhereverItIsCut() {
        AnswerReader measuring = newReader(new EventShapes(EventShapes.USUAL));
        for (byte[] stream : streams()) {
            Told parsed = Told.by(Recorded.read(newReader(new EventShapes(0)), stream));
            for (int cut = 0; cut <= stream.length; cut++) {
                assertThat(Told.by(Recorded.read(measuring, stream, cut))).isEqualTo(parsed);
            }
            int[] everywhere = IntStream.range(0, stream.length).toArray();
            assertThat(Told.by(Recorded.read(measuring, stream, everywhere))).isEqualTo(parsed);
        }
    }

    @Test
    protected void shouldTellTheSameOfEveryEventWithAByteThatIsWrong() {
        TwinReaders twins = twins();
        for (byte[] event : events()) {
            for (byte[] wrong : EventMutations.once(event)) {
                twins.begin().read(event, wrong, event);
            }
        }
    }

    @Test
    protected void shouldTellTheSameOfEventsThatRepeatWithAnyByteThatIsWrong() {
        TwinReaders twins = twins();
        for (String event : commonEvents()) {
            byte[] good = event.getBytes(StandardCharsets.UTF_8);
            for (byte[] wrong : EventMutations.thoroughly(good)) {
                twins.begin().read(good, wrong, good);
            }
        }
    }

    @Test
    protected void shouldTellTheSameOfShapesLearntFromAnEventWithAByteThatIsWrong() {
        for (String event : commonEvents()) {
            byte[] good = event.getBytes(StandardCharsets.UTF_8);
            byte[] other = event.replace("word", "\\\"é😀").getBytes(StandardCharsets.UTF_8);
            for (byte[] wrong : EventMutations.once(good)) {
                twins().read(wrong, wrong, good, other, wrong);
            }
        }
    }

    @Test
    protected void shouldTellTheSameOfEventsThatAreMixedAndMutated() {
        Random random = new Random(7);
        EventMutations mutations = new EventMutations(random);
        List<byte[]> events = events();
        TwinReaders twins = twins();
        for (int i = 0; i < SEQUENCES; i++) {
            twins.begin();
            byte[] event = events.get(random.nextInt(events.size()));
            for (int k = 0; k < SEQUENCE_EVENTS; k++) {
                twins.read(event);
                event = switch (random.nextInt(4)) {
                    case 0 -> event;
                    case 1 -> events.get(random.nextInt(events.size()));
                    case 2 -> mutations.withOtherString(event);
                    default -> mutations.mutate(event);
                };
            }
        }
        assertThat(twins.shortcuts()).isGreaterThan(SEQUENCES);
    }

    @Test
    protected void shouldTellTheSameOfStreamsThatTakeTurns() {
        AnswerReader measuring = newReader(new EventShapes(2));
        AnswerReader parsing = newReader(new EventShapes(0));
        List<List<byte[]>> streams =
                streams().stream().map(MeasuredEventsContract::eventsOf).toList();
        Answer[] measured = new Answer[streams.size()];
        Answer[] parsed = new Answer[streams.size()];
        Arrays.setAll(measured, i -> new Answer());
        Arrays.setAll(parsed, i -> new Answer());
        for (int turn = 0; turn < 50; turn++) {
            for (int i = 0; i < streams.size(); i++) {
                if (turn < streams.get(i).size()) {
                    byte[] event = streams.get(i).get(turn);
                    measuring.event(event, 0, event.length, measured[i]);
                    parsing.event(event, 0, event.length, parsed[i]);
                    assertThat(Told.by(measured[i])).isEqualTo(Told.by(parsed[i]));
                }
            }
        }
    }

    @Test
    protected void shouldKeepTheSameText() {
        for (byte[] stream : streams()) {
            assertThat(keptText(newReader(new EventShapes(EventShapes.USUAL)), stream))
                    .isEqualTo(keptText(newReader(new EventShapes(0)), stream));
        }
    }

    private static String keptText(AnswerReader reader, byte[] stream) {
        Answer answer = new Answer();
        answer.keepText();
        eventsOf(stream).forEach(event -> reader.event(event, 0, event.length, answer));
        return answer.text();
    }

    private TwinReaders twins() {
        return new TwinReaders(newReader(new EventShapes(EventShapes.USUAL)), newReader(new EventShapes(0)));
    }

    private List<byte[]> events() {
        List<byte[]> events = new ArrayList<>();
        streams().forEach(stream -> events.addAll(eventsOf(stream)));
        commonEvents().forEach(event -> events.add(event.getBytes(StandardCharsets.UTF_8)));
        return events;
    }

    private static List<byte[]> eventsOf(byte[] stream) {
        List<byte[]> events = new ArrayList<>();
        new SseReader(1 << 20)
                .read(
                        Unpooled.wrappedBuffer(stream),
                        new SseStream(),
                        (bytes, offset, length) -> events.add(Arrays.copyOfRange(bytes, offset, offset + length)));
        return events;
    }
}
