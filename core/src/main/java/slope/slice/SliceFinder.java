package slope.slice;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import slope.internal.function.StudentQuantile;
import slope.internal.random.SplitRandom;
import slope.metric.ScoredRows;
import slope.model.Condition;
import slope.model.Slice;
import slope.model.Slices;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.Level;
import slope.table.Table;

/// Finds the slices of rows on which a model has the largest losses.
///
/// A shallow regression tree over the losses finds them, as in error analysis (Chung, Kraska, Polyzotis, Tae
/// and Whang 2019, "Slice Finder", ICDE, section 3.1). It is grown on one half of the rows, and the losses of
/// its leaves are told on the other half (Athey and Imbens 2016, "Recursive partitioning for heterogeneous
/// causal effects", PNAS 113(27), call such trees honest): the tree has chosen its leaves for their losses, so
/// those on its own rows are too large.
public final class SliceFinder {
    /// Fewer tell nothing about parts of them.
    private static final int FEWEST_ROWS = 100;

    private static final int MOST_ROWS = 20_000;

    /// Rows times columns, which take about a second.
    private static final int MOST_CELLS = 2_000_000;

    private static final int FEWEST_OF_SLICE = 20;
    private static final double LEAST_SHARE = 0.05;
    private static final int MOST_SLICES = 5;
    private static final double CONFIDENCE = 0.95;

    /// What random numbers are drawn for.
    private static final long ROWS = 0;

    private static final long HALVES = 1;

    private final Table table;
    private final RowLosses losses;
    private final RowGroups groups;

    private SliceFinder(Table table, RowLosses losses, RowGroups groups) {
        this.table = table;
        this.losses = losses;
        this.groups = groups;
    }

    /// Finds slices. The same rows and the same seed give the same ones; of very many rows some are drawn.
    ///
    /// @param rows the table of the scored rows
    /// @param columns by which slices are described
    /// @param scored the same rows: what was predicted and what was observed
    /// @param group a column whose rows belong together, if there is one: whole groups are in one half, and
    ///     intervals count groups in place of rows
    /// @return empty if there are too few rows, or a loss is not finite
    public static Optional<Slices> find(
            Table rows, Collection<String> columns, ScoredRows scored, Optional<String> group, long seed) {
        int most = Math.min(MOST_ROWS, MOST_CELLS / Math.max(1, columns.size()));
        int[] some = drawn(rows.rows(), most, seed);
        RowLosses losses = RowLosses.of(scored, some);
        if (some.length < FEWEST_ROWS || !losses.areFinite()) {
            return Optional.empty();
        }
        Table drawn = rows.select(some);
        Table described = new Table(columns.stream()
                .map(column -> plainlySpelled(drawn.column(column)))
                .toList());
        return new SliceFinder(described, losses, RowGroups.of(some.length, group.map(drawn::column))).slices(seed);
    }

    private static int[] drawn(int rows, int most, long seed) {
        int[] all = IntStream.range(0, rows).toArray();
        SplitRandom.of(seed, ROWS).shuffle(all);
        int[] some = Arrays.copyOf(all, Math.min(most, rows));
        Arrays.sort(some);
        return some;
    }

    private static Column plainlySpelled(Column column) {
        return column instanceof CategoryColumn words ? Level.merged(words) : column;
    }

    private Optional<Slices> slices(long seed) {
        boolean[] isSearched = groups.half(SplitRandom.of(seed, HALVES));
        int[] searched = where(row -> isSearched[row]);
        int[] scored = where(row -> !isSearched[row]);
        double usual = losses.mean(searched);
        double loss = losses.mean(scored);
        if (!Double.isFinite(usual) || !Double.isFinite(loss)) { // a half whose rows have no weight
            return Optional.empty();
        }
        int fewest = Math.max(FEWEST_OF_SLICE, (int) Math.ceil(LEAST_SHARE * searched.length));
        List<Slice> worst = LossTree.leaves(table, losses, searched, fewest).stream()
                .filter(leaf -> leaf.loss() > usual)
                .limit(MOST_SLICES)
                .flatMap(leaf -> scored(leaf.conditions(), scored).stream())
                .sorted(Comparator.comparingDouble(Slice::loss).reversed())
                .toList();
        return Optional.of(new Slices(losses.metric(), loss, scored.length, searched.length, worst));
    }

    private int[] where(IntPredicate isWanted) {
        return IntStream.range(0, table.rows()).filter(isWanted).toArray();
    }

    /// A slice of rows that it was not found on; empty if too few of them meet its conditions.
    private Optional<Slice> scored(List<Condition> conditions, int[] rows) {
        int[] members = Arrays.stream(rows)
                .filter(row -> conditions.stream().allMatch(each -> each.holds(table.column(each.column()), row)))
                .toArray();
        Collection<int[]> clusters = groups.among(members);
        double mean = losses.mean(members);
        if (clusters.size() < FEWEST_OF_SLICE || !Double.isFinite(mean)) {
            return Optional.empty();
        }
        double margin =
                StudentQuantile.twoSided(CONFIDENCE, clusters.size() - 1) * losses.standardError(mean, clusters);
        return Optional.of(new Slice(conditions, members.length, mean, margin));
    }
}
