package io.tokenpace.mock.ceiling;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;

/** A {@link MeasuredServer} in a child process. */
final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final OutputStream commands;
    private final URI uri;

    ServerProcess(String profile) throws IOException {
        process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xms512m",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MeasuredServer.class.getName(),
                        profile))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        commands = process.getOutputStream();
        uri = URI.create(answer());
    }

    InetSocketAddress address() {
        return new InetSocketAddress(uri.getHost(), uri.getPort());
    }

    /** Has it measure a span of so long. */
    Figures measure(long millis) throws IOException, InterruptedException {
        ask("begin");
        Thread.sleep(millis);
        return Figures.parse(ask("end"));
    }

    String ask(String command) throws IOException {
        commands.write((command + "\n").getBytes(UTF_8));
        commands.flush();
        return answer();
    }

    private String answer() throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(MeasuredServer.ANSWER)) {
                return line.substring(MeasuredServer.ANSWER.length());
            }
        }
        throw new IOException("the server ended early");
    }

    @Override
    public void close() throws IOException {
        commands.close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
