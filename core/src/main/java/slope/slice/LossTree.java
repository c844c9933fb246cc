package slope.slice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import slope.model.Condition;
import slope.table.Column;
import slope.table.Table;

/// A regression tree over the losses of rows (Breiman, Friedman, Olshen and Stone 1984, "Classification and
/// Regression Trees", chapter 8), shallow enough to be read.
final class LossTree {
    /// Of questions on the way to a leaf.
    private static final int DEPTH = 3;

    /// The least gain, in variances of the losses. Where a question says nothing, its gain is about chi-squared
    /// with one degree of freedom: 12 is exceeded once in 2,000 questions, of which there are hundreds.
    private static final double LEAST_GAIN = 12;

    private final Table table;
    private final RowLosses losses;
    private final List<QuestionSearch> columns;
    private final List<Leaf> leaves = new ArrayList<>();

    /// Rows that meet the same conditions.
    ///
    /// @param conditions none at the root
    /// @param loss their mean loss
    record Leaf(List<Condition> conditions, double loss) {}

    private LossTree(Table table, RowLosses losses, int fewestRows) {
        this.table = table;
        this.losses = losses;
        this.columns = table.columns().stream()
                .map(column -> new QuestionSearch(column, losses, fewestRows))
                .toList();
    }

    /// The leaves of the tree over some rows, those with the largest losses first.
    ///
    /// @param table the columns that may be asked about
    /// @param losses of each row of the table
    /// @param rows that the tree is grown on
    /// @param fewestRows of each leaf
    static List<Leaf> leaves(Table table, RowLosses losses, int[] rows, int fewestRows) {
        LossTree tree = new LossTree(table, losses, fewestRows);
        tree.grow(rows, List.of(), DEPTH);
        return tree.leaves.stream()
                .sorted(Comparator.comparingDouble(Leaf::loss).reversed())
                .toList();
    }

    private void grow(int[] rows, List<Condition> conditions, int depth) {
        double least = LEAST_GAIN * variance(rows);
        Optional<Question> best = depth == 0
                ? Optional.empty()
                : columns.stream()
                        .flatMap(column -> column.best(rows).stream())
                        .filter(question -> question.gain() > least)
                        .max(Comparator.comparingDouble(Question::gain));
        if (best.isEmpty()) {
            leaves.add(new Leaf(conditions, losses.mean(rows)));
            return;
        }
        Condition yes = best.get().yes();
        Column column = table.column(yes.column());
        grow(Arrays.stream(rows).filter(row -> yes.holds(column, row)).toArray(), and(conditions, yes), depth - 1);
        grow(
                Arrays.stream(rows).filter(row -> !yes.holds(column, row)).toArray(),
                and(conditions, best.get().no()),
                depth - 1);
    }

    /// The weighted sum of the squared distances from the mean, by rows.
    private double variance(int[] rows) {
        double mean = losses.mean(rows);
        double squares = 0;
        for (int row : rows) {
            double distance = losses.loss(row) - mean;
            squares += losses.weight(row) * distance * distance;
        }
        return squares / rows.length;
    }

    /// Conditions on the same column become one where they can.
    private static List<Condition> and(List<Condition> conditions, Condition next) {
        List<Condition> all = new ArrayList<>(conditions);
        for (int index = 0; index < all.size(); index++) {
            Condition each = all.get(index);
            Optional<Condition> one = each.column().equals(next.column()) ? each.and(next) : Optional.empty();
            if (one.isPresent()) {
                all.set(index, one.get());
                return all;
            }
        }
        all.add(next);
        return all;
    }
}
