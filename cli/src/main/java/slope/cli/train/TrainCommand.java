package slope.cli.train;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
import slope.cli.text.JsonText;
import slope.cli.text.Surface;
import slope.data.Table;
import slope.kernel.Engine;
import slope.kernel.KernelsChoice;
import slope.model.ModelTrainer;
import slope.model.PreparedTraining;
import slope.model.TrainedModel;
import slope.tables.ReadOptions;
import slope.tables.TableFiles;

/// `slope train`.
@Command(
        name = "train",
        sortOptions = false,
        description = {
            "Trains a network that predicts a column of a table.",
            "",
            "The file may be CSV, TSV, Parquet or JSON, each also with .gz, or a quoted pattern such as 'data/*.csv'."
                    + " Two values, words or true/false make classes; other numbers are predicted as numbers."
                    + " Part of the rows is kept apart: the epoch that predicts them best is the one kept,"
                    + " and the report shows how well it does beside the trivial prediction.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  slope train examples/penguins.csv --target species",
            "  slope train houses.parquet --target price --ignore id --hidden 128,64",
            "  slope train claims.csv --target claim --categorical region --json"
        })
public final class TrainCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec command;

    @Parameters(paramLabel = "FILE", description = "The table to train on.")
    private String file = "";

    @Option(names = "--target", required = true, paramLabel = "COLUMN", description = "The column to predict.")
    private String target = "";

    @Option(
            names = "--ignore",
            split = ",",
            paramLabel = "COLUMN",
            description = "Columns that are no inputs, separated by commas.")
    private Set<String> ignored = new LinkedHashSet<>();

    @Option(
            names = "--categorical",
            split = ",",
            paramLabel = "COLUMN",
            description = "Columns whose numbers are codes for categories, separated by commas.")
    private Set<String> categorical = new LinkedHashSet<>();

    @Option(
            names = "--missing",
            split = ",",
            paramLabel = "TEXT",
            description = "What stands for a missing value besides an empty cell, such as n/a.")
    private Set<String> missing = new LinkedHashSet<>();

    @Mixin
    private RecipeOptions recipe = new RecipeOptions();

    @Option(
            names = "--validation",
            defaultValue = "0.2",
            paramLabel = "SHARE",
            description = "The share of rows kept apart to choose the best epoch (default: ${DEFAULT-VALUE}).")
    private double validationShare;

    @Option(
            names = "--seed",
            defaultValue = "0",
            paramLabel = "N",
            description = "Decides the split, the start and the order of rows; same seed, same bits"
                    + " (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that train; they change the time it takes and no bit of the result"
                    + " (default: all cores).")
    private Optional<Integer> threads = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object instead of the report.")
    private boolean json;

    @Option(
            names = "--predictions",
            paramLabel = "FILE",
            description = "Also write each row's prediction to this file (.csv, .tsv, .parquet or .json).")
    private Optional<Path> predictions = Optional.empty();

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(command).commandLine();
        if (ignored.contains(target)) {
            throw new ParameterException(
                    line, "--ignore names the target \"%s\"; it can be one or the other".formatted(target));
        }
        ModelTrainer trainer = trainer(line);
        predictions.ifPresent(TableFiles::refuseUnwritable);
        Table table = TableFiles.read(file, new ReadOptions(categorical, ignored, missing));
        PreparedTraining prepared = trainer.prepare(table);
        tellOfFallback(line.getErr());
        long start = System.nanoTime();
        TrainedModel trained = train(prepared, line.getErr());
        double seconds = (System.nanoTime() - start) * 1e-9;
        TrainOutcome outcome = TrainOutcome.of(file, List.copyOf(ignored), table, trained, seconds);
        predictions.ifPresent(path -> TableFiles.write(PredictionsTable.of(table, trained), path));
        if (json) {
            line.getOut().println(JsonText.of(TrainJson.of(outcome)));
        } else {
            line.getOut().print(TrainReport.of(outcome));
        }
        return 0;
    }

    /// Training works without vectors, only more slowly, so nobody would notice.
    private static void tellOfFallback(PrintWriter err) {
        KernelsChoice best = KernelsChoice.best();
        if (best.isScalar()) {
            err.println("slope: training with the kernels in plain Java: " + best.reason());
        }
    }

    private ModelTrainer trainer(CommandLine line) {
        try {
            return ModelTrainer.forTarget(target)
                    .validationShare(validationShare)
                    .seed(seed)
                    .recipe(recipe.toRecipe())
                    .engine(threads.map(Engine.best()::threads).orElseGet(Engine::best));
        } catch (IllegalArgumentException unusable) {
            throw new ParameterException(line, unusable.getMessage(), unusable);
        }
    }

    private TrainedModel train(PreparedTraining prepared, PrintWriter err) {
        int epochs = prepared.settings().recipe().stopping().epochs();
        try (TrainProgress progress = new TrainProgress(err, Surface.ofErrors(), epochs)) {
            return prepared.train(progress);
        }
    }
}
