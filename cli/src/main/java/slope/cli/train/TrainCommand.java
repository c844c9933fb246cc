package slope.cli.train;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
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
import slope.Slope;
import slope.cli.text.JsonText;
import slope.cli.text.ShellWord;
import slope.cli.text.Surface;
import slope.fit.Estimator;
import slope.fit.Fit;
import slope.fit.FitPlan;
import slope.fit.FitState;
import slope.fit.TimeFrame;
import slope.kernel.Engine;
import slope.preprocess.ColumnEncoder;
import slope.recipe.Recipe;
import slope.table.Fingerprint;
import slope.table.Table;
import slope.tables.ReadOptions;
import slope.tables.TableFiles;
import slope.training.Divergence;
import slope.training.TrainingCallbacks;

/// `slope train`.
@Command(
        name = "train",
        sortOptions = false,
        description = {
            "Trains a network that predicts a column of a table, or several.",
            "",
            "The file may be CSV, TSV, Parquet or JSON, each also with .gz, or a quoted pattern such as 'data/*.csv'."
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
            "  slope train claims.csv --target claims --task count --exposure years --categorical region",
            "  slope train sales.csv --target revenue --time day --quantiles 0.1,0.5,0.9 --json",
            "  slope train genes.csv --target class1,class2,class3 --metric micro-f1",
            "  slope train large.csv --target y --out model.onnx --checkpoint run",
            "  slope train large.csv --resume run --out model.onnx"
        })
public final class TrainCommand implements Callable<Integer> {
    /// What a shell expects of a program that Ctrl-C has ended.
    private static final int INTERRUPTED = 130;

    @Spec
    private @Nullable CommandSpec command;

    @Parameters(paramLabel = "FILE", description = "The table to train on.")
    private String file = "";

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
    private boolean recover;

    @Mixin
    private CheckpointOptions checkpoints = new CheckpointOptions();

    @Option(
            names = "--explain-settings",
            description = "Print every setting, its value and where it came from, and do not train.")
    private boolean explainSettings;

    @Option(
            names = "--seed",
            defaultValue = "0",
            paramLabel = "N",
            description = "Seed of the split, the initial weights and the order of rows; same seed, same bits"
                    + " (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Training threads; they affect the time and no bit of the result (default: all cores).")
    private Optional<Integer> threads = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object instead of the report.")
    private boolean json;

    @Option(
            names = "--predictions",
            paramLabel = "FILE",
            description =
                    "Also write each row's prediction to this file (.csv, .tsv, .parquet or .json), pipe or device;"
                            + " - writes CSV to standard output, and the report to standard error. Validation rows"
                            + " are predicted out of fold, by networks that were not trained on them.")
    private Optional<String> predictions = Optional.empty();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "Save the model to this file, usually .onnx: any ONNX runtime can serve it,"
                    + " and slope predict.")
    private Optional<Path> out = Optional.empty();

    private final Stopwatch stopwatch;
    private final Interruption interruption;

    /// @param stopwatch runs since the command began
    /// @param interruption may have been requested already
    public TrainCommand(Stopwatch stopwatch, Interruption interruption) {
        this.stopwatch = stopwatch;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(command).commandLine();
        if (!interruption.takeOver()) {
            return INTERRUPTED;
        }
        try (KeptTraining kept = KeptTraining.open(checkpoints, line)) {
            try {
                call(line, kept);
                return 0;
            } catch (InterruptedTrainingException early) {
                line.getErr().println(early.end().tell(out, kept.resumable(), line.getParseResult()));
                return INTERRUPTED;
            }
        }
    }

    private void call(CommandLine line, KeptTraining kept) {
        refuseImpossibleTarget(line);
        Estimator trainer = trainer(line);
        refuseIgnored(line, trainer.recipe());
        if (test.isPresent() && trainer.rows().testShare().isPresent()) {
            throw new ParameterException(
                    line, "--test names the rows to score after training, --test-share draws them; choose one of them");
        }
        TrainOutputs outputs = TrainOutputs.of(out, predictions);
        outputs.refuseToWriteOver(file);
        test.ifPresent(outputs::refuseToWriteOver);
        rows.classWeightsFile().ifPresent(outputs::refuseToWriteOver);
        recipe.startFrom().ifPresent(outputs::refuseToWriteOver);
        checkpoints.folder().ifPresent(outputs::refuseIn);
        if (json && outputs.printsPredictions()) {
            throw new ParameterException(
                    line, "--json and --predictions both go to standard output; name a file for the predictions");
        }
        TimeWatch watch = new TimeWatch(stopwatch, explainSettings ? Optional.empty() : timeLimit, interruption);
        Begun begun = watch.within(
                () -> begin(trainer, kept),
                () -> false,
                () -> FirstGuess.ofFile(file, watch),
                EarlyEnd::beforeTraining);
        if (explainSettings) {
            line.getOut()
                    .print(SettingsReport.of(
                            begun.prepared(), Surface.ofOutput().width()));
            return;
        }
        RoomCheck.refuseMemory(begun.prepared());
        tellWhatIsSlow(begun.prepared(), line.getErr());
        if (out.isPresent()) {
            RoomCheck.refuseFile(begun.prepared(), begun.input());
        }
        Fit trained = train(begun, kept, watch);
        double seconds = stopwatch.passed().minus(begun.read()).toMillis() * 1e-3;
        watch.unlimited()
                .within(
                        () -> finish(outcome(begun, trained, seconds, watch), begun.input(), outputs),
                        () -> true,
                        () -> "",
                        () -> EarlyEnd.ofTrained(trained, begun.input()));
    }

    private TrainResult outcome(Begun begun, Fit trained, double seconds, TimeWatch watch) {
        TimeFrame frame = begun.frame(stopwatch, out.isPresent(), predictions.isPresent());
        TrainResult.Asked asked =
                new TrainResult.Asked(file, columns.ignored(), test.orElse(""), begun.test(), predictions.isPresent());
        return TrainResult.of(asked, trained, begun.input().hash(), seconds, watch.before(frame.after()));
    }

    private Begun begin(Estimator trainer, KeptTraining kept) {
        columns.refuseNoFolders(file);
        Table table = TableFiles.read(file, columns.reading());
        columns.refuseUnknownDates(table);
        ReadOptions likeIt = columns.reading().datesAsIn(table);
        Optional<Table> testFile = test.map(name -> TableFiles.read(name, likeIt));
        FitPlan prepared = trainer.plan(table);
        testFile.ifPresent(unseen -> prepared.requireScorable(test.orElse(""), unseen));
        String hash = !explainSettings && (out.isPresent() || kept.isKept()) ? Fingerprint.of(table) : "";
        TrainingInput input =
                TrainingInput.of(table, hash, kept.options(), trainer.rows().classWeights());
        return new Begun(input, testFile, prepared, stopwatch.passed());
    }

    private TrainResult finish(TrainResult outcome, TrainingInput input, TrainOutputs outputs) {
        CommandLine line = Objects.requireNonNull(command).commandLine();
        out.ifPresent(path -> ModelSaving.save(path, outcome, input));
        outputs.write(() -> PredictionsTable.of(input.table(), outcome), line.getOut());
        PrintWriter report = outputs.printsPredictions() ? line.getErr() : line.getOut();
        if (json) {
            ScoreWarnings.of(outcome).forEach(warning -> line.getErr().println("slope: warning: " + warning));
            report.print(JsonText.of(TrainJson.of(outcome)));
        } else {
            Surface surface = outputs.printsPredictions() ? Surface.ofErrors() : Surface.ofOutput();
            report.print(TrainReport.of(outcome, surface.width()));
            out.ifPresent(path ->
                    report.printf("%nSaved in %s: slope predict %s ROWS.csv%n", path, ShellWord.of(path.toString())));
        }
        return outcome;
    }

    /// Whether an option of this name may stand in a model's record, from which the training can be
    /// repeated: not one that names files or changes no bit of the model.
    public static boolean isRecorded(String option) {
        return RequestedOptions.isRecorded(option);
    }

    /// Without vector kernels a training has the same result, only later: nothing else would show
    /// it.
    private static void tellWhatIsSlow(FitPlan plan, PrintWriter err) {
        plan.first().engine().remark().ifPresent(remark -> {
            err.println("slope: " + remark);
            err.flush();
        });
    }

    private void refuseImpossibleTarget(CommandLine line) {
        if (!target.isGiven()) {
            throw new ParameterException(line, "slope train needs --target COLUMN");
        }
    }

    /// What is ignored is not read, so that nothing else can use it.
    private void refuseIgnored(CommandLine line, Recipe chosen) {
        SequencedMap<String, List<String>> needed = RequestedOptions.columns(line.getParseResult());
        chosen.start()
                .ifPresent(start -> needed.put(
                        "the network of --start-from",
                        start.encoding().columns().stream()
                                .map(ColumnEncoder::column)
                                .toList()));
        needed.forEach((what, names) -> names.stream()
                .filter(columns.ignored()::contains)
                .findFirst()
                .ifPresent(name -> {
                    throw new ParameterException(
                            line,
                            "--ignore names \"%s\", which %s needs; leave it out of --ignore".formatted(name, what));
                }));
    }

    private Estimator trainer(CommandLine line) {
        try {
            Estimator trainer = Slope.predict(target.choice())
                    .columns(columns.choice())
                    .rows(rows.choice())
                    .divergence(recover ? Divergence.RECOVERS : Divergence.ENDS)
                    .seed(seed)
                    .recipe(recipe.toRecipe())
                    .engine(threads.map(Engine.best()::threads).orElseGet(Engine::best));
            Estimator limited = timeLimit.map(trainer::timeLimit).orElse(trainer);
            return target.metric().map(limited::metric).orElse(limited);
        } catch (IllegalArgumentException unusable) {
            throw new ParameterException(line, unusable.getMessage(), unusable);
        }
    }

    private Fit train(Begun begun, KeptTraining kept, TimeWatch watch) {
        PrintWriter err = Objects.requireNonNull(command).commandLine().getErr();
        TimeFrame frame = begun.frame(stopwatch, out.isPresent(), predictions.isPresent());
        Work work = Work.of(begun.prepared(), frame);
        TimeLeft timeLeft = new TimeLeft(stopwatch, timeLimit, work.leastPace());
        try (TrainProgress progress = new TrainProgress(err, Surface.ofErrors(), work, timeLeft)) {
            TrainingCallbacks<FitState> callbacks =
                    kept.callbacks(begun.prepared(), begun.input(), progress, interruption);
            callbacks.from().ifPresent(progress::goOn);
            return watch.patient(progress::hasSteps)
                    .within(
                            () -> begun.prepared().train(callbacks, frame),
                            progress::hasEpochs,
                            () -> FirstGuess.ofTraining(begun, frame, watch),
                            () -> progress.hasSteps() ? EarlyEnd.inStep() : EarlyEnd.beforeTraining());
        }
    }
}
