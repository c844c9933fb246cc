package slope.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import slope.conformal.CoverageChoice;
import slope.fit.Estimator;
import slope.fit.FitPlan;
import slope.fit.RowSelection;
import slope.fit.TimeFrame;
import slope.internal.table.RequiredColumns;
import slope.internal.table.TargetRows;
import slope.kernel.Engine;
import slope.model.FittedNetwork;
import slope.onnx.Models;
import slope.preprocess.ColumnEncoder;
import slope.recipe.Recipe;
import slope.split.Split;
import slope.table.DataException;
import slope.table.Fingerprint;
import slope.table.Remedy;
import slope.table.Table;
import slope.tables.ReadListener;
import slope.tables.ReadOptions;
import slope.tables.ReadOptions.Folders;
import slope.tables.TableFiles;
import slope.tables.UnusedMissingText;

/// A prepared training: everything is read and decided before the first step.
///
/// @param request what was asked
/// @param table all rows, as they were read
/// @param test rows of a test file, to score after training, if there is one
/// @param plan the decisions
/// @param hash of the table, empty if it is not needed
/// @param read how it was read
record PreparedTraining(
        TrainingRequest request, Table table, Optional<Table> test, FitPlan plan, String hash, Reading read) {
    /// The report, and what Java still has to compile for it.
    private static final Duration REPORT = Duration.ofMillis(300);

    /// The minimum number of training rows that are scored; more if there is time.
    private static final int TRAINING_ROWS = 20_000;

    /// Numbers are written more slowly than they are read.
    private static final double WRITING = 2;

    /// The share of the reading time that recording the training ranges takes.
    private static final double RECORD = 0.25;

    /// How the files were read.
    ///
    /// @param time the time spent so far
    /// @param unused texts of missing values that no cell has
    /// @param notes sentences about what was read otherwise than a person may think
    record Reading(Duration time, List<UnusedMissingText> unused, List<String> notes) {}

    /// Reads the files and plans the training.
    ///
    /// @param listener is told how far the table is read
    /// @throws DataException if the files or the table cannot be used
    static PreparedTraining of(TrainingRequest request, Stopwatch stopwatch, ReadListener listener) {
        request.requireTable();
        ReadOptions reading = request.reading();
        if (reading.folders() == Folders.COLUMNS && !TableFiles.haveFolderColumns(request.table())) {
            throw new DataException(
                    "no folder of \"%s\" names a column, as year=2024 does; name the folders too"
                            .formatted(request.table().name()),
                    new Remedy.IgnoreFolders());
        }
        Estimator estimator = estimator(request);
        refuseIgnored(estimator, reading);
        List<UnusedMissingText> unused = new ArrayList<>();
        Set<String> notes = new LinkedHashSet<>(); // a file may be read twice
        Table table = TableFiles.read(request.table(), reading, new ReadListener() {
            @Override
            public void read(long bytes, long allBytes) {
                listener.read(bytes, allBytes);
            }

            @Override
            public void asksDatabase(Runnable cancel) {
                listener.asksDatabase(cancel);
            }

            @Override
            public void unused(UnusedMissingText text) {
                unused.add(text);
            }

            @Override
            public void noted(String sentence) {
                notes.add(sentence);
            }
        });
        RequiredColumns.requireAll(reading.dates().keySet(), table.names());
        RequiredColumns.requireAll(reading.numeric(), table.names());
        RequiredColumns.requireAll(reading.missingIn().keySet(), table.names());
        ReadOptions likeIt = reading.asIn(table);
        Optional<Table> test = request.test().map(source -> TableFiles.read(source, likeIt, noting(notes)));
        boolean isRecorded =
                request.model().isPresent() || request.checkpoints().isPresent();
        // On another core than the plan: of millions of rows the hash takes seconds.
        CompletableFuture<String> hash = CompletableFuture.supplyAsync(() -> isRecorded ? Fingerprint.of(table) : "");
        FitPlan plan = estimator.plan(table);
        test.ifPresent(
                unseen -> plan.requireScorable(request.test().orElseThrow().name(), unseen));
        return new PreparedTraining(
                request, table, test, plan, hash.join(), new Reading(stopwatch.passed(), unused, List.copyOf(notes)));
    }

    private static ReadListener noting(Collection<String> notes) {
        return new ReadListener() {
            @Override
            public void read(long bytes, long allBytes) {}

            @Override
            public void noted(String sentence) {
                notes.add(sentence);
            }
        };
    }

    /// What is ignored is not read, so that nothing can use it.
    private static void refuseIgnored(Estimator estimator, ReadOptions reading) {
        RowSelection rows = estimator.rows();
        Map<String, Collection<String>> needed = new LinkedHashMap<>();
        needed.put("the target", estimator.target().columns());
        needed.put("the exposure", estimator.target().exposure().stream().toList());
        needed.put("the group column", rows.group().stream().toList());
        needed.put("the time column", rows.time().stream().toList());
        needed.put("the validation column", rows.validationColumn().stream().toList());
        needed.put("the weight column", rows.weight().stream().toList());
        needed.put(
                "the column of the coverage",
                rows.coverage().flatMap(CoverageChoice::by).stream().toList());
        needed.put("an input in any case", estimator.columns().kept());
        needed.put("a column of dates", reading.dates().keySet());
        estimator
                .recipe()
                .start()
                .ifPresent(start -> needed.put(
                        "an input of the network that training starts from",
                        start.encoding().columns().stream()
                                .map(ColumnEncoder::column)
                                .toList()));
        needed.forEach((what, names) -> names.stream()
                .filter(reading.ignored()::contains)
                .findFirst()
                .ifPresent(name -> {
                    throw new DataException(
                            "\"%s\" is ignored, and it is %s".formatted(name, what), new Remedy.ReadIgnored(name));
                }));
    }

    private static Estimator estimator(TrainingRequest request) {
        Estimator estimator = request.estimator();
        Engine engine = request.threads().map(estimator.engine()::threads).orElseGet(estimator::engine);
        return request.start()
                .map(file -> estimator.recipe(goingOn(file, estimator.recipe())))
                .orElse(estimator)
                .engine(engine);
    }

    private static Recipe goingOn(Path file, Recipe choices) {
        List<FittedNetwork> networks = Models.load(file).members();
        if (networks.size() > 1) {
            throw new DataException(
                    ("%s holds %s networks; only a single one can be fine-tuned, as trained with one fold and, in the"
                                    + " recipe tuned, one snapshot")
                            .formatted(file, networks.size()));
        }
        return Recipe.fineTune(networks.getFirst()).withChoicesOf(choices);
    }

    /// The rows of the test file that can be scored: those with a target.
    Optional<Table> labelledTest() {
        return test.map(rows -> rows.select(
                TargetRows.of(plan.target().columns().stream().map(rows::column).toList())));
    }

    /// What a model's file keeps of the request.
    String recordedRequest() {
        return request.recorded()
                .table(request.table().recorded())
                .reading(request.reading().found(table))
                .toJsonLine();
    }

    /// The work around the training.
    TimeFrame frame(Stopwatch stopwatch) {
        int rows = table.rows();
        boolean predicts = request.predictions().isPresent();
        double readAgain = request.model().isPresent() ? RECORD : 0;
        if (predicts) {
            int cells = 4 + plan.first().architecture().outputs();
            readAgain += WRITING * cells * rows / cells();
        }
        Duration after = REPORT.plusMillis(Math.round(readAgain * read.time.toMillis()));
        Split split = plan.first().split();
        long predicted = (long) split.validation().length + Math.min(TRAINING_ROWS, split.training().length);
        predicted += test.map(Table::rows).orElse(plan.rows().testRows().length);
        predicted += plan.rows().conformalRows().length;
        predicted += predicts ? rows : 0;
        return TimeFrame.none().before(stopwatch.passed(), stopwatch.nanoTime()).after(after, predicted);
    }

    private double cells() {
        long ofTest =
                test.map(each -> (long) each.rows() * each.columns().size()).orElse(0L);
        return (double) table.rows() * table.columns().size() + ofTest;
    }
}
