package io.tokenpace.cli;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The size of this process's terminal. It is asked of {@code stty} at the start and after each resize, of which the
 * operating system tells by a signal, and at no other time: that takes a process. Safe for use by several threads.
 *
 * <p>The class that takes signals is exported by every Java but forbidden to name under {@code -Werror}, so it is looked
 * up; where it is missing, the terminal keeps the size it had at the start.
 */
final class WindowSize implements Supplier<TerminalSize> {
    private static final String RESIZED = "WINCH";
    private static final long PATIENCE_MS = 500;

    private final Map<String, String> environment;
    private volatile boolean known;
    private volatile TerminalSize last = TerminalSize.USUAL;

    WindowSize(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Lets every resize be known here, and then calls back. */
    void follow(Runnable resized) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object proxy =
                    Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, (self, called, with) -> {
                        known = false;
                        resized.run();
                        // What a method without a result returns to a proxy.
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(RESIZED), proxy);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            // No such class, or no such signal here.
        }
    }

    @Override
    public TerminalSize get() {
        if (!known) {
            known = true;
            last = asked().or(this::told).orElse(TerminalSize.USUAL);
        }
        return last;
    }

    private static Optional<TerminalSize> asked() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!stty.waitFor(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
                stty.destroyForcibly();
                return Optional.empty();
            }
            return parse(new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<TerminalSize> told() {
        return parse(environment.getOrDefault("LINES", "") + " " + environment.getOrDefault("COLUMNS", ""));
    }

    /** Reads rows and columns; a terminal that does not know them says 0. */
    static Optional<TerminalSize> parse(String text) {
        String bare = text.strip();
        if (!bare.matches("[1-9]\\d{0,4} [1-9]\\d{0,4}")) {
            return Optional.empty();
        }
        String[] sides = bare.split(" ", 2);
        return Optional.of(new TerminalSize(Integer.parseInt(sides[1]), Integer.parseInt(sides[0])));
    }
}
