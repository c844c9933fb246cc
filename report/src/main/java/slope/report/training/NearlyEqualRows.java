package slope.report.training;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import slope.internal.table.RepeatedRows;
import slope.table.Table;

/// Rows that differ from another in one or two inputs alone, as measurements of one thing do. Split at
/// random, one of them is trained on and another scored.
///
/// @param rows how many such rows there are
/// @param compared how many different rows the table has
/// @param differing the inputs in which they differ
public record NearlyEqualRows(int rows, int compared, List<String> differing) {
    /// A share of at least this is worth a hint.
    private static final double MANY = 0.2;

    /// At most so many rows for each may be nearly equal by chance, if columns were independent.
    private static final double BY_CHANCE = 0.02;

    /// The inputs that differ are at most one of so many.
    private static final int OF_EACH = 4;

    /// So many hashes are sorted at most, in a fraction of a second.
    private static final long MOST_HASHES = 1 << 21;

    public NearlyEqualRows {
        differing = List.copyOf(differing);
    }

    /// The inputs whose change makes the most rows the same as another; empty where few are, or so many
    /// would be by chance.
    static Optional<NearlyEqualRows> in(Table table, List<String> inputs) {
        int columns = inputs.size();
        if ((long) table.rows() * columns > MOST_HASHES) {
            return Optional.empty();
        }
        long[] all = RepeatedRows.hashes(table, inputs);
        Table different = table.select(IntStream.range(0, all.length)
                .boxed()
                .collect(Collectors.toMap(row -> all[row], row -> row, (first, second) -> first))
                .values()
                .stream()
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray());
        long[][] cells = new long[columns][];
        double[] same = new double[columns]; // the probability that two rows share a cell
        double sameRow = 1;
        for (int column = 0; column < columns; column++) {
            cells[column] = RepeatedRows.hashes(different, List.of(inputs.get(column)));
            same[column] = shareOfPairs(cells[column]);
            sameRow *= same[column];
        }
        boolean hasPairs =
                columns >= 2 * OF_EACH && (long) different.rows() * columns * (columns + 1) / 2 <= MOST_HASHES;
        int most = (int) Math.ceil(MANY * different.rows()) - 1;
        Optional<NearlyEqualRows> found = Optional.empty();
        for (int first = 0; first < columns && columns >= OF_EACH; first++) {
            for (int second = first; second < (hasPairs ? columns : first + 1); second++) {
                double byChance = sameRow / same[first] / (second == first ? 1 : same[second]);
                if (different.rows() * byChance > BY_CHANCE) {
                    continue;
                }
                int rows = inGroups(hashes(cells, first, second));
                if (rows > most) {
                    most = rows;
                    List<String> names = List.of(inputs.get(first), inputs.get(second));
                    found = Optional.of(
                            new NearlyEqualRows(rows, different.rows(), names.subList(0, second == first ? 1 : 2)));
                }
            }
        }
        return found;
    }

    /// A hash of each row without one or two columns.
    private static long[] hashes(long[][] cells, int first, int second) {
        long[] hashes = new long[cells[first].length];
        for (int column = 0; column < cells.length; column++) {
            for (int row = 0; row < hashes.length && column != first && column != second; row++) {
                hashes[row] = 31 * hashes[row] + cells[column][row];
            }
        }
        return hashes;
    }

    private static double shareOfPairs(long[] hashes) {
        return IntStream.of(groups(hashes))
                .mapToDouble(rows -> (double) rows / hashes.length * rows / hashes.length)
                .sum();
    }

    private static int inGroups(long[] hashes) {
        return IntStream.of(groups(hashes)).filter(rows -> rows > 1).sum();
    }

    /// How many rows have each hash.
    private static int[] groups(long[] hashes) {
        long[] sorted = hashes.clone();
        Arrays.sort(sorted);
        int[] starts = IntStream.range(0, sorted.length)
                .filter(place -> place == 0 || sorted[place] != sorted[place - 1])
                .toArray();
        return IntStream.range(0, starts.length)
                .map(group -> (group + 1 < starts.length ? starts[group + 1] : sorted.length) - starts[group])
                .toArray();
    }

    /// A sentence for people.
    String text() {
        return String.format(
                Locale.ROOT,
                "check: %,d of %,d different rows are the same as another in all inputs but \"%s\"; if they are of one"
                        + " thing, a group column keeps them together",
                rows,
                compared,
                String.join("\" and \"", differing));
    }
}
