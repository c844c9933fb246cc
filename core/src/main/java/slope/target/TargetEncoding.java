package slope.target;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import slope.table.Column;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Table;

/// How the columns to predict become numbers: a class its own number, a label 0 or 1, a number its
/// distance from the mean, a count itself.
///
/// A class or a kind of value that training did not have is an error and not a guess: nothing that the
/// network can answer would be right there.
public sealed interface TargetEncoding {

    /// The names of the columns to predict.
    List<String> columns();

    /// Finite numbers for each row: rows × [#width], row-major.
    ///
    /// @param table with the columns, no cell of them missing, see [TargetRows]
    /// @throws DataException if a class, or a kind of value, was not seen in training
    float[] encode(Table table);

    /// What is true of each row of a table: the number of its class; 0 or 1 for each label; the numbers
    /// themselves.
    ///
    /// @return rows × columns, row-major
    default double[] actual(Table table) {
        List<String> columns = columns();
        double[] numbers = new double[table.rows() * columns.size()];
        for (int index = 0; index < columns.size(); index++) {
            if (!(table.column(columns.get(index)) instanceof NumberColumn column)) {
                throw new DataException(
                        "column \"%s\" holds no numbers; the model predicts some".formatted(columns.get(index)));
            }
            for (int row = 0; row < table.rows(); row++) {
                numbers[row * columns.size() + index] = column.value(row);
            }
        }
        return numbers;
    }

    private static double[] widened(float[] numbers) {
        double[] wide = new double[numbers.length];
        Arrays.setAll(wide, index -> numbers[index]);
        return wide;
    }

    /// How many numbers each row has to give.
    default int width() {
        return columns().size();
    }

    /// Classes, each with its number from 0.
    ///
    /// @param column the column's name
    /// @param classes at least two, in order
    record Classes(String column, List<String> classes) implements TargetEncoding {
        public Classes {
            classes = List.copyOf(classes);
        }

        /// All values of the training rows.
        ///
        /// @throws DataException if there is nothing to tell apart
        public static Classes fit(Column training) {
            TargetRows.refuseEmpty(training);
            List<String> classes = TargetClasses.of(training);
            if (classes.size() == 1) {
                throw new DataException(
                        "column \"%s\" has one value only, \"%s\"; a target needs at least two to tell apart"
                                .formatted(training.name(), classes.getFirst()));
            }
            return new Classes(training.name(), classes);
        }

        @Override
        public List<String> columns() {
            return List.of(column);
        }

        /// How many there are.
        public int count() {
            return classes.size();
        }

        @Override
        public double[] actual(Table table) {
            return widened(encode(table));
        }

        /// The class of each row, as its index in [#classes].
        @Override
        public float[] encode(Table table) {
            Column cells = table.column(column);
            Map<String, Integer> numberOf = new HashMap<>();
            for (String name : classes) {
                numberOf.put(name, numberOf.size());
            }
            float[] numbers = new float[cells.rows()];
            for (int row = 0; row < numbers.length; row++) {
                TargetRows.refuseMissing(cells, row);
                Integer number = numberOf.get(cells.text(row));
                if (number == null) {
                    throw new DataException(String.format(
                            Locale.ROOT,
                            "column \"%s\" has \"%s\" in row %,d; the classes seen in training are %s",
                            cells.name(),
                            cells.text(row),
                            row + 1,
                            String.join(", ", classes)));
                }
                numbers[row] = number;
            }
            return numbers;
        }
    }

    /// Labels that a row may have or not, each in a column of its own with two values: 0 and 1, false and
    /// true, or two words.
    ///
    /// @param labels each with two classes: not having it, and having it
    record Labels(List<Classes> labels) implements TargetEncoding {
        public Labels {
            labels = List.copyOf(labels);
            for (Classes label : labels) {
                if (label.count() != 2) {
                    throw new DataException("column \"%s\" has %s different values; a label has two, such as 0 and 1"
                            .formatted(label.column(), label.count()));
                }
            }
        }

        @Override
        public List<String> columns() {
            return labels.stream().map(Classes::column).toList();
        }

        @Override
        public double[] actual(Table table) {
            return widened(encode(table));
        }

        /// 1 where a row has a label, 0 where it has not.
        @Override
        public float[] encode(Table table) {
            float[] encoded = new float[Math.multiplyExact(table.rows(), labels.size())];
            for (int label = 0; label < labels.size(); label++) {
                float[] cells = labels.get(label).encode(table);
                for (int row = 0; row < cells.length; row++) {
                    encoded[row * labels.size() + label] = cells[row];
                }
            }
            return encoded;
        }
    }

    /// Numbers, each in deviations from the mean of the training rows.
    ///
    /// @param scales one for each column
    record Numbers(List<TargetScale> scales) implements TargetEncoding {
        public Numbers {
            scales = List.copyOf(scales);
        }

        @Override
        public List<String> columns() {
            return scales.stream().map(TargetScale::column).toList();
        }

        @Override
        public float[] encode(Table table) {
            float[] encoded = new float[Math.multiplyExact(table.rows(), scales.size())];
            for (int index = 0; index < scales.size(); index++) {
                TargetScale scale = scales.get(index);
                Column cells = table.column(scale.column());
                for (int row = 0; row < cells.rows(); row++) {
                    encoded[row * scales.size() + index] = scale.encode(TargetRows.number(cells, row));
                }
            }
            return encoded;
        }
    }

    /// A number of which several quantiles are predicted.
    ///
    /// @param scale of the column
    /// @param levels above 0 and below 1, ascending: 0.9 is the number that nine of ten are not above
    record Quantiles(TargetScale scale, List<Double> levels) implements TargetEncoding {
        public Quantiles {
            levels = List.copyOf(levels);
            double last = 0;
            for (double level : levels) {
                if (!(level > last && level < 1)) {
                    throw new DataException("quantiles must rise from above 0 to below 1, not as %s"
                            .formatted(String.join(
                                    ", ",
                                    levels.stream().map(NumberColumn::text).toList())));
                }
                last = level;
            }
        }

        @Override
        public List<String> columns() {
            return List.of(scale.column());
        }

        @Override
        public float[] encode(Table table) {
            return new Numbers(List.of(scale)).encode(table);
        }
    }

    /// How often something happened. The network learns the logarithm of the rate: how many times more often
    /// than in the mean of the training rows.
    ///
    /// @param column the column's name
    /// @param rate happenings of the training rows by their exposure (by their number without one), above 0
    /// @param exposure how long or how large each row was, if that differs
    record Counts(String column, double rate, Optional<Exposure> exposure) implements TargetEncoding {

        /// Learns the mean rate.
        ///
        /// @param exposure the name of the column of exposures, if there is one
        /// @throws DataException if a count or exposure is none, or nothing ever happened
        public static Counts fit(Table training, String column, Optional<String> exposure) {
            Column cells = training.column(column);
            double[] counts = new double[cells.rows()];
            Arrays.setAll(counts, row -> count(cells, row));
            double sum = Arrays.stream(counts).sum();
            Optional<Exposure> fitted = exposure.map(name -> Exposure.fit(training.column(name), counts));
            if (sum == 0) {
                throw new DataException(
                        "column \"%s\" is 0 in every row to learn from; there is nothing to count".formatted(column));
            }
            double exposed = fitted.map(each -> each.sum(training)).orElse((double) cells.rows());
            return new Counts(column, sum / exposed, fitted);
        }

        @Override
        public List<String> columns() {
            return List.of(column);
        }

        @Override
        public float[] encode(Table table) {
            Column cells = table.column(column);
            float[] counts = new float[cells.rows()];
            for (int row = 0; row < counts.length; row++) {
                counts[row] = (float) count(cells, row);
            }
            return counts;
        }

        /// What a network's output of 0 stands for in each row: the mean rate times the row's exposure.
        public double[] expectedInTheMean(Table table) {
            double[] expected = new double[table.rows()];
            Arrays.fill(expected, rate);
            exposure.ifPresent(each -> each.multiplyInto(table, expected));
            return expected;
        }

        private static double count(Column cells, int row) {
            double count = TargetRows.number(cells, row);
            if (count < 0) {
                throw new DataException(String.format(
                        Locale.ROOT,
                        "column \"%s\" has %s in row %,d; a count is not below 0",
                        cells.name(),
                        NumberColumn.text(count),
                        row + 1));
            }
            return count;
        }
    }
}
