package slope.cli.train;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import slope.Slope;
import slope.cli.model.SourceOptions;
import slope.cli.text.Surface;
import slope.cli.text.TableNames;
import slope.fit.Estimator;
import slope.internal.file.Destination;
import slope.report.json.JsonText;
import slope.report.training.SettingsReport;
import slope.run.CancelledRun;
import slope.run.FinishedRun;
import slope.run.Run;
import slope.run.RunResult;
import slope.run.Stopwatch;
import slope.run.TrainingRequest;
import slope.tables.TableSource;
import slope.training.Divergence;

/// `slope train`.
@Command(
        name = "train",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Trains a network that predicts a column of a table, or several.",
            "",
            "The file may be CSV, TSV, Parquet, JSON or Excel, packed or not, a quoted pattern such as 'data/*.csv', a"
                    + " database (jdbc:…, see --query) or - for standard input."
                    + " Two values, words or true/false make classes; other numbers are predicted as numbers."
                    + " Part of the rows are validation rows: they choose the best epoch, and the report compares"
                    + " their scores with those of the baseline.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  slope train examples/penguins.csv --target species",
            "  slope train houses.parquet --target price --ignore id --test newer.parquet",
            "  slope train 'jdbc:postgresql://host/db' --table sales --target amount",
            "  slope train claims.csv --target claims --task count --exposure years",
            "  slope train sales.csv --target revenue --time day --quantiles 0.1,0.5,0.9",
            "  slope train genes.csv --target class1,class2,class3 --metric micro-f1",
            "  slope train large.csv --target y --out model.onnx --checkpoint run",
            "  slope train large.csv --resume run --out model.onnx",
            "  slope train newer.csv --like model.onnx --out newer.onnx"
        })
public final class TrainCommand implements Callable<Integer> {
    /// What a shell expects of a program that Ctrl-C has ended.
    private static final int INTERRUPTED = 130;

    private @Nullable CommandSpec command;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The table to train on; a query may name its files instead.")
    private Optional<String> file = Optional.empty();

    @Mixin
    private SourceOptions sources = new SourceOptions();

    @Mixin
    private TargetOptions target = new TargetOptions();

    @Mixin
    private ColumnOptions columns = new ColumnOptions();

    @Mixin
    private RowOptions rows = new RowOptions();

    @Option(
            names = "--test",
            paramLabel = "FILE",
            description = "Test rows to score after training, used neither for training nor to choose the epoch;"
                    + " --test-share draws them from the table.")
    private Optional<String> test = Optional.empty();

    @Option(
            names = "--test-query",
            paramLabel = "SQL",
            description = "The test rows that a query gives, of --test or of the database of the training rows.")
    private Optional<String> testQuery = Optional.empty();

    @Mixin
    private RecipeOptions recipe = new RecipeOptions();

    @Option(
            names = "--time-limit",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "End within this time, such as 90s, 5m or 1h30m, with the best network so far; reading,"
                    + " scoring and saving are within it.")
    private Optional<Duration> timeLimit = Optional.empty();

    @Option(
            names = "--recover",
            description = "If training diverges, go back to the best epoch so far and continue with a quarter of the"
                    + " learning rate, at most " + Divergence.MOST_RECOVERIES + " times.")
    private Optional<Boolean> recover = Optional.empty();

    @Mixin
    private CheckpointOptions checkpoints = new CheckpointOptions();

    @Option(
            names = "--explain-settings",
            description = "Print every setting, its value and where it came from, and do not train.")
    private boolean explainSettings;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of the split, the initial weights and the order of rows; same seed, same bits"
                    + " (default: 0).")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Training threads; they affect the time and no bit of the result (default: all cores).")
    private Optional<Integer> threads = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object instead of the report.")
    private boolean json;

    @Mixin
    private OutputOptions outputs = new OutputOptions();

    @Mixin
    private BaseOptions bases = new BaseOptions();

    @Option(
            names = "--print-request",
            description = "Print what the command line means as JSON for --request, and do not train.")
    private boolean printRequest;

    @Option(
            names = "--events",
            paramLabel = "FILE",
            description = "Write what happens to this file, pipe or device as JSON, an event a line; - is standard"
                    + " output, and the report then goes to standard error.")
    private Optional<String> events = Optional.empty();

    private final Stopwatch stopwatch;
    private final Interruption interruption;

    /// @param stopwatch runs since the command began
    /// @param interruption may have been requested already
    public TrainCommand(Stopwatch stopwatch, Interruption interruption) {
        this.stopwatch = stopwatch;
        this.interruption = interruption;
    }

    @Spec
    void setCommand(CommandSpec given) {
        command = given;
        TrainHelp.install(given);
    }

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(command).commandLine();
        if (!interruption.takeOver()) {
            return INTERRUPTED;
        }
        TrainingRequest request = request(line);
        if (recipe.isBest()) {
            refuseOutputs(line, request);
            return best(request, line).run(new SearchSurface(line, json), stopwatch, interruption);
        }
        if (printRequest) {
            line.getOut().print(request.toJson());
            return 0;
        }
        refuseOutputs(line, request);
        if (explainSettings) {
            SettingsReport settings = SettingsReport.of(Run.plan(request));
            line.getOut()
                    .print(
                            json
                                    ? JsonText.of(settings)
                                    : settings.text(Surface.ofOutput().width()));
            return 0;
        }
        return train(Run.of(request, stopwatch), request, line);
    }

    /// Everything typed, on top of what a file says.
    private TrainingRequest request(CommandLine line) {
        try {
            TableNames table = new TableNames(() -> TypedTraining.names(file, sources, columns));
            TrainingRequest base = base(line, table);
            TrainingRequest chosen = recipe.on(rows.on(columns.on(target.on(base, table), table)));
            TrainingRequest request = recipe.isBest() ? chosen : checkpoints.on(chosen);
            Estimator estimator = request.estimator();
            estimator = recover.map(asked -> asked ? Divergence.RECOVERS : Divergence.ENDS)
                    .map(estimator::divergence)
                    .orElse(estimator);
            estimator = seed.map(estimator::seed).orElse(estimator);
            estimator = timeLimit
                    .filter(time -> !recipe.isBest())
                    .map(estimator::timeLimit)
                    .orElse(estimator);
            request = request.estimator(estimator);
            if (checkpoints.resumed().isPresent()) {
                request.requireSameModel(base);
            }
            if (bases.example().isPresent()) {
                bases.example().get().requireStart(request);
            }
            request = withSources(request);
            request = threads.map(request::threads).orElse(request);
            return outputs.on(request);
        } catch (IllegalArgumentException unusable) {
            throw new ParameterException(line, unusable.getMessage(), unusable);
        }
    }

    private TrainingRequest withSources(TrainingRequest request) {
        TableSource table = sources.on(file.map(TableSource::of).orElseGet(request::table));
        TrainingRequest whole = request.table(table);
        if (test.isPresent() || testQuery.isPresent()) {
            TableSource rows = test.map(table::at).orElse(table);
            return whole.test(testQuery.map(rows::query).orElse(rows));
        }
        return request.test()
                .map(rows -> whole.test(rows.login(sources.login())))
                .orElse(whole);
    }

    private TrainingRequest base(CommandLine line, TableNames table) {
        Optional<TrainingRequest> told = bases.request(checkpoints.resumed(), line);
        if (told.isPresent()) {
            return told.get();
        }
        if (!target.isGiven()) {
            throw new ParameterException(line, "slope train needs --target COLUMN");
        }
        return TrainingRequest.of("", Slope.predict(target.columns(table).toArray(String[]::new)));
    }

    private BestOfRecipes best(TrainingRequest request, CommandLine line) {
        refuseOfOneTraining(line);
        try {
            return new BestOfRecipes(request, timeLimit, checkpoints.folder());
        } catch (IllegalArgumentException unusable) {
            throw new ParameterException(line, unusable.getMessage(), unusable);
        }
    }

    /// Of several trainings there is no one request, and no one course of events.
    private void refuseOfOneTraining(CommandLine line) {
        Stream.of("--events", "--predictions", "--print-request", "--explain-settings", "--resume", "--start-from")
                .filter(name -> line.getParseResult().hasMatchedOption(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new ParameterException(
                            line,
                            "--recipe best trains several recipes, and %s is of one; leave it out".formatted(name));
                });
    }

    private void refuseOutputs(CommandLine line, TrainingRequest request) {
        boolean printsPredictions = prints(request.predictions());
        if (json && printsPredictions) {
            throw new ParameterException(
                    line, "--json and --predictions both go to standard output; name a file for the predictions");
        }
        if (prints(events) && (json || printsPredictions)) {
            throw new ParameterException(
                    line, "--events and the result both go to standard output; name a file for one of them");
        }
        request.requireOutputs(
                Stream.concat(rows.classWeightsFile().stream(), bases.files()).toList(),
                named(events).stream().toList());
    }

    private static Optional<Path> named(Optional<String> output) {
        return output.filter(name -> !name.equals(Destination.STANDARD_OUTPUT)).map(Path::of);
    }

    private static boolean prints(Optional<String> name) {
        return name.filter(Destination.STANDARD_OUTPUT::equals).isPresent();
    }

    private int train(Run run, TrainingRequest request, CommandLine line) {
        PrintWriter err = line.getErr();
        interruption.onRequest(run::cancel);
        Optional<EventFile> told = EventFile.of(events, run, line.getOut());
        RunResult result;
        try (TrainProgress _ = TrainProgress.of(run, request, bases.example(), err)) {
            result = run.start().await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the thread that waits was interrupted", interrupted);
        }
        boolean isTold = told.map(EventFile::isComplete).orElse(true);
        int exitCode = switch (result) {
            case FinishedRun finished -> {
                new FinishedTraining(finished, json, prints(events)).write(line);
                yield isTold ? ExitCode.OK : ExitCode.USAGE;
            }
            case CancelledRun cancelled -> {
                err.println(EarlyEnd.text(cancelled, request, json));
                yield INTERRUPTED;
            }
        };
        if (!isTold) {
            err.printf("slope: not all events could be written to %s%n", events.orElse(""));
        }
        return exitCode;
    }
}
