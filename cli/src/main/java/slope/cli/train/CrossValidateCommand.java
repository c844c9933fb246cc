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
import slope.internal.text.Numerals;
import slope.report.crossvalidation.CrossValidationReport;
import slope.run.CrossValidatedTable;
import slope.run.CrossValidationRun;
import slope.run.ScoredFold;
import slope.run.TrainingRequest;

/// `slope cv`.
@Command(
        name = "cv",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Cross-validation: fits a model without the rows of each fold, and scores it on them.",
            "",
            "Tells the mean score of the folds, how sure it is, and what a constant and a linear model reach. Nothing"
                    + " is saved; slope train takes the same options.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  slope cv examples/penguins.csv --target species",
            "  slope cv houses.csv --target price --folds 10 --repeats 2 --json",
            "  slope cv visits.csv --target ill --group patient --recipe plain"
        })
public final class CrossValidateCommand implements Callable<Integer> {
    private static final int INTERRUPTED = 130;
    private static final int FOLDS = 5;

    @Spec
    private @Nullable CommandSpec command;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The table; a query may name its files instead.")
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
            names = "--repeats",
            paramLabel = "N",
            description = "Draw the folds so many times, each time others (default: 1).")
    private int repeats = 1;

    @Mixin
    private RecipeOptions recipe = new RecipeOptions();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of the folds and of each training; same seed, same scores (default: 0).")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Training threads; they affect the time and no bit of the result (default: all cores).")
    private Optional<Integer> threads = Optional.empty();

    @Mixin
    private ReportOptions report = new ReportOptions();

    private final Interruption interruption;

    /// @param interruption may have been requested already
    public CrossValidateCommand(Interruption interruption) {
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(command).commandLine();
        if (!interruption.takeOver()) {
            return INTERRUPTED;
        }
        report.require(line);
        CrossValidationRun run = run(line);
        report.requirePage(run::requireWritable);
        interruption.onRequest(run::cancel);
        Optional<CrossValidatedTable> scored = run.run(fold -> tell(fold, line.getErr()));
        if (scored.isEmpty()) {
            line.getErr().println("slope: interrupted; a cross-validation saves nothing");
            return INTERRUPTED;
        }
        report.write(CrossValidationReport.of(scored.get()), line);
        return ExitCode.OK;
    }

    private CrossValidationRun run(CommandLine line) {
        if (!target.isGiven()) {
            throw new ParameterException(line, "slope cv needs --target COLUMN");
        }
        try {
            int folds = rows.takeFolds().orElse(FOLDS);
            return CrossValidationRun.of(training(), folds, repeats);
        } catch (IllegalArgumentException unusable) {
            throw new ParameterException(line, unusable.getMessage(), unusable);
        }
    }

    private TrainingRequest training() {
        return new TypedTraining(file, sources, target, columns, rows, recipe).request(seed, threads);
    }

    /// A line for each fold.
    private static void tell(ScoredFold fold, PrintWriter err) {
        err.println("fold %s of %s: %s %s, baseline %s"
                .formatted(
                        fold.number(),
                        fold.folds(),
                        fold.metric(),
                        Numerals.score(fold.score()),
                        Numerals.score(fold.baseline())));
        err.flush();
    }
}
