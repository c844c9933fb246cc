package slope.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.IntStream;
import slope.internal.function.MeanAndStandardDeviation;
import slope.internal.function.StudentQuantile;
import slope.metric.Metric;
import slope.metric.ScoredRows;
import slope.model.Importance;
import slope.model.Model;
import slope.table.RowWeights;
import slope.table.Table;
import slope.target.Target;

/// The importance of columns by permutation, measured by the loss of the task: log-loss, RMSE, deviance
/// or pinball loss.
///
/// The cells of a column that says nothing are one more permutation of themselves. So the loss of the
/// rows as they are is one draw more from a distribution of which R are known, and the interval of
/// mean ± t · s · √(1 + 1/R) covers the difference 0 nine times of ten.
public final class PermutedRows {
    /// Permutations of each column.
    private static final int REPEATS = 10;

    private static final double COVERAGE = 0.9;

    /// Out of fold, about: a small part of what training takes.
    private static final int PREDICTIONS = 50_000;

    private static final int FEWEST_ROWS = 50;
    private static final int MOST_ROWS = 1000;
    private static final int MOST_COLUMNS = 1000;

    private final List<Part> parts;
    private final List<ColumnGroup> groups;
    private final Metric loss;
    private final long seed;

    private PermutedRows(List<Part> parts, List<ColumnGroup> groups, long seed) {
        this.parts = parts;
        this.groups = groups;
        this.seed = seed;
        Target target = parts.getFirst().model.target();
        this.loss = target.isClassification() ? Metric.LOG_LOSS : target.metric();
    }

    /// A model and rows that it is scored on, none of their targets missing. If training had a weight
    /// column and the rows have it, they are weighted by it.
    public record Part(Model model, Table rows) {
        private Part drawn(int most, long seed) {
            int[] all = IntStream.range(0, rows.rows()).toArray();
            return new Part(model, rows.select(Draw.rows(all, most, seed)));
        }

        private ScoredRows scored(double[] decoded) {
            double[] weights = RowWeights.of(
                    model.record()
                            .weightColumn()
                            .filter(column -> rows.find(column).isPresent()),
                    rows);
            return model.target().predictions(decoded).against(model.target().actual(rows), weights);
        }
    }

    /// The importance of each column in rows that several models predict, each those that it did not
    /// learn from. Of many rows some are drawn.
    ///
    /// @param parts at least one, all models of the same target
    /// @param most predictions that there is time for
    /// @return empty if there is too little time, there are very many columns, or the loss is not finite
    public static Optional<Importance> outOfFold(List<Part> parts, int most, long seed) {
        SequencedSet<String> columns = new LinkedHashSet<>();
        parts.forEach(part -> columns.addAll(part.model.columns().keySet()));
        int rows = Math.clamp(PREDICTIONS / REPEATS / columns.size(), FEWEST_ROWS, MOST_ROWS);
        if (columns.size() > MOST_COLUMNS || (long) REPEATS * columns.size() * rows > most) {
            return Optional.empty();
        }
        int all = parts.stream().mapToInt(part -> part.rows.rows()).sum();
        List<Part> drawn = parts.stream()
                .map(part -> part.drawn((int) Math.ceilDiv((long) rows * part.rows.rows(), all), seed))
                .filter(part -> part.rows.rows() > 0)
                .toList();
        return Optional.of(importance(drawn, ColumnGroup.covering(List.copyOf(columns), List.of()), seed))
                .filter(importance -> Double.isFinite(importance.loss())
                        && importance.columns().stream().allMatch(column -> Double.isFinite(column.mean())));
    }

    /// @param groups of columns that are permuted together, all of the model's columns
    static Importance importance(List<Part> parts, List<ColumnGroup> groups, long seed) {
        return new PermutedRows(parts, groups, seed).importance();
    }

    private Importance importance() {
        double asTheyAre = loss(parts.stream()
                .map(part -> part.scored(part.model.decoded(part.rows)))
                .toList());
        return new Importance(
                loss.title(),
                asTheyAre,
                parts.stream().mapToInt(part -> part.rows.rows()).sum(),
                IntStream.range(0, groups.size())
                        .mapToObj(group -> importance(group, asTheyAre))
                        .toList());
    }

    private Importance.OfColumn importance(int group, double asTheyAre) {
        List<double[]> decoded = new ArrayList<>();
        for (Part part : parts) {
            decoded.add(permuted(part, decoded.size(), group));
        }
        double[] differences = new double[REPEATS];
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            List<ScoredRows> scored = new ArrayList<>();
            for (Part part : parts) {
                double[] all = decoded.get(scored.size());
                int length = all.length / REPEATS;
                scored.add(part.scored(Arrays.copyOfRange(all, repeat * length, (repeat + 1) * length)));
            }
            differences[repeat] = loss(scored) - asTheyAre;
        }
        MeanAndStandardDeviation spread = MeanAndStandardDeviation.of(differences);
        double margin = StudentQuantile.twoSided(COVERAGE, REPEATS - 1)
                * spread.standardDeviation()
                * Math.sqrt((REPEATS + 1.0) / (REPEATS - 1)); // s² = R / (R − 1) of the variance
        return new Importance.OfColumn(groups.get(group).name(), spread.mean(), margin);
    }

    private double loss(List<ScoredRows> scored) {
        return loss.score(ScoredRows.concat(scored));
    }

    /// Decoded outputs of the rows, with the cells of a group permuted in each repeat.
    private double[] permuted(Part part, int number, int permuted) {
        MixedRows mixed = new MixedRows(part.model, part.rows, groups);
        int[] sources = new int[groups.size()];
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            int[] rows = IntStream.range(0, part.rows.rows()).toArray();
            Draw.PERMUTATIONS.random(seed, number, permuted, repeat).shuffle(rows);
            for (int row = 0; row < rows.length; row++) {
                Arrays.fill(sources, row);
                sources[permuted] = rows[row];
                mixed.add(sources);
            }
        }
        return mixed.decoded();
    }
}
