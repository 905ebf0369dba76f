package io.tokenpace.bench.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class RotationTest {
    private static final Hop A = hop(1);
    private static final Hop B = hop(2);
    private static final Hop C = hop(3);

    private final Rotation rotation = new Rotation(List.of(A, B, C), 0);

    @Test
    void shouldBeginEachTimeWithTheNext() {
        assertThat(rotation.next(0)).containsExactly(A, B, C);
        assertThat(rotation.next(0)).containsExactly(B, C, A);
        assertThat(rotation.next(0)).containsExactly(C, A, B);
        assertThat(rotation.next(0)).containsExactly(A, B, C);
    }

    @Test
    void shouldBeginWhereItIsTold() {
        assertThat(new Rotation(List.of(A, B, C), 4).next(0)).containsExactly(B, C, A);
    }

    @Test
    void shouldTakeTheOthersInTurnWhileOneIsSetBack() {
        rotation.setBack(B, 0);
        assertThat(rotation.next(1)).containsExactly(A, C, B);
        assertThat(rotation.next(1)).containsExactly(C, A, B);
        assertThat(rotation.next(1)).containsExactly(A, C, B);
    }

    @Test
    void shouldTryAgainAfterAWhile() {
        rotation.setBack(A, 5);
        assertThat(rotation.next(5 + Rotation.SET_BACK_NANOS - 1)).containsExactly(B, C, A);
        assertThat(rotation.next(5 + Rotation.SET_BACK_NANOS)).containsExactly(B, C, A);
        assertThat(rotation.next(5 + Rotation.SET_BACK_NANOS)).containsExactly(C, A, B);
    }

    @Test
    void shouldTryThemAllWhenAllFailed() {
        List.of(C, B, A).forEach(hop -> rotation.setBack(hop, 0));
        assertThat(rotation.next(1)).containsExactly(A, B, C);
    }

    private static Hop hop(int number) {
        return Hop.to(InetSocketAddress.createUnresolved("host", number));
    }
}
