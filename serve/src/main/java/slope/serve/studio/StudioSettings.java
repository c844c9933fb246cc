package slope.serve.studio;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import slope.run.TrainingRequest;
import slope.serve.PredictionCommand;
import slope.serve.TraceCommand;
import slope.tables.TableSource;

/// How a studio runs. A value: each method with a setting gives other settings.
public final class StudioSettings {
    private static final long USUAL_UPLOAD = 1L << 30;

    private final Place place;
    private final Content content;

    private StudioSettings(Place place, Content content) {
        this.place = place;
        this.content = content;
    }

    /// Where it listens, and to whom.
    private record Place(InetAddress host, int port, boolean isOpen) {}

    /// What it works with.
    private record Content(Path folder, Opened opened, Optional<Path> assets, long mostUpload, Commands commands) {
        Content with(Opened other) {
            return new Content(folder, other, assets, mostUpload, commands);
        }
    }

    /// How commands are worded.
    private record Commands(
            Function<TrainingRequest, String> training, PredictionCommand prediction, TraceCommand trace) {}

    /// What is open from the beginning.
    private record Opened(Optional<TableSource> table, Optional<String> target, List<Path> models) {
        Opened {
            models = List.copyOf(models);
        }
    }

    /// For this machine alone, at any free port.
    ///
    /// @param folder where runs and tables are kept; made when it is needed
    public static StudioSettings in(Path folder) {
        return new StudioSettings(
                new Place(InetAddress.getLoopbackAddress(), 0, false),
                new Content(
                        folder,
                        new Opened(Optional.empty(), Optional.empty(), List.of()),
                        Optional.empty(),
                        USUAL_UPLOAD,
                        new Commands(request -> "", (model, isClassification, row) -> "", TraceCommand.NONE)));
    }

    /// Where runs and tables are kept.
    public Path folder() {
        return content.folder;
    }

    /// The table that is open from the beginning.
    public Optional<TableSource> table() {
        return content.opened.table;
    }

    public StudioSettings table(TableSource table) {
        Opened opened = content.opened;
        return with(content.with(new Opened(Optional.of(table), opened.target, opened.models)));
    }

    /// The column of that table that is predicted, if it is known.
    public Optional<String> target() {
        return content.opened.target;
    }

    public StudioSettings target(String target) {
        Opened opened = content.opened;
        return with(content.with(new Opened(opened.table, Optional.of(target), opened.models)));
    }

    /// The saved models that are open from the beginning.
    public List<Path> models() {
        return content.opened.models;
    }

    /// Opens saved models, which are looked into with rows of the table.
    public StudioSettings models(List<Path> models) {
        Opened opened = content.opened;
        return with(content.with(new Opened(opened.table, opened.target, models)));
    }

    /// A folder with a built page in place of Slope's own, for who works on it.
    public Optional<Path> assets() {
        return content.assets;
    }

    public StudioSettings assets(Path assets) {
        return with(
                new Content(content.folder, content.opened, Optional.of(assets), content.mostUpload, content.commands));
    }

    /// The largest file that a page may send, in bytes; 1 GB if nothing is said.
    public long mostUpload() {
        return content.mostUpload;
    }

    public StudioSettings mostUpload(long mostUpload) {
        return with(new Content(content.folder, content.opened, content.assets, mostUpload, content.commands));
    }

    /// Words a request as a command; empty where no program does that.
    public Function<TrainingRequest, String> trainingCommand() {
        return content.commands.training;
    }

    /// Words a prediction as a command, in the same way.
    public PredictionCommand predictionCommand() {
        return content.commands.prediction;
    }

    /// Words a trace as a command, in the same way.
    public TraceCommand traceCommand() {
        return content.commands.trace;
    }

    /// How requests, predictions and traces are worded as commands.
    public StudioSettings commands(
            Function<TrainingRequest, String> training, PredictionCommand prediction, TraceCommand trace) {
        Commands commands = new Commands(training, prediction, trace);
        return with(new Content(content.folder, content.opened, content.assets, content.mostUpload, commands));
    }

    /// The address that it listens at.
    public InetAddress host() {
        return place.host;
    }

    /// The address to listen at. One that is not loopback lets other machines in, which [#open] allows.
    public StudioSettings host(InetAddress host) {
        return new StudioSettings(new Place(host, place.port, place.isOpen), content);
    }

    public int port() {
        return place.port;
    }

    /// The port to listen at.
    ///
    /// @param port 0 for any that is free
    public StudioSettings port(int port) {
        return new StudioSettings(new Place(place.host, port, place.isOpen), content);
    }

    /// Whether other machines may ask, if they know the token.
    public boolean isOpen() {
        return place.isOpen;
    }

    /// Other machines may ask, if they know the token. Nothing is encrypted: a proxy in front of it has to do that.
    public StudioSettings open() {
        return new StudioSettings(new Place(place.host, place.port, true), content);
    }

    private StudioSettings with(Content other) {
        return new StudioSettings(place, other);
    }
}
