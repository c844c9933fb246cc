package slope.conformal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import slope.internal.random.SplitRandom;
import slope.preprocess.OrdinalEncoder;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DateColumn;
import slope.table.Level;
import slope.table.NumberColumn;
import slope.table.Table;

/// A number u for each row, from 0 to below 1, that is as good as drawn: a hash of the row's cells. A row has
/// the same one whoever predicts it, and in any company.
///
/// u = frac(Σ frac(mᵢ · xᵢ)), where x are the numbers that stand in the cells, m large multipliers that were
/// drawn, and frac(z) = z − ⌊z⌋. Those are products of doubles, which every program rounds the same way, so a
/// graph has the same u.
///
/// Rows that agree in all cells have the same number, which harms no coverage: a score may be any function of
/// the row.
///
/// @param parts one for each column
public record RowHash(List<Part> parts) {
    /// What rows without a cell that counts have.
    private static final double MIDDLE = 0.5;

    /// A median cell times its multiplier is near 2³⁰: that leaves 22 binary digits behind the point, and
    /// tells apart cells that differ in their ninth decimal.
    private static final int MAGNITUDE = 30;

    /// Of rarer levels none has a code.
    private static final int MOST_LEVELS = 1_000;

    private static final double CODES = 64; // as large as a median cell

    public RowHash {
        parts = List.copyOf(parts);
    }

    /// A column.
    ///
    /// @param column its name
    /// @param multiplier m, above 0
    /// @param levels of words, whose number counts, from 1; none for numbers, truths (1 and 0) and
    ///     dates (seconds since the beginning of 1970)
    public record Part(String column, double multiplier, List<Level> levels) {
        public Part {
            levels = List.copyOf(levels);
            if (!(multiplier > 0 && Double.isFinite(multiplier))) {
                throw new IllegalArgumentException("a multiplier is above 0, not " + multiplier);
            }
        }

        /// The encoder of words; empty for other columns.
        public Optional<OrdinalEncoder> encoder() {
            return levels.isEmpty() ? Optional.empty() : Optional.of(new OrdinalEncoder(column, levels));
        }

        /// frac(m · x) of each cell; 0 where it is missing.
        private double[] fractions(Table rows) {
            Column cells = rows.column(column);
            double[] fractions = numbers(cells);
            for (int row = 0; row < fractions.length; row++) {
                double product = multiplier * fractions[row];
                double fraction = product - Math.floor(product);
                fractions[row] = cells.isMissing(row) || Double.isNaN(fraction) ? 0 : fraction;
            }
            return fractions;
        }

        private double[] numbers(Column cells) {
            return encoder()
                    .map(words -> {
                        float[] codes = new float[cells.rows()];
                        words.encode(cells, codes, 0, 1);
                        return IntStream.range(0, codes.length)
                                .mapToDouble(row -> codes[row])
                                .toArray();
                    })
                    .orElseGet(() -> RowHash.numbers(cells));
        }
    }

    private static double[] numbers(Column cells) {
        return IntStream.range(0, cells.rows())
                .mapToDouble(row -> switch (cells) {
                    case NumberColumn numbers -> numbers.value(row);
                    case BooleanColumn truths -> truths.isTrue(row) ? 1 : 0;
                    case DateColumn dates -> dates.isMissing(row) ? 0 : dates.seconds(row);
                    case CategoryColumn ignored -> 0;
                })
                .toArray();
    }

    /// A hash of some columns: of the words only if there is nothing else, since their levels have to be kept.
    ///
    /// @param columns that the model reads
    /// @param rows that tell how large their numbers are
    public static RowHash of(Collection<String> columns, Table rows, long seed) {
        List<Column> all = columns.stream().map(rows::column).toList();
        List<Column> numbers =
                all.stream().filter(cells -> !(cells instanceof CategoryColumn)).toList();
        List<Part> parts = new ArrayList<>();
        for (Column cells : numbers.isEmpty() ? all : numbers) {
            List<Level> levels =
                    cells instanceof CategoryColumn words ? Level.frequent(words, 1, MOST_LEVELS) : List.of();
            double drawn = 1 + SplitRandom.of(seed, parts.size()).nextDouble();
            int exponent = MAGNITUDE - Math.getExponent(levels.isEmpty() ? median(cells) : CODES);
            parts.add(new Part(cells.name(), Math.scalb(drawn, exponent), levels));
        }
        return new RowHash(parts);
    }

    /// The median size of the cells that are not 0; 1 if there are none.
    private static double median(Column cells) {
        double[] numbers = numbers(cells);
        double[] sizes = IntStream.range(0, numbers.length)
                .filter(row -> !cells.isMissing(row) && numbers[row] != 0 && Double.isFinite(numbers[row]))
                .mapToDouble(row -> Math.abs(numbers[row]))
                .sorted()
                .toArray();
        return sizes.length == 0 ? 1 : Math.max(sizes[sizes.length / 2], Double.MIN_NORMAL);
    }

    /// u where no cell counts.
    public double middle() {
        return MIDDLE;
    }

    /// u of each row.
    ///
    /// @param rows with the columns
    public double[] of(Table rows) {
        double[] sums = new double[rows.rows()];
        if (parts.isEmpty()) {
            Arrays.fill(sums, MIDDLE);
            return sums;
        }
        for (Part part : parts) {
            double[] fractions = part.fractions(rows);
            Arrays.setAll(sums, row -> sums[row] + fractions[row]);
        }
        Arrays.setAll(sums, row -> sums[row] - Math.floor(sums[row]));
        return sums;
    }
}
