package slope.cli.train;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import slope.cli.model.SourceOptions;
import slope.run.Stopwatch;
import slope.run.TrainingRequest;
import slope.run.tuning.TuningRequest;

/// `slope tune`.
@Command(
        name = "tune",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Searches for better settings, and makes one model of all that it trained.",
            "",
            "The first trial of each recipe has its defaults; the others have random settings from the search space"
                    + " that the recipe's authors published. All share their folds. In the end the networks that"
                    + " predict best together are selected by rows that they were not trained on.",
            "",
            "Each trial is a folder of --runs, with its request, model and report. The same command goes on where a"
                    + " search stopped, however it ended; with more --trials or time it tries more.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  slope tune houses.csv --target price --time-limit 20m --runs houses --out price.onnx",
            "  slope tune churn.csv --target churn --trials 30 --runs churn --metric auc --out churn.onnx",
            "  slope tune churn.csv --target churn --trials 10 --runs churn --recipe tuned --epochs 64"
        })
public final class TuneCommand implements Callable<Integer> {
    /// What a shell expects of a program that Ctrl-C has ended.
    private static final int INTERRUPTED = 130;

    private @Nullable CommandSpec command;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The table to train on; a query may name its files instead.")
    private Optional<String> file = Optional.empty();

    @Option(
            names = "--runs",
            paramLabel = "FOLDER",
            required = true,
            description = "The folder of the trials; finished ones are not repeated.")
    private Path folder = Path.of("");

    @Option(
            names = "--trials",
            paramLabel = "N",
            description = "End after N trials, those of earlier calls included. Same seed, same trials, same model.")
    private Optional<Integer> trials = Optional.empty();

    @Option(
            names = "--time-limit",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "End within this time, such as 20m or 2h; the trial that it cuts off is finished by the next"
                    + " call.")
    private Optional<Duration> timeLimit = Optional.empty();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "Save the selected model to this file: any ONNX runtime can serve it, and slope predict.")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private TargetOptions target = new TargetOptions();

    @Mixin
    private RowOptions rows = new RowOptions();

    @Option(
            names = "--test",
            paramLabel = "FILE",
            description = "Test rows to score in the end, used neither for training nor for the selection.")
    private Optional<String> test = Optional.empty();

    @Mixin
    private ColumnOptions columns = new ColumnOptions();

    @Mixin
    private SourceOptions sources = new SourceOptions();

    @Mixin
    private RecipeOptions recipe = new RecipeOptions();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of the draws, the folds, the initial weights and the order of rows (default: 0).")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Training threads; they affect the time and no bit of the result (default: all cores).")
    private Optional<Integer> threads = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object instead of the report.")
    private boolean json;

    private final Stopwatch stopwatch;
    private final Interruption interruption;

    /// @param stopwatch runs since the command began
    /// @param interruption may have been requested already
    public TuneCommand(Stopwatch stopwatch, Interruption interruption) {
        this.stopwatch = stopwatch;
        this.interruption = interruption;
    }

    @Spec
    void setCommand(CommandSpec given) {
        command = given;
    }

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(command).commandLine();
        if (!interruption.takeOver()) {
            return INTERRUPTED;
        }
        return new SearchSurface(line, json).run(request(line), stopwatch, interruption);
    }

    private TuningRequest request(CommandLine line) {
        try {
            if (!target.isGiven()) {
                throw new ParameterException(line, "slope tune needs --target COLUMN");
            }
            if (trials.isEmpty() && timeLimit.isEmpty()) {
                throw new ParameterException(
                        line, "slope tune needs an end: --time-limit TIME, such as 20m, or --trials N");
            }
            TuningRequest request = TuningRequest.of(training(), folder);
            request = recipe.named().map(List::of).map(request::recipes).orElse(request);
            request = trials.map(request::trials).orElse(request);
            return timeLimit.map(request::timeLimit).orElse(request);
        } catch (IllegalArgumentException unusable) {
            throw new ParameterException(line, unusable.getMessage(), unusable);
        }
    }

    private TrainingRequest training() {
        TrainingRequest request =
                new TypedTraining(file, sources, target, columns, rows, recipe).request(seed, threads);
        request = test.map(request::test).orElse(request);
        return out.map(request::model).orElse(request);
    }
}
