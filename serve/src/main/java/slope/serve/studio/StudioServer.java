package slope.serve.studio;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import slope.serve.http.Handler;
import slope.serve.http.HttpException;
import slope.serve.http.JdkServer;
import slope.serve.http.OwnName;
import slope.serve.http.Request;
import slope.serve.http.Response;
import slope.serve.studio.data.OpenSource;
import slope.serve.studio.data.TableSlot;
import slope.serve.studio.event.Bell;
import slope.serve.studio.model.SavedModels;
import slope.serve.studio.run.StudioRuns;
import slope.table.DataException;
import slope.tables.TableFiles;
import slope.tables.TableSource;

/// The studio's server.
///
///     try (StudioServer studio = StudioServer.start(settings, sentence -> log(sentence))) {
///         browser.open(studio.address());
///         …
///     }
///
/// Closing it ends its streams and the run at work, which can go on at the next start.
public final class StudioServer implements AutoCloseable {
    private static final int TOKEN_BYTES = 16;
    private static final long LAST_EPOCH_MILLISECONDS = 500;
    private static final Duration LONGEST_FAREWELL = Duration.ofMillis(200);

    private final JdkServer server;
    private final StudioRuns runs;
    private final Bell bell;
    private final String token;

    private StudioServer(JdkServer server, StudioRuns runs, Bell bell, String token) {
        this.server = server;
        this.runs = runs;
        this.bell = bell;
        this.token = token;
    }

    /// Starts the studio; its table is read meanwhile.
    ///
    /// @param log takes sentences about what should not have happened
    /// @throws DataException if the address cannot be listened at, the folder cannot be used, or the table is not
    ///     there
    public static StudioServer start(StudioSettings settings, Consumer<String> log) {
        if (!settings.isOpen() && !settings.host().isLoopbackAddress()) {
            throw new DataException("at %s other machines could ask; open the studio to them, or leave the host out"
                    .formatted(settings.host().getHostAddress()));
        }
        Bell bell = new Bell();
        TableSlot slot = new TableSlot(bell);
        StudioRuns runs = new StudioRuns(settings.folder(), bell, log);
        SavedModels models = new SavedModels();
        settings.models().forEach(models::open);
        settings.table().ifPresent(TableFiles::bytes); // a file that is not there is told before a browser opens
        Handler inside = new StudioEndpoints(settings, slot, runs, models, bell).handler();
        String token = token();
        Optional<OwnName> ownName = settings.isOpen() ? Optional.empty() : Optional.of(OwnName.of(settings.host()));
        CompletableFuture<Handler> door = new CompletableFuture<>(); // its cookie has the port, which is not known yet
        JdkServer server =
                listen(settings, request -> door.getNow(StudioServer::early).handle(request), log);
        String cookie = "slope-studio-" + server.address().getPort();
        door.complete(new StudioDoor(ownName, new StudioDoor.Pass(cookie, token), entry(settings), inside));
        settings.table().ifPresent(table -> slot.read(source(table, settings.target())));
        return new StudioServer(server, runs, bell, token);
    }

    /// What a browser sees first.
    private static String entry(StudioSettings settings) {
        return settings.models().isEmpty() ? "/" : "/#/inside?model=1";
    }

    private static Response early(Request request) {
        throw HttpException.later(503, "the studio is starting", 1);
    }

    private static JdkServer listen(StudioSettings settings, Handler handler, Consumer<String> log) {
        try {
            return JdkServer.startStreaming(new InetSocketAddress(settings.host(), settings.port()), handler, log);
        } catch (IOException taken) {
            throw new DataException(
                    "%s:%s cannot be listened at: %s; choose another port or host"
                            .formatted(settings.host().getHostAddress(), settings.port(), taken.getMessage()),
                    taken);
        }
    }

    /// As it was named, but found from everywhere, because runs keep it.
    private static OpenSource source(TableSource table, Optional<String> target) {
        Path file = Path.of(table.location());
        boolean isFile = Files.isRegularFile(file);
        return new OpenSource(
                isFile ? file.getFileName().toString() : table.name(),
                OpenSource.From.COMMAND_LINE,
                isFile ? table.at(file.toAbsolutePath().toString()) : table,
                Map.of(),
                target);
    }

    private static String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// The address of the page, with the token that lets a browser in.
    public URI address() {
        InetSocketAddress address = server.address();
        return URI.create(
                "http://%s:%s/?token=%s".formatted(OwnName.text(address.getAddress()), address.getPort(), token));
    }

    /// Ends streams, the run at work, and the server.
    @Override
    public void close() {
        bell.close();
        try {
            runs.close(LAST_EPOCH_MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        server.stop(LONGEST_FAREWELL);
    }
}
