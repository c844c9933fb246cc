package slope.bench.serve;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Asks a server at a rate that its answers do not slow down: each request has a time at which it is to be sent, and
/// its latency counts from there, also if no connection was free then (no coordinated omission).
@Command(
        name = "open-loop",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Asks a server for predictions, and prints how long its answers took.")
public final class OpenLoop implements Callable<Integer> {
    private static final double NANO = 1e-9;
    private static final int LINE_SECONDS = 10;

    @Spec
    private @Nullable CommandSpec command;

    @Option(names = "--port", required = true, paramLabel = "PORT", description = "The server's port on this machine.")
    private int port;

    @Option(names = "--path", required = true, paramLabel = "PATH", description = "The path, as /v2/models/M/infer.")
    private String path = "";

    @Option(names = "--table", required = true, paramLabel = "CSV", description = "The rows that are asked for.")
    private Path table = Path.of("");

    @Option(names = "--target", required = true, paramLabel = "COLUMN", description = "A column to leave out.")
    private String target = "";

    @Option(names = "--rows", defaultValue = "1", paramLabel = "N", description = "The rows of each request.")
    private int rows;

    @Option(names = "--connections", defaultValue = "1", paramLabel = "N", description = "Connections to ask by.")
    private int connections;

    @Option(
            names = "--rate",
            defaultValue = "0",
            paramLabel = "N",
            description = "Requests a second; 0 asks again at each answer, which tells the highest rate.")
    private double rate;

    @Option(names = "--warm-up", defaultValue = "5", paramLabel = "SECONDS", description = "Seconds that do not count.")
    private int warmUp;

    @Option(names = "--seconds", defaultValue = "15", paramLabel = "SECONDS", description = "Seconds that count.")
    private int seconds;

    @Option(names = "--pid", paramLabel = "PID", description = "The server's process, whose memory is printed (Linux).")
    private Optional<Long> pid = Optional.empty();

    @Option(names = "--answer", description = "Print the answer to the first request and end.")
    private boolean answer;

    private final AtomicLong next = new AtomicLong();
    private volatile long begun;
    private volatile boolean isOver;

    /// Exit code 0 if there was no error, 1 otherwise.
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new OpenLoop()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = Objects.requireNonNull(command).commandLine().getOut();
        List<byte[]> requests = RequestBodies.of(table, target, rows, path);
        if (answer) {
            try (Client client = new Client(port)) {
                int _ = client.ask(requests.getFirst());
                out.println(client.response());
                return 0;
            }
        }
        Latencies recent = new Latencies();
        begun = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int connection = 0; connection < connections; connection++) {
            threads.add(Thread.ofVirtual().start(() -> ask(requests, recent)));
        }
        Thread.sleep(warmUp * 1000L);
        new Latencies().takeFrom(recent);
        Latencies all = new Latencies();
        for (int left = seconds; left > 0; left -= LINE_SECONDS) {
            int length = Math.min(left, LINE_SECONDS);
            Thread.sleep(length * 1000L);
            Latencies last = new Latencies();
            last.takeFrom(recent);
            if (seconds > LINE_SECONDS) {
                out.printf("%5d s: %s%s%n", seconds - left + length, last.over(length), memory());
                out.flush();
            }
            all.takeFrom(last);
        }
        isOver = true;
        for (Thread thread : threads) {
            thread.join(10_000);
        }
        String result = all.over(seconds);
        out.printf("%s, %d rows, %d connections: %s%s%n", path, rows, connections, result, memory());
        out.flush();
        return result.contains(" 0 errors") ? 0 : 1;
    }

    private void ask(List<byte[]> requests, Latencies latencies) {
        while (!isOver) {
            try (Client client = new Client(port)) {
                while (!isOver) {
                    long number = next.getAndIncrement();
                    long intended = rate == 0 ? System.nanoTime() : begun + (long) (number / rate / NANO);
                    waitUntil(intended);
                    if (client.ask(requests.get((int) (number % requests.size()))) == 200) {
                        latencies.add(System.nanoTime() - intended);
                    } else {
                        latencies.addError();
                    }
                }
            } catch (IOException failure) {
                latencies.addError();
            }
        }
    }

    private static void waitUntil(long time) {
        for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private String memory() throws IOException {
        if (pid.isEmpty()) {
            return "";
        }
        for (String line : Files.readAllLines(Path.of("/proc", pid.get().toString(), "status"))) {
            if (line.startsWith("VmRSS:")) {
                return "; memory" + line.substring("VmRSS:".length()).replaceAll("\\s+", " ");
            }
        }
        return "";
    }
}
