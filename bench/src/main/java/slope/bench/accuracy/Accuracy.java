package slope.bench.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import slope.Slope;
import slope.evaluation.Scores;
import slope.fit.Estimator;
import slope.fit.FitResult;
import slope.internal.random.SplitRandom;
import slope.kernel.Engine;
import slope.metric.Metric;
import slope.recipe.Recipe;
import slope.recipe.Setting;
import slope.table.Table;
import slope.tables.TableFiles;

/// Trains a recipe on the training rows of every table, scores its test rows, and writes a table of what
/// it reached beside what others reach.
///
/// The test rows are only scored: what chooses the epoch is a fifth of the training rows. Whoever
/// wants to choose between settings does so with `--choose`, which leaves the test rows alone: a
/// fifth of the training rows is scored in their place, and nothing else sees it.
@Command(
        name = "accuracy",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures how accurate a recipe is on real tables, and how long it takes.")
public final class Accuracy implements Callable<Integer> {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "FOLDER",
            description = "Where NAME.csv.gz and NAME.test-rows.txt are.")
    private Path data = Path.of(".");

    @Option(names = "--recipe", paramLabel = "NAME", description = "Default: tuned.")
    private String recipe = "tuned";

    @Option(names = "--metric", paramLabel = "NAME", description = "What chooses the epoch. Default: the task's own.")
    private List<String> metrics = List.of();

    @Option(names = "--epochs", paramLabel = "N", description = "At most. Default: the recipe's own.")
    private List<Integer> epochs = List.of();

    @Option(names = "--learning-rate", paramLabel = "RATE", description = "Default: the recipe's own.")
    private List<Double> rates = List.of();

    @Option(names = "--averaged-epochs", paramLabel = "N", description = "Default: the recipe's own.")
    private List<Double> averagedEpochs = List.of();

    @Option(names = "--members", paramLabel = "N", description = "Of an ensemble. Default: the recipe's own.")
    private List<Integer> members = List.of();

    @Option(names = "--hidden", split = ",", paramLabel = "N", description = "Units. Default: the recipe's own.")
    private List<Integer> hidden = List.of();

    @Option(
            names = "--set",
            paramLabel = "SETTING=VALUE",
            description = "Any setting of the recipe, such as batch=256. Default: the recipe's own.")
    private Map<String, String> settings = Map.of();

    @Option(names = "--folds", paramLabel = "N", description = "Networks. Default: the recipe's own.")
    private List<Integer> folds = List.of();

    @Option(names = "--sets", split = ",", paramLabel = "NAME", description = "Default: all.")
    private List<String> sets = List.of();

    @Option(names = "--rows", paramLabel = "N", description = "Of the training rows, drawn by the seed. Default: all.")
    private int rows = Integer.MAX_VALUE;

    @Option(names = "--threads", paramLabel = "N", description = "Default: 2.")
    private int threads = 2;

    @Option(names = "--seeds", split = ",", paramLabel = "N", description = "One training for each. Default: 0.")
    private List<Long> seeds = List.of(0L);

    @Option(
            names = "--choose",
            description = "To choose between settings: score a fifth of the training rows, not the test rows.")
    private boolean choose;

    @Option(names = "--out", paramLabel = "FILE", description = "Also write the table to this file.")
    private List<Path> out = List.of();

    /// Exit code 0 where all tables were measured.
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Accuracy()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        List<String> lines = new ArrayList<>(heading());
        lines.forEach(System.out::println);
        for (DataSet set : DataSets.ALL) {
            if (sets.isEmpty() || sets.contains(set.name())) {
                for (long seed : seeds) {
                    List<String> measured = measured(set, seed);
                    measured.forEach(System.out::println);
                    lines.addAll(measured);
                }
            }
        }
        for (Path file : out) {
            Files.write(file, lines);
        }
        return 0;
    }

    private List<String> heading() {
        return List.of(
                "Recipe %s%s, %s. Fit seconds are those of training and its preparation; reading is left out."
                        .formatted(recipe, settings.isEmpty() ? "" : " " + settings, engine()),
                "",
                "| set | seed | rows: train / validate / %s | metric | sklearn MLP | HistGradientBoosting | must | aim"
                                .formatted(choose ? "choose" : "test")
                        + " | validation | **%s** | reached | best epoch | fit s |"
                                .formatted(choose ? "chosen by" : "test"),
                "|---|---|---|---|---|---|---|---|---|---|---|---|---|");
    }

    private List<String> measured(DataSet set, long seed) throws IOException {
        Table table = TableFiles.read(data.resolve(set.name() + ".csv.gz").toString(), set.reading());
        int[] testRows = testRows(set);
        int[] learning = others(testRows, table.rows());
        Table test = table.select(testRows);
        if (choose || rows < learning.length) {
            SplitRandom.of(seed).shuffle(learning);
            learning = Arrays.copyOf(learning, Math.min(rows, learning.length));
        }
        if (choose) {
            test = table.select(Arrays.copyOf(learning, learning.length / 5));
            learning = Arrays.copyOfRange(learning, learning.length / 5, learning.length);
        }
        Recipe chosen = Recipe.named(recipe).orElseThrow();
        for (int most : epochs) {
            chosen = chosen.epochs(most);
        }
        for (double rate : rates) {
            chosen = chosen.learningRate(rate);
        }
        for (double averaged : averagedEpochs) {
            chosen = chosen.with(Setting.AVERAGED_EPOCHS, averaged);
        }
        for (int count : members) {
            chosen = chosen.with(Setting.MEMBERS, count);
        }
        if (!hidden.isEmpty()) {
            chosen = chosen.hidden(hidden);
        }
        for (Map.Entry<String, String> each : settings.entrySet()) {
            chosen = with(chosen, setting(each.getKey()), each.getValue());
        }
        Estimator trainer =
                Slope.predict(set.target()).recipe(chosen).seed(seed).engine(engine());
        for (int count : folds) {
            trainer = trainer.rows(trainer.rows().folds(count));
        }
        for (String name : metrics) {
            trainer = trainer.metric(Metric.named(name).orElseThrow());
        }
        long start = System.nanoTime();
        FitResult trained = trainer.fit(table.select(learning));
        double seconds = (System.nanoTime() - start) * 1e-9;
        Scores validation = trained.scores();
        Scores tested = trained.testScores(test);
        int learned = trained.record().data().trainingRows();
        List<String> lines = new ArrayList<>();
        for (DataSet.Score score : set.scores()) {
            double reached = tested.model().score(score.metric());
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %d | %d / %d / %d | %s | %s | %s | %s | %s | %s | **%s** | %s | %d | %.1f |",
                    set.name(),
                    seed,
                    learned,
                    validation.rows(),
                    tested.rows(),
                    score.metric().title(),
                    score.network(),
                    score.trees(),
                    number(score.must()),
                    number(score.aim()),
                    number(validation.model().score(score.metric())),
                    number(reached),
                    score.isReached(reached, score.aim())
                            ? "aim"
                            : score.isReached(reached, score.must()) ? "must" : "no",
                    trained.results().getFirst().bestEpoch(),
                    seconds));
        }
        return lines;
    }

    private static Setting<?> setting(String name) {
        return Setting.ALL.stream()
                .filter(setting -> setting.title().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no setting is called " + name));
    }

    private static <T> Recipe with(Recipe recipe, Setting<T> setting, String value) {
        return recipe.with(setting, setting.read(value));
    }

    private Engine engine() {
        return Engine.best().threads(threads);
    }

    private int[] testRows(DataSet set) throws IOException {
        return Files.readAllLines(data.resolve(set.name() + ".test-rows.txt")).stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> Integer.parseInt(line.strip()))
                .toArray();
    }

    private static int[] others(int[] rows, int count) {
        boolean[] named = new boolean[count];
        Arrays.stream(rows).forEach(row -> named[row] = true);
        return IntStream.range(0, count).filter(row -> !named[row]).toArray();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 1000 ? "%.0f" : value >= 10 ? "%.1f" : "%.4f", value);
    }
}
