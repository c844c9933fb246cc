package slope.cli.train;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
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
import slope.cli.model.SourceOptions;
import slope.cli.text.ReportOptions;
import slope.report.tuning.LearningCurveReport;
import slope.run.TrainingRequest;
import slope.run.tuning.RequestedCurve;

/// `slope curve`.
@Command(
        name = "curve",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Shows whether more rows would help: the score by the number of rows.",
            "",
            "Models are trained on growing parts of the rows and predict a fold that they had no part of. Each part is"
                    + " twice as large as the one before.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  slope curve houses.csv --target price",
            "  slope curve churn.csv --target churn --metric auc --repeats 5 --json"
        })
public final class CurveCommand implements Callable<Integer> {
    private @Nullable CommandSpec command;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The table to train on; a query may name its files instead.")
    private Optional<String> file = Optional.empty();

    @Option(
            names = "--repeats",
            paramLabel = "N",
            description = "How many of five folds are held out in turn (default: 3). The spread is that of the folds.")
    private int repeats = 3;

    @Mixin
    private TargetOptions target = new TargetOptions();

    @Mixin
    private RowOptions rows = new RowOptions();

    @Mixin
    private ColumnOptions columns = new ColumnOptions();

    @Mixin
    private SourceOptions sources = new SourceOptions();

    @Mixin
    private RecipeOptions recipe = new RecipeOptions();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of the folds, the initial weights and the order of rows (default: 0).")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Training threads; they affect the time and no bit of the result (default: all cores).")
    private Optional<Integer> threads = Optional.empty();

    @Mixin
    private ReportOptions report = new ReportOptions();

    @Spec
    void setCommand(CommandSpec given) {
        command = given;
    }

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(command).commandLine();
        report.require(line);
        report.write(curve(line), line);
        return ExitCode.OK;
    }

    private LearningCurveReport curve(CommandLine line) {
        if (!target.isGiven()) {
            throw new ParameterException(line, "slope curve needs --target COLUMN");
        }
        if (recipe.isBest()) {
            throw new ParameterException(line, "a curve is of one recipe; name one of the others, or none");
        }
        try {
            RequestedCurve curve = RequestedCurve.of(training(), repeats);
            report.requirePage(curve::requireWritable);
            return LearningCurveReport.of(curve, curve.curve(ended -> tell(line.getErr(), ended, curve.fits())));
        } catch (IllegalArgumentException unusable) {
            throw new ParameterException(line, unusable.getMessage(), unusable);
        }
    }

    private static void tell(PrintWriter err, int ended, int fits) {
        err.printf("slope: %s of %s models%n", ended, fits);
        err.flush();
    }

    private TrainingRequest training() {
        return new TypedTraining(file, sources, target, columns, rows, recipe).request(seed, threads);
    }
}
