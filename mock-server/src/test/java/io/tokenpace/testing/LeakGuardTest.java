package io.tokenpace.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.PooledByteBufAllocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The guard must be able to fail. */
class LeakGuardTest {
    @Test
    void shouldFailAClassThatLostABuffer() {
        lose();
        assertThatThrownBy(() -> new LeakGuard().afterAll((ExtensionContext) null))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("buffers never released");
    }

    private static void lose() {
        PooledByteBufAllocator.DEFAULT.directBuffer(16).writeInt(1);
    }
}
