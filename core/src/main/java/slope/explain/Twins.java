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
/// @param likeness Spearman's rank correlation of numbers and dates, without its sign, with and without the rows
///     in which each has its most frequent value; of categories and of two different numbers the share of rows
///     that the one tells of the other beyond its most frequent value (Goodman and Kruskal's lambda), the smaller
///     of both ways
public record Twins(String first, String second, double likeness) {
    private static final double LEAST_CORRELATION = 0.95;
    private static final double LEAST_LAMBDA = 0.9;
    private static final int MOST_ROWS = 1000;
    private static final int FEWEST_ROWS = 30;
    private static final double LEAST_SHARE = 0.05;
    /// A column of more categories than this is no near-copy of another, as far as so few rows can tell.
    private static final int MOST_CATEGORIES = 100;

    /// The pairs among some columns of a table.
    static List<Twins> among(Table table, List<String> names, long seed) {
        Table rows = table.select(Draw.rows(IntStream.range(0, table.rows()).toArray(), MOST_ROWS, seed));
        List<Column> columns = names.stream().map(rows::column).toList();
        List<int[]> codes = columns.stream().map(Twins::codes).toList();
        List<Twins> twins = new ArrayList<>();
        for (int first = 0; first < columns.size(); first++) {
            for (int second = first + 1; second < columns.size(); second++) {
                boolean isOrdered = hasOrder(columns.get(first), codes.get(first))
                        && hasOrder(columns.get(second), codes.get(second));
                double likeness = isOrdered
                        ? correlation(codes.get(first), codes.get(second))
                        : lambda(codes.get(first), codes.get(second));
                if (likeness >= (isOrdered ? LEAST_CORRELATION : LEAST_LAMBDA)) {
                    twins.add(new Twins(names.get(first), names.get(second), likeness));
                }
            }
        }
        return twins;
    }

    /// Two different numbers are categories rather: most rows have the more frequent one.
    private static boolean hasOrder(Column column, int... codes) {
        return ColumnPoints.isOrdered(column) && Arrays.stream(codes).max().orElse(0) > 2;
    }

    /// The number of each row's value among the different ones, from 1; 0 where it is missing.
    private static int[] codes(Column column) {
        int[] codes = new int[column.rows()];
        int[] ascending = SortedRows.ascending(
                IntStream.range(0, column.rows())
                        .filter(row -> !column.isMissing(row))
                        .toArray(),
                row -> SortedRows.key(column, row));
        for (int index = 0; index < ascending.length; index++) {
            boolean isSame = index > 0
                    && SortedRows.key(column, ascending[index]) == SortedRows.key(column, ascending[index - 1]);
            codes[ascending[index]] = (index == 0 ? 0 : codes[ascending[index - 1]]) + (isSame ? 0 : 1);
        }
        return codes;
    }

    /// Of the rows in which both have a value, and also without those in which each has its most frequent one:
    /// many equal rows alone make no near-copies. The smaller of both; 0 of too few rows.
    private static double correlation(int[] first, int[] second) {
        int[] present = present(first, second);
        int[] ones = at(present, first);
        int[] others = at(present, second);
        int one = mostFrequent(ones);
        int other = mostFrequent(others);
        int[] varied = IntStream.range(0, present.length)
                .filter(row -> ones[row] != one || others[row] != other)
                .toArray();
        return varied.length < Math.max(FEWEST_ROWS, LEAST_SHARE * first.length)
                ? 0
                : Math.min(
                        ofRanks(ranks(ones), ranks(others)),
                        ofRanks(ranks(at(varied, ones)), ranks(at(varied, others))));
    }

    private static int[] present(int[] first, int[] second) {
        return IntStream.range(0, first.length)
                .filter(row -> first[row] > 0 && second[row] > 0)
                .toArray();
    }

    private static int[] at(int[] rows, int... codes) {
        return Arrays.stream(rows).map(row -> codes[row]).toArray();
    }

    private static int[] counts(int... codes) {
        int[] counts = new int[Arrays.stream(codes).max().orElse(0) + 1];
        Arrays.stream(codes).forEach(code -> counts[code]++);
        return counts;
    }

    private static int mostFrequent(int... codes) {
        int[] counts = counts(codes);
        return IntStream.range(0, counts.length).reduce(0, (most, code) -> counts[code] > counts[most] ? code : most);
    }

    /// The rank of each row, that of the middle for equal values.
    private static double[] ranks(int... codes) {
        int[] counts = counts(codes);
        double[] middles = new double[counts.length];
        for (int code = 0, below = 0; code < counts.length; below += counts[code], code++) {
            middles[code] = below + (counts[code] - 1) / 2.0;
        }
        return Arrays.stream(codes).mapToDouble(code -> middles[code]).toArray();
    }

    private static double ofRanks(double[] first, double[] second) {
        double mean = (first.length - 1) / 2.0; // of all ranks
        double products = 0;
        double squares = 0;
        double others = 0;
        for (int row = 0; row < first.length; row++) {
            products += (first[row] - mean) * (second[row] - mean);
            squares += (first[row] - mean) * (first[row] - mean);
            others += (second[row] - mean) * (second[row] - mean);
        }
        return squares == 0 || others == 0 ? 0 : Math.abs(products) / Math.sqrt(squares * others);
    }

    /// Of all rows, and of those in which both have a value unless it is the same in all of them: the smallest
    /// of both ways.
    private static double lambda(int[] first, int[] second) {
        int[] present = present(first, second);
        int[] ones = at(present, first);
        int[] others = at(present, second);
        double ofAll = Math.min(guessed(first, second), guessed(second, first));
        return isConstant(ones) || isConstant(others)
                ? ofAll
                : Math.min(ofAll, Math.min(guessed(ones, others), guessed(others, ones)));
    }

    private static boolean isConstant(int... codes) {
        return Arrays.stream(codes).distinct().count() < 2;
    }

    /// How much better a category is guessed where the other column is known.
    private static double guessed(int[] known, int[] guessed) {
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
