package slope.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import slope.internal.table.SortedRows;
import slope.table.Column;
import slope.table.Table;

/// Two columns that are near-copies of each other. A model can use either of them, so they share their
/// importance, and each by itself looks less important than both together.
///
/// @param first column
/// @param second column
/// @param likeness Spearman's rank correlation of numbers and dates, without its sign; of categories the share of
///     rows that the one tells of the other beyond its most frequent category (Goodman and Kruskal's
///     lambda), the smaller of both ways
public record Twins(String first, String second, double likeness) {
    private static final double LEAST_CORRELATION = 0.95;
    private static final double LEAST_LAMBDA = 0.9;
    private static final int MOST_ROWS = 1000;
    /// A column of more categories than this is no near-copy of another, as far as so few rows can tell.
    private static final int MOST_CATEGORIES = 100;

    /// The pairs among some columns of a table.
    static List<Twins> among(Table table, List<String> names, long seed) {
        Table rows = table.select(Draw.rows(IntStream.range(0, table.rows()).toArray(), MOST_ROWS, seed));
        List<Column> columns = names.stream().map(rows::column).toList();
        List<double[]> ranks = columns.stream().map(Twins::ranks).toList();
        List<int[]> codes = columns.stream().map(Twins::codes).toList();
        List<Twins> twins = new ArrayList<>();
        for (int first = 0; first < columns.size(); first++) {
            for (int second = first + 1; second < columns.size(); second++) {
                boolean isOrdered =
                        ColumnPoints.isOrdered(columns.get(first)) && ColumnPoints.isOrdered(columns.get(second));
                double likeness = isOrdered
                        ? Math.abs(correlation(ranks.get(first), ranks.get(second)))
                        : Math.min(
                                lambda(codes.get(first), codes.get(second)),
                                lambda(codes.get(second), codes.get(first)));
                if (likeness >= (isOrdered ? LEAST_CORRELATION : LEAST_LAMBDA)) {
                    twins.add(new Twins(names.get(first), names.get(second), likeness));
                }
            }
        }
        return twins;
    }

    /// The rank of each row, that of the middle for equal values, missing ones first.
    private static double[] ranks(Column column) {
        double[] ranks = new double[column.rows()];
        int[] ascending = ascending(column);
        for (int from = 0, to; from < ascending.length; from = to) {
            to = from + 1;
            while (to < ascending.length && key(column, ascending[to]) == key(column, ascending[from])) {
                to++;
            }
            for (int index = from; index < to; index++) {
                ranks[ascending[index]] = (from + to - 1) / 2.0;
            }
        }
        return ranks;
    }

    /// The number of each row's value among the different ones.
    private static int[] codes(Column column) {
        int[] codes = new int[column.rows()];
        int[] ascending = ascending(column);
        for (int index = 1; index < ascending.length; index++) {
            boolean isSame = key(column, ascending[index]) == key(column, ascending[index - 1]);
            codes[ascending[index]] = codes[ascending[index - 1]] + (isSame ? 0 : 1);
        }
        return codes;
    }

    private static int[] ascending(Column column) {
        return SortedRows.ascending(IntStream.range(0, column.rows()).toArray(), row -> key(column, row));
    }

    private static double key(Column column, int row) {
        return column.isMissing(row) ? Double.NEGATIVE_INFINITY : SortedRows.key(column, row);
    }

    private static double correlation(double[] first, double[] second) {
        double mean = (first.length - 1) / 2.0; // of all ranks
        double products = 0;
        double squares = 0;
        double others = 0;
        for (int row = 0; row < first.length; row++) {
            products += (first[row] - mean) * (second[row] - mean);
            squares += (first[row] - mean) * (first[row] - mean);
            others += (second[row] - mean) * (second[row] - mean);
        }
        return squares == 0 || others == 0 ? 0 : products / Math.sqrt(squares * others);
    }

    /// How much better a category is guessed where the other column is known.
    private static double lambda(int[] known, int[] guessed) {
        int knowns = Arrays.stream(known).max().orElse(0) + 1;
        int categories = Arrays.stream(guessed).max().orElse(0) + 1;
        if (Math.max(knowns, categories) > MOST_CATEGORIES) {
            return 0;
        }
        int[][] counts = new int[knowns][categories];
        int[] all = new int[categories];
        for (int row = 0; row < known.length; row++) {
            counts[known[row]][guessed[row]]++;
            all[guessed[row]]++;
        }
        int most = Arrays.stream(all).max().orElse(0);
        int right = Arrays.stream(counts)
                .mapToInt(each -> Arrays.stream(each).max().orElse(0))
                .sum();
        return most == known.length ? 0 : (double) (right - most) / (known.length - most);
    }
}
