package slope.onnx;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import slope.internal.random.SplitRandom;
import slope.recipe.Recipe;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DateColumn;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.target.TargetChoice;
import slope.target.TargetKind;

/// Ten small tables whose numbers no float holds, each with a target and a recipe.
final class ServedTables {
    private static final int ROWS = 240;

    private ServedTables() {}

    /// A table and what is trained on it.
    record Case(Table table, TargetChoice target, Recipe recipe) {}

    private interface Draw {
        double from(SplitRandom random);
    }

    static Map<String, Case> all() {
        Recipe plain = Recipe.plain().hidden(List.of(16)).epochs(3);
        Recipe tuned = Recipe.tuned().hidden(List.of(16)).epochs(3);
        Recipe ensemble = Recipe.ensemble().hidden(List.of(16)).epochs(3);
        Map<String, Case> all = new LinkedHashMap<>();
        all.put(
                "large integers",
                new Case(
                        table(
                                numbers("account", random -> 9_007_199_254_740_000.0 + random.nextInt(90)),
                                two("target")),
                        TargetChoice.of("target"),
                        ensemble));
        all.put(
                "dates as numbers",
                new Case(
                        table(numbers("day", ServedTables::day), small("target")),
                        TargetChoice.of("target").kind(TargetKind.REGRESSION),
                        ensemble));
        all.put(
                "milliseconds",
                new Case(
                        table(numbers("at", random -> 1_700_000_000_000.0 + random.nextInt(90_000)), many("target")),
                        TargetChoice.of("target"),
                        plain));
        all.put(
                "northings",
                new Case(
                        table(
                                numbers("northing", random -> 5_123_450 + random.nextInt(2_000) / 100.0),
                                numbers("easting", random -> 32_412_340 + random.nextInt(2_000) / 100.0),
                                small("target")),
                        TargetChoice.of("target").quantiles(List.of(0.1, 0.5, 0.9)),
                        tuned));
        all.put(
                "values beyond floats",
                new Case(
                        table(
                                numbers("huge", random -> 1e39 * (1 + random.nextInt(80))),
                                numbers("tiny", random -> 1e-50 * (1 + random.nextInt(80))),
                                two("first"),
                                two("second")),
                        TargetChoice.of("first", "second"),
                        tuned));
        all.put(
                "values beyond floats in ranks",
                new Case(
                        table(
                                numbers("huge", random -> 1e39 * (1 + random.nextInt(80))),
                                numbers("tiny", random -> 1e-50 * (1 + random.nextInt(80))),
                                many("target")),
                        TargetChoice.of("target"),
                        ensemble));
        all.put(
                "a target beyond floats",
                new Case(
                        table(small("x"), numbers("target", random -> -1e39 * (1 + random.nextGaussian() / 4))),
                        TargetChoice.of("target").kind(TargetKind.REGRESSION),
                        plain));
        all.put(
                "targets of milliseconds and days",
                new Case(
                        table(
                                small("x"),
                                numbers("at", random -> 1_700_000_000_000.0 + random.nextInt(90_000)),
                                numbers("day", ServedTables::day)),
                        TargetChoice.of("at", "day").kind(TargetKind.REGRESSION),
                        tuned));
        all.put(
                "counts of large exposures",
                new Case(
                        table(
                                numbers("exposure", random -> 31_557_600_001.0 + random.nextInt(1_000)),
                                numbers("at", random -> 1_700_000_000_000.0 + random.nextInt(90_000)),
                                numbers("target", random -> random.nextInt(4))),
                        TargetChoice.of("target").kind(TargetKind.COUNT).exposure("exposure"),
                        ensemble));
        all.put(
                "moments, truths and words",
                new Case(
                        table(
                                moments("when"),
                                truths("truth"),
                                many("word"),
                                numbers("target", random -> 1e300 * random.nextDouble())),
                        TargetChoice.of("target").quantiles(List.of(0.25, 0.75)),
                        ensemble));
        return all;
    }

    /// 20240101 to 20240331.
    private static double day(SplitRandom random) {
        return 20_240_101 + 100 * random.nextInt(3) + random.nextInt(31);
    }

    private static Table table(Column... columns) {
        return Table.of(columns);
    }

    private static NumberColumn small(String name) {
        return numbers(name, SplitRandom::nextGaussian);
    }

    /// Some are missing, but not in targets and exposures.
    private static NumberColumn numbers(String name, Draw draw) {
        double[] values = new double[ROWS];
        boolean whole = List.of("target", "exposure").contains(name);
        Arrays.setAll(values, row -> isMissing(name, row) && !whole ? Double.NaN : draw.from(random(name, row)));
        return NumberColumn.of(name, values);
    }

    private static CategoryColumn two(String name) {
        return words(name, List.of("no", "yes"));
    }

    private static CategoryColumn many(String name) {
        return words(name, List.of("one", "two", "three"));
    }

    private static CategoryColumn words(String name, List<String> words) {
        String[] cells = new String[ROWS];
        Arrays.setAll(cells, row -> words.get(random(name, row).nextInt(words.size())));
        return CategoryColumn.of(name, cells);
    }

    private static BooleanColumn truths(String name) {
        @Nullable Boolean[] cells = new Boolean[ROWS];
        Arrays.setAll(
                cells, row -> isMissing(name, row) ? null : random(name, row).nextBoolean());
        return BooleanColumn.of(name, cells);
    }

    /// Within an hour, a second apart, as of a log.
    private static DateColumn moments(String name) {
        @Nullable LocalDateTime[] cells = new LocalDateTime[ROWS];
        LocalDateTime first = LocalDateTime.of(2024, 2, 29, 23, 30, 0);
        Arrays.setAll(
                cells,
                row -> isMissing(name, row)
                        ? null
                        : first.plusSeconds(random(name, row).nextInt(3_600)));
        return DateColumn.of(name, cells);
    }

    private static boolean isMissing(String name, int row) {
        return SplitRandom.of(31, name.hashCode(), row).nextInt(12) == 0;
    }

    private static SplitRandom random(String name, int row) {
        return SplitRandom.of(32, name.hashCode(), row);
    }
}
