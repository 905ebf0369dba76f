package io.tokenpace.mock;

import java.lang.reflect.Proxy;
import java.util.Map;

/**
 * Ends the process at once when it is signalled again while it stops, which Java by itself ignores.
 *
 * <p>The class that takes signals is exported by every Java but forbidden to name under {@code -Werror}, so it is looked
 * up; where it is missing, the process stops as patiently as the first signal asked.
 */
final class SecondSignal {
    private static final Map<String, Integer> EXIT_CODES = Map.of("INT", 130, "TERM", 143);

    private SecondSignal() {}

    /** Takes the next signal; to be called once the first has come. */
    static void endsAtOnce() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            for (Map.Entry<String, Integer> exit : EXIT_CODES.entrySet()) {
                Object halt = Proxy.newProxyInstance(
                        handler.getClassLoader(), new Class<?>[] {handler}, (self, called, with) -> {
                            Runtime.getRuntime().halt(exit.getValue());
                            throw new IllegalStateException("a halted process goes on");
                        });
                signal.getMethod("handle", signal, handler)
                        .invoke(null, signal.getConstructor(String.class).newInstance(exit.getKey()), halt);
            }
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            // No such class, or a signal that was reserved by -Xrs: the first signal's patience stays.
        }
    }
}
