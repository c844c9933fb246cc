package slope.report.browser;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A Chromium that tests drive through its DevTools protocol. It is found by `SLOPE_CHROMIUM`, or on the path.
public final class Browser {
    private static final int MOST_MINUTES = 5;
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

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
    public static Browser start(Path program, Path profile) throws IOException, InterruptedException {
        try (WatchService watch = profile.getFileSystem().newWatchService()) {
            profile.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            Process process = new ProcessBuilder(
                            program.toString(),
                            "--headless",
                            "--no-sandbox", // a container's root has none
                            "--disable-gpu",
                            "--disable-dev-shm-usage",
                            "--remote-debugging-port=0",
                            "--user-data-dir=" + profile)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Browser(process, Connection.to(address(profile.resolve("DevToolsActivePort"), watch)));
        }
    }

    /// Waits for the file in which Chromium tells its port and its address.
    private static String address(Path file, WatchService watch) throws IOException, InterruptedException {
        List<String> lines = List.of();
        while (lines.size() < 2) {
            WatchKey changed = watch.poll(MOST_MINUTES, TimeUnit.MINUTES);
            if (changed == null) {
                throw new IOException("Chromium did not tell its port");
            }
            changed.pollEvents();
            changed.reset();
            lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        }
        return "ws://127.0.0.1:" + lines.get(0) + lines.get(1);
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

    /// Ends it.
    public void close() throws InterruptedException {
        connection.close();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        boolean _ = process.destroyForcibly().waitFor(MOST_MINUTES, TimeUnit.MINUTES); // its profile is deleted next
    }
}
