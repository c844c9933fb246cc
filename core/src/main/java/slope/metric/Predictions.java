package slope.metric;

import java.util.Arrays;
import java.util.List;
import slope.table.NumberColumn;

/// What is said of each row, in the words and units of the columns to predict.
public sealed interface Predictions {

    /// The count of rows.
    int rows();

    /// The names of what is predicted for each row: a column, several, or a column's quantiles.
    List<String> names();

    /// A predicted cell as a person would write it.
    ///
    /// @param index which of the [#names]
    String text(int row, int index);

    /// The first predicted cell of a row as a person would write it.
    default String text(int row) {
        return text(row, 0);
    }

    /// Whether all that is said of a row is said in finite numbers. What comes of weights that are none is not.
    boolean isFinite(int row);

    private static boolean isFinite(double[] values, int row, int width) {
        for (int index = row * width; index < (row + 1) * width; index++) {
            if (!Double.isFinite(values[index])) {
                return false;
            }
        }
        return true;
    }

    /// A class for each row, with the probability of every class.
    final class Classes implements Predictions {
        private final String column;
        private final List<String> classes;
        private final double[] probabilities; // rows × classes, row-major

        /// @param column what is predicted
        /// @param classes the names, in the order of the probabilities
        /// @param probabilities rows × classes, row-major, each row summing to 1; taken over, not copied
        public Classes(String column, List<String> classes, double[] probabilities) {
            this.column = column;
            this.classes = List.copyOf(classes);
            this.probabilities = probabilities;
        }

        /// The classes, in the order of the probabilities.
        public List<String> classes() {
            return classes;
        }

        @Override
        public int rows() {
            return probabilities.length / classes.size();
        }

        @Override
        public List<String> names() {
            return List.of(column);
        }

        @Override
        public boolean isFinite(int row) {
            return Predictions.isFinite(probabilities, row, classes.size());
        }

        /// How likely the class of this number is, from 0 to 1.
        public double probability(int row, int index) {
            return probabilities[row * classes.size() + index];
        }

        /// The number of the likeliest class, the first of equals.
        public int likeliest(int row) {
            int likeliest = 0;
            for (int index = 1; index < classes.size(); index++) {
                if (probability(row, index) > probability(row, likeliest)) {
                    likeliest = index;
                }
            }
            return likeliest;
        }

        @Override
        public String text(int row, int index) {
            return classes.get(likeliest(row));
        }
    }

    /// For each row and label, how likely the row has it.
    final class Labels implements Predictions {
        private final List<String> columns;
        private final List<List<String>> words; // of each label: not having it, having it
        private final double[] probabilities; // rows × labels, row-major

        /// @param columns the names of the labels
        /// @param words for each label, the word for not having it and the one for having it
        /// @param probabilities rows × labels, row-major; taken over, not copied
        public Labels(List<String> columns, List<List<String>> words, double[] probabilities) {
            this.columns = List.copyOf(columns);
            this.words = List.copyOf(words);
            this.probabilities = probabilities;
        }

        @Override
        public int rows() {
            return probabilities.length / columns.size();
        }

        @Override
        public List<String> names() {
            return columns;
        }

        @Override
        public boolean isFinite(int row) {
            return Predictions.isFinite(probabilities, row, columns.size());
        }

        /// How likely the row has the label, from 0 to 1.
        public double probability(int row, int label) {
            return probabilities[row * columns.size() + label];
        }

        /// Whether the label is rather there than not.
        public boolean has(int row, int label) {
            return probability(row, label) >= 0.5;
        }

        @Override
        public String text(int row, int index) {
            return words.get(index).get(has(row, index) ? 1 : 0);
        }
    }

    /// A number for each row and column.
    final class Numbers implements Predictions {
        private final List<String> columns;
        private final double[] values; // rows × columns, row-major
        private final Meaning meaning;

        /// What the numbers are.
        public enum Meaning {
            AMOUNTS,
            COUNTS
        }

        /// @param columns what is predicted
        /// @param values rows × columns, row-major, in the columns' units; taken over, not copied
        public Numbers(List<String> columns, double[] values) {
            this(columns, values, Meaning.AMOUNTS);
        }

        private Numbers(List<String> columns, double[] values, Meaning meaning) {
            this.columns = List.copyOf(columns);
            this.values = values;
            this.meaning = meaning;
        }

        /// How often something is expected to happen.
        ///
        /// @param expected one for each row; taken over, not copied
        public static Numbers counts(String column, double[] expected) {
            return new Numbers(List.of(column), expected, Meaning.COUNTS);
        }

        public Meaning meaning() {
            return meaning;
        }

        @Override
        public int rows() {
            return values.length / columns.size();
        }

        @Override
        public List<String> names() {
            return columns;
        }

        @Override
        public boolean isFinite(int row) {
            return Predictions.isFinite(values, row, columns.size());
        }

        /// The predicted number of a row, in the column's unit.
        public double value(int row, int index) {
            return values[row * columns.size() + index];
        }

        /// The predicted number of a row for the first, often the only, column.
        public double value(int row) {
            return value(row, 0);
        }

        @Override
        public String text(int row, int index) {
            return Double.toString(value(row, index));
        }
    }

    /// Quantiles of a number for each row. They never cross: each row's are in ascending order.
    final class Quantiles implements Predictions {
        private final String column;
        private final List<Double> levels;
        private final double[] values; // rows × levels, row-major

        /// @param column what is predicted
        /// @param levels the share of numbers that each quantile is not below, ascending
        /// @param values rows × levels, row-major, in any order within a row; taken over and sorted
        public Quantiles(String column, List<Double> levels, double[] values) {
            this.column = column;
            this.levels = List.copyOf(levels);
            this.values = values;
            for (int start = 0; start < values.length; start += levels.size()) {
                // Sorted, because a network may give a higher number for a lower share. Sorting never makes them worse
                // (Chernozhukov, Fernández-Val and Galichon 2010, "Quantile and probability curves without crossing").
                Arrays.sort(values, start, start + levels.size());
            }
        }

        /// The share of numbers that each quantile is not below.
        public List<Double> levels() {
            return levels;
        }

        @Override
        public int rows() {
            return values.length / levels.size();
        }

        @Override
        public List<String> names() {
            return levels.stream()
                    .map(level -> column + "_" + NumberColumn.text(level))
                    .toList();
        }

        @Override
        public boolean isFinite(int row) {
            return Predictions.isFinite(values, row, levels.size());
        }

        /// A row's quantile, in the column's unit.
        public double value(int row, int level) {
            return values[row * levels.size() + level];
        }

        @Override
        public String text(int row, int index) {
            return Double.toString(value(row, index));
        }
    }
}
