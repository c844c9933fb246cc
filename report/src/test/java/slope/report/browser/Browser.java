package slope.report.browser;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A Chromium that tests drive through its DevTools protocol. It is found by `SLOPE_CHROMIUM`, or on the path.
public final class Browser implements AutoCloseable {
    private static final int MOST_MINUTES = 5;
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");

    private final Process process;
    private final Connection connection;

    private Browser(Process process, Connection connection) {
        this.process = process;
        this.connection = connection;
    }

    /// The program, where there is one.
    public static Optional<Path> program() {
        String named = System.getenv("SLOPE_CHROMIUM");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Starts one.
    ///
    /// @param profile an empty folder
    public static Browser start(Path program, Path profile) throws IOException {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox", // a container's root has none
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader errors = process.errorReader(StandardCharsets.UTF_8);
        String line = errors.readLine();
        while (line != null) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                Thread.ofVirtual().start(() -> errors.lines().forEach(ignored -> {})); // a full pipe would stop it
                return new Browser(process, Connection.to(listening.group(1)));
            }
            line = errors.readLine();
        }
        throw new IOException(program + " ended before it could be driven");
    }

    /// A new page.
    ///
    /// @param width in CSS pixels
    /// @param scheme `light` or `dark`
    public BrowserPage page(int width, String scheme) {
        Map<String, ?> target = connection.call("", "Target.createTarget", Map.of("url", "about:blank"));
        String session = connection
                .call("", "Target.attachToTarget", Map.of("targetId", target.get("targetId"), "flatten", true))
                .get("sessionId")
                .toString();
        BrowserPage page = new BrowserPage(connection, session);
        page.call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", false));
        page.call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        return page;
    }

    @Override
    public void close() {
        connection.close();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().orTimeout(MOST_MINUTES, TimeUnit.MINUTES).join(); // its profile is deleted next
    }
}
