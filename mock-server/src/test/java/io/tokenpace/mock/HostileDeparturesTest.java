package io.tokenpace.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Leaves at every stage of a request, in every way that TCP has. */
@Timeout(60)
class HostileDeparturesTest extends BesiegedTest {
    private static final String HALF_BODY =
            "POST /v1/messages HTTP/1.1\r\nhost: mock\r\ncontent-length: 100000\r\n\r\n{\"model\":\""
                    + "m".repeat(9_000);

    /** How far a request has come. */
    enum Stage {
        CONNECTED {
            @Override
            void reach(RawClient client) {}
        },
        IN_THE_HEAD {
            @Override
            void reach(RawClient client) throws IOException {
                client.send("POST /v1/messages HTTP/1.1\r\nhost: mo");
            }
        },
        IN_THE_BODY {
            @Override
            void reach(RawClient client) throws IOException {
                client.send(HALF_BODY);
                while (siege.server().bodyBytes() == 0) {
                    Thread.onSpinWait();
                }
            }
        },
        SENT_A_LONG_BODY {
            @Override
            void reach(RawClient client) throws IOException {
                client.post(Messages.request(9, true, "!".repeat(4_000_000)));
            }
        },
        BEFORE_THE_HEAD {
            @Override
            void reach(RawClient client) throws IOException {
                client.post(Siege.SILENT.replace("true", "false"));
                siege.awaitInFlight(2);
            }
        },
        BEFORE_THE_FIRST_TOKEN {
            @Override
            void reach(RawClient client) throws IOException {
                holdASlot(client, Siege.SILENT);
            }
        },
        IN_THE_STREAM {
            @Override
            void reach(RawClient client) throws IOException {
                holdASlot(client, Siege.ENDLESS);
            }
        },
        WITH_ANOTHER_REQUEST_WAITING {
            @Override
            void reach(RawClient client) throws IOException {
                holdASlot(client, Siege.SILENT);
                client.post(Siege.SILENT);
            }
        },
        WITH_HALF_A_REQUEST_WAITING {
            @Override
            void reach(RawClient client) throws IOException {
                holdASlot(client, Siege.SILENT);
                client.send(HALF_BODY);
            }
        },
        BEFORE_READING_A_REFUSAL {
            @Override
            void reach(RawClient client) throws IOException {
                client.send("GET / HTTP/9\r\n\r\n");
            }
        },
        AFTER_THE_LAST_BYTE {
            @Override
            void reach(RawClient client) throws IOException {
                assertThat(Siege.answer(client, Siege.SHORT)).startsWith("HTTP/1.1 200");
            }
        };

        abstract void reach(RawClient client) throws IOException;

        /** Posts a request, and returns once its stream has begun. */
        private static void holdASlot(RawClient client, String request) throws IOException {
            client.post(request);
            client.head();
            client.chunk();
        }
    }

    /** How a client leaves. */
    enum Way {
        CLOSE {
            @Override
            void leave(RawClient client) throws IOException {
                client.leave();
            }
        },
        RESET {
            @Override
            void leave(RawClient client) throws IOException {
                client.reset();
            }
        },
        CLOSE_HALF {
            @Override
            void leave(RawClient client) throws IOException {
                client.closeHalf();
                client.readToEnd();
            }
        };

        abstract void leave(RawClient client) throws IOException;
    }

    static Stream<Arguments> departures() {
        return Stream.of(Stage.values())
                .flatMap(stage -> Stream.of(Way.values()).map(way -> Arguments.of(stage, way)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("departures")
    void shouldLeaveNoTraceWhenAClientLeaves(Stage stage, Way way) throws IOException {
        try (RawClient client = siege.client()) {
            stage.reach(client);
            way.leave(client);
        }
    }
}
