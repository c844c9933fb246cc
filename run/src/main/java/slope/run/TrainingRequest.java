package slope.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import slope.fit.Estimator;
import slope.table.DataException;
import slope.tables.ReadOptions;
import slope.tables.TableFiles;
import slope.tables.TableSource;

/// Everything about a training: the table, the target, the settings, and what to write.
///
///     TrainingRequest request = TrainingRequest.of("penguins.csv", Slope.predict("species"))
///             .model(Path.of("penguins.onnx"));
///
/// As JSON, see [#toJson] and [#parse], it is a file, a message, or the record in a model's file. A
/// value: each method with a setting gives another request.
public final class TrainingRequest {
    private final Source source;
    private final Estimator estimator;
    private final Machine machine;
    private final Outputs outputs;

    private TrainingRequest(Source source, Estimator estimator, Machine machine, Outputs outputs) {
        if (source.test.isPresent() && estimator.rows().testShare().isPresent()) {
            throw new IllegalArgumentException(
                    "a file of test rows and a share of test rows are two choices; take one of them");
        }
        this.source = source;
        this.estimator = estimator;
        this.machine = machine;
        this.outputs = outputs;
    }

    /// The files that are read.
    private record Source(TableSource table, ReadOptions reading, Optional<TableSource> test, Optional<Path> start) {}

    /// What affects the time and no bit of the model.
    private record Machine(Optional<Integer> threads) {
        Machine {
            if (threads.isPresent() && threads.get() < 1) {
                throw new IllegalArgumentException("at least 1 thread is needed, not " + threads.get());
            }
        }
    }

    /// The files that are written.
    ///
    /// @param isForSpreadsheets whether no text of the predictions is a formula
    private record Outputs(
            Optional<Path> model,
            Optional<String> predictions,
            boolean isForSpreadsheets,
            Optional<Checkpoints> checkpoints) {}

    /// Where checkpoints are written, and whether the run resumes from the newest of them.
    public static final class Checkpoints {
        private static final Duration USUAL_INTERVAL = Duration.ofSeconds(30);

        private final Path folder;
        private final Duration interval;
        private final boolean resumes;

        private Checkpoints(Path folder, Duration interval, boolean resumes) {
            if (interval.isNegative()) {
                throw new IllegalArgumentException("the time between checkpoints must be 0 or above");
            }
            this.folder = folder;
            this.interval = interval;
            this.resumes = resumes;
        }

        /// In this folder, which no other run uses, after each epoch and at least every 30 seconds.
        public static Checkpoints in(Path folder) {
            return new Checkpoints(folder, USUAL_INTERVAL, false);
        }

        /// The folder.
        public Path folder() {
            return folder;
        }

        public Checkpoints folder(Path folder) {
            return new Checkpoints(folder, interval, resumes);
        }

        /// The longest time between two checkpoints.
        public Duration interval() {
            return interval;
        }

        public Checkpoints interval(Duration interval) {
            return new Checkpoints(folder, interval, resumes);
        }

        /// Whether the run resumes from the newest checkpoint.
        public boolean resumes() {
            return resumes;
        }

        /// The same, resuming: see [TrainingRequest#resumed].
        Checkpoints resuming() {
            return new Checkpoints(folder, interval, true);
        }
    }

    /// A request to train on a table; nothing is written.
    ///
    /// @param table a file or a pattern of files, as [slope.tables.TableFiles#read] takes it
    /// @param estimator the target and the settings. Its engine is not part of a request: see
    ///     [#threads]
    public static TrainingRequest of(String table, Estimator estimator) {
        return of(TableSource.of(table), estimator);
    }

    /// A request to train on a table, wherever it comes from; nothing is written.
    public static TrainingRequest of(TableSource table, Estimator estimator) {
        return new TrainingRequest(
                new Source(table, ReadOptions.none(), Optional.empty(), Optional.empty()),
                estimator,
                new Machine(Optional.empty()),
                new Outputs(Optional.empty(), Optional.empty(), false, Optional.empty()));
    }

    /// Reads a request from JSON; the schema is `docs/reference/training-request.schema.json`.
    ///
    /// @param name of the text in messages, such as its file
    /// @throws DataException if it is no JSON, or no request
    public static TrainingRequest parse(String json, String name) {
        return RequestReader.read(json, name);
    }

    /// Reads a request from a file.
    ///
    /// @throws DataException if it cannot be read, or is no request
    public static TrainingRequest read(Path file) {
        return RequestReader.read(file);
    }

    /// The request of the run whose checkpoints are in a folder, to resume it: it ends with the bits
    /// of the undisturbed run. It lacks the names of files, which may have moved: see [#files],
    /// [#test] and [#model].
    ///
    /// @throws DataException if there is no checkpoint, or the run still goes on
    public static TrainingRequest resumed(Path checkpoints) {
        return ResumedRequest.in(checkpoints);
    }

    /// The request as JSON, on several lines: what is not chosen is left out.
    ///
    /// @throws IllegalArgumentException if a setting has no name in JSON, such as a metric in Java
    public String toJson() {
        return RequestWriter.write(this);
    }

    /// The same on one line.
    public String toJsonLine() {
        return RequestWriter.line(this);
    }

    /// The same as maps, lists, texts, numbers and truths.
    public Map<String, Object> toMap() {
        return RequestWriter.object(this);
    }

    /// The names of the columns of a table, without the rows.
    ///
    /// @param table a file, or a pattern of files
    /// @throws DataException if it cannot be read
    public static List<String> columnNames(TableSource table, ReadOptions reading) {
        return TableFiles.names(table, reading);
    }

    /// The request without names of files, and without what affects no bit of the model: what a
    /// model's file keeps. [#files] gives it its files again.
    public TrainingRequest recorded() {
        return of("", estimator).reading(source.reading);
    }

    /// All that is read of tables.
    Stream<TableSource> tables() {
        return Stream.concat(Stream.of(source.table), source.test.stream());
    }

    /// The request without what is written.
    TrainingRequest withoutOutputs() {
        return with(new Outputs(Optional.empty(), Optional.empty(), false, Optional.empty()));
    }

    /// The same request for these files: those that a recorded request lacks.
    ///
    /// @param table as in [#of]
    /// @param start the network that training starts from, if it is a given one
    public TrainingRequest files(TableSource table, Optional<Path> start) {
        return with(new Source(table, source.reading, source.test, start));
    }

    /// Where the table comes from.
    public TableSource table() {
        return source.table;
    }

    /// Refuses a request that would train another model than the one that it resumes.
    ///
    /// @param first the request of the first run
    /// @throws DataException if something differs that affects the model
    public void requireSameModel(TrainingRequest first) {
        ResumedRequest.requireSame(first, this);
    }

    /// Refuses results that cannot be written where they are to go, or that would be written over each
    /// other or over a file that is read.
    ///
    /// @param read files that are read besides those of the request
    /// @param written files that are written besides those of the request
    /// @throws DataException if there is one
    public void requireOutputs(List<Path> read, List<Path> written) {
        OutputFiles.of(this).requireApart(this, read, written);
    }

    /// Refuses a recorded request that has not been given its files.
    ///
    /// @throws DataException if it names no table
    void requireTable() {
        if (source.table.isEmpty()) {
            throw new DataException("the request names no table; name the file to train on");
        }
    }

    public TrainingRequest table(String table) {
        return table(TableSource.of(table));
    }

    public TrainingRequest table(TableSource table) {
        return with(new Source(table, source.reading, source.test, source.start));
    }

    /// How the columns and cells of the table are read.
    public ReadOptions reading() {
        return source.reading;
    }

    public TrainingRequest reading(ReadOptions reading) {
        return with(new Source(source.table, reading, source.test, source.start));
    }

    /// Test rows, scored after the training.
    public Optional<TableSource> test() {
        return source.test;
    }

    /// The same with test rows from a file.
    ///
    /// @throws IllegalArgumentException if test rows are held out of the table as well
    public TrainingRequest test(String test) {
        return test(source.table.at(test));
    }

    /// The same with these test rows.
    ///
    /// @throws IllegalArgumentException if test rows are held out of the table as well
    public TrainingRequest test(TableSource test) {
        return with(new Source(source.table, source.reading, Optional.of(test), source.start));
    }

    /// The file of the network that training continues, if it does: [slope.recipe.FineTune].
    public Optional<Path> start() {
        return source.start;
    }

    public TrainingRequest start(Path start) {
        return with(new Source(source.table, source.reading, source.test, Optional.of(start)));
    }

    private TrainingRequest with(Source other) {
        return new TrainingRequest(other, estimator, machine, outputs);
    }

    /// The target and the settings.
    public Estimator estimator() {
        return estimator;
    }

    public TrainingRequest estimator(Estimator estimator) {
        return new TrainingRequest(source, estimator, machine, outputs);
    }

    /// The number of threads; empty for all cores. It affects the time and no bit of the result.
    public Optional<Integer> threads() {
        return machine.threads;
    }

    public TrainingRequest threads(int threads) {
        return new TrainingRequest(source, estimator, new Machine(Optional.of(threads)), outputs);
    }

    /// The file that the model is saved in.
    public Optional<Path> model() {
        return outputs.model;
    }

    public TrainingRequest model(Path model) {
        return with(
                new Outputs(Optional.of(model), outputs.predictions, outputs.isForSpreadsheets, outputs.checkpoints));
    }

    /// The file, pipe or device that predictions of all rows are written to; `-` is standard output,
    /// which is left to the program that runs the request: see [FinishedRun#predictions].
    public Optional<String> predictions() {
        return outputs.predictions;
    }

    public TrainingRequest predictions(String predictions) {
        return with(
                new Outputs(outputs.model, Optional.of(predictions), outputs.isForSpreadsheets, outputs.checkpoints));
    }

    /// Whether text of the predictions that a spreadsheet would run as a formula has an apostrophe before it.
    public boolean isForSpreadsheets() {
        return outputs.isForSpreadsheets;
    }

    /// With an apostrophe before such text.
    public TrainingRequest forSpreadsheets() {
        return with(new Outputs(outputs.model, outputs.predictions, true, outputs.checkpoints));
    }

    /// Where checkpoints are written, if they are.
    public Optional<Checkpoints> checkpoints() {
        return outputs.checkpoints;
    }

    public TrainingRequest checkpoints(Checkpoints checkpoints) {
        return with(
                new Outputs(outputs.model, outputs.predictions, outputs.isForSpreadsheets, Optional.of(checkpoints)));
    }

    private TrainingRequest with(Outputs other) {
        return new TrainingRequest(source, estimator, machine, other);
    }

    @Override
    public String toString() {
        return toJsonLine();
    }
}
