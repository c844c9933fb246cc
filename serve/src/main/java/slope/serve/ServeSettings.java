package slope.serve;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What is served, where, and within which limits. A value: each method with a choice gives other settings.
///
///     ServeSettings.of(Map.of("penguins", Path.of("penguins.onnx"))).port(8080)
public final class ServeSettings {
    private final Map<String, Path> models;
    private final Place place;
    private final Limits limits;
    private final Optional<Path> background;

    /// Where it listens and whom it lets in.
    ///
    /// @param isOpen whether other machines may ask
    private record Place(InetAddress host, int port, boolean isOpen, Optional<String> token) {}

    /// Limits of each request, and of all together.
    ///
    /// @param bodyBytes of a request
    /// @param rows of a request
    /// @param requests at once
    /// @param time that a request may wait for its predictions
    public record Limits(int bodyBytes, int rows, int requests, Duration time) {
        /// 32 MB, 100,000 rows, 256 requests at once, 30 seconds.
        public static final Limits USUAL = new Limits(32 << 20, 100_000, 256, Duration.ofSeconds(30));

        public Limits {
            if (bodyBytes < 1 || rows < 1 || requests < 1 || !time.isPositive()) {
                throw new IllegalArgumentException("each limit has to be at least 1");
            }
        }
    }

    private ServeSettings(Map<String, Path> models, Place place, Limits limits, Optional<Path> background) {
        this.models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
        this.place = place;
        this.limits = limits;
        this.background = background;
    }

    /// Serves these files on the loopback address and port 8080, without a token.
    ///
    /// @param models the files by the names of the models
    public static ServeSettings of(Map<String, Path> models) {
        if (models.isEmpty()) {
            throw new IllegalArgumentException("at least one model is needed");
        }
        return new ServeSettings(
                models,
                new Place(InetAddress.getLoopbackAddress(), 8080, false, Optional.empty()),
                Limits.USUAL,
                Optional.empty());
    }

    /// The files by the names of the models.
    public Map<String, Path> models() {
        return models;
    }

    public InetAddress host() {
        return place.host;
    }

    /// The address to listen at. One that is not loopback lets other machines in, which [#open] allows.
    public ServeSettings host(InetAddress host) {
        return at(new Place(host, place.port, place.isOpen, place.token));
    }

    /// Whether other machines may ask.
    public boolean isOpen() {
        return place.isOpen;
    }

    /// Other machines may ask, at any address and by any name of this one. Nothing is encrypted: a proxy in
    /// front of it has to do that.
    public ServeSettings open() {
        return at(new Place(place.host, place.port, true, place.token));
    }

    public int port() {
        return place.port;
    }

    /// The port to listen at.
    ///
    /// @param port 0 for any that is free
    public ServeSettings port(int port) {
        return at(new Place(place.host, port, place.isOpen, place.token));
    }

    /// The token that requests have to bear; empty if they need none.
    public Optional<String> token() {
        return place.token;
    }

    /// The same with a token that requests have to bear.
    ///
    /// @throws IllegalArgumentException if it cannot stand in a header
    public ServeSettings token(String token) {
        if (!token.matches("[!-~]+")) {
            throw new IllegalArgumentException(
                    "a token has to be letters, digits and signs of ASCII without spaces, at least one");
        }
        return at(new Place(place.host, place.port, place.isOpen, Optional.of(token)));
    }

    public Limits limits() {
        return limits;
    }

    public ServeSettings limits(Limits limits) {
        return new ServeSettings(models, place, limits, background);
    }

    /// A table whose rows attributions start from; empty if there are none.
    public Optional<Path> background() {
        return background;
    }

    /// The same with rows that attributions start from, see [slope.explain.Explainer].
    ///
    /// @param table with the columns of each model
    public ServeSettings background(Path table) {
        return new ServeSettings(models, place, limits, Optional.of(table));
    }

    private ServeSettings at(Place other) {
        return new ServeSettings(models, other, limits, background);
    }
}
