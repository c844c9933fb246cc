package slope.serve;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import slope.serve.http.JdkServer;
import slope.serve.http.OwnName;
import slope.serve.model.ServedModels;
import slope.table.DataException;

/// A server that predicts with saved models.
///
///     try (ScoringServer server = ScoringServer.start(settings, sentence -> log(sentence))) {
///         …
///     }
///
/// Closing it finishes the requests that are in flight.
public final class ScoringServer implements AutoCloseable {
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(30);
    private static final Duration LOOK_AT_FILES = Duration.ofSeconds(1);

    private final JdkServer server;
    private final ServedModels models;
    private final Gate gate;

    private ScoringServer(JdkServer server, ServedModels models, Gate gate) {
        this.server = server;
        this.models = models;
        this.gate = gate;
    }

    /// Starts a server, and returns when all models are loaded. Until then it answers that it is not ready.
    ///
    /// @param log takes sentences about what happens later: files that changed, failures
    /// @throws DataException if the address cannot be listened at, or a file is no model
    public static ScoringServer start(ServeSettings settings, Consumer<String> log) {
        ScoringServer started = listen(settings, log);
        try {
            started.models.load(LOOK_AT_FILES, log);
            return started;
        } catch (RuntimeException | Error failure) {
            started.close();
            throw failure;
        }
    }

    /// A server whose models are not loaded yet.
    static ScoringServer listen(ServeSettings settings, Consumer<String> log) {
        if (!settings.isOpen() && !settings.host().isLoopbackAddress()) {
            throw new DataException("at %s other machines could ask; open the server to them, or leave the host out"
                    .formatted(settings.host().getHostAddress()));
        }
        ServedModels models = new ServedModels(settings.models(), settings.background());
        Gate gate = new Gate(settings.limits());
        Endpoints endpoints = new Endpoints(models, gate, settings.limits());
        Doorkeeper door = new Doorkeeper(settings, endpoints.routes(), endpoints::refused);
        try {
            InetSocketAddress address = new InetSocketAddress(settings.host(), settings.port());
            return new ScoringServer(JdkServer.start(address, door, log), models, gate);
        } catch (IOException taken) {
            models.close();
            throw new DataException(
                    "%s:%s cannot be listened at: %s; choose another port or host"
                            .formatted(settings.host().getHostAddress(), settings.port(), taken.getMessage()),
                    taken);
        }
    }

    /// Where it listens.
    public URI address() {
        InetSocketAddress address = server.address();
        return URI.create("http://%s:%s".formatted(OwnName.text(address.getAddress()), address.getPort()));
    }

    /// Lets nobody in any more, finishes the requests that are in flight, and ends.
    @Override
    public void close() {
        gate.close();
        models.close();
        server.stop(LONGEST_FAREWELL);
    }
}
