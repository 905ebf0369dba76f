package io.tokenpace.mock;

import io.tokenpace.mock.http.Limits;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Attacks on one server, with a client beside each of them that behaves and must not notice. */
abstract class BesiegedTest {
    static Siege siege;

    @BeforeAll
    static void lay() throws IOException {
        siege = Siege.lay(Limits.standard());
    }

    @AfterAll
    static void raise() {
        siege.close();
    }

    @BeforeEach
    void begin() throws IOException {
        siege.begin();
    }

    @AfterEach
    void verify() throws IOException {
        siege.verify();
    }
}
