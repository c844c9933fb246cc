package slope.target;

import java.util.Arrays;
import java.util.List;
import slope.metric.ClassScores;
import slope.metric.LabelScores;
import slope.metric.Metrics;
import slope.metric.NumberScores;
import slope.metric.QuantileScores;
import slope.table.NumberColumn;

/// Predictions of some rows, in the words and units of the columns to predict.
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

    /// Whether all that is said of a row is said in finite numbers. What comes of weights that are
    /// none is not.
    boolean isFinite(int row);

    private static boolean isFinite(double[] values, int row, int width) {
        for (int index = row * width; index < (row + 1) * width; index++) {
            if (!Double.isFinite(values[index])) {
                return false;
            }
        }
        return true;
    }

    /// A predicted number, in the column's unit.
    ///
    /// @param index which of the [#names]
    /// @throws IllegalStateException if classes or labels are predicted
    default double value(int row, int index) {
        throw new IllegalStateException("the model predicts classes, not a number; ask for the text");
    }

    /// A predicted number by its name, in the column's unit.
    ///
    /// @throws IllegalArgumentException if there is none of this name
    /// @throws IllegalStateException if classes or labels are predicted
    default double value(int row, String name) {
        return value(row, indexOf(name, names()));
    }

    /// How likely a class or label is, from 0 to 1.
    ///
    /// @throws IllegalArgumentException if there is none of this name
    default double probability(int row, String name) {
        throw new IllegalArgumentException("the model predicts numbers, not the class \"%s\"".formatted(name));
    }

    /// The scores of the predictions, each row counting the same.
    ///
    /// @param actual what is true of each row: rows × columns, as [Target#actual] gives it
    default Metrics scores(double[] actual) {
        double[] weights = new double[rows()];
        Arrays.fill(weights, 1);
        return scores(actual, weights);
    }

    /// The scores of the predictions.
    ///
    /// @param actual what is true of each row: rows × columns
    /// @param weights how many rows each one counts for, not below 0
    Metrics scores(double[] actual, double[] weights);

    /// The place of a name among others.
    ///
    /// @throws IllegalArgumentException if it is not there
    private static int indexOf(String name, List<String> known) {
        int index = known.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "the model does not know \"%s\"; it knows %s".formatted(name, String.join(", ", known)));
        }
        return index;
    }

    /// A class for each row, with the probability of every class.
    final class Classes implements Predictions {
        private final String column;
        private final List<String> classes;
        private final double[] probabilities; // rows × classes, row-major

        /// @param column what is predicted
        /// @param classes the names, in the order of the probabilities
        /// @param probabilities rows × classes, row-major, each row summing to 1; taken over, not
        ///     copied
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
            return ClassScores.likeliest(probabilities, row * classes.size(), classes.size());
        }

        @Override
        public String text(int row, int index) {
            return classes.get(likeliest(row));
        }

        @Override
        public double probability(int row, String name) {
            return probability(row, indexOf(name, classes));
        }

        @Override
        public Metrics scores(double[] actual, double[] weights) {
            return ClassScores.of(probabilities, classes.size(), actual, weights);
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

        @Override
        public double probability(int row, String name) {
            return probability(row, indexOf(name, columns));
        }

        @Override
        public Metrics scores(double[] actual, double[] weights) {
            return LabelScores.of(probabilities, columns.size(), actual, weights);
        }
    }

    /// A number for each row and column.
    final class Numbers implements Predictions {
        private final List<String> columns;
        private final double[] values; // rows × columns, row-major
        private final boolean areCounts;

        /// @param columns what is predicted
        /// @param values rows × columns, row-major, in the columns' units; taken over, not copied
        public Numbers(List<String> columns, double[] values) {
            this(columns, values, false);
        }

        private Numbers(List<String> columns, double[] values, boolean areCounts) {
            this.columns = List.copyOf(columns);
            this.values = values;
            this.areCounts = areCounts;
        }

        /// How often something is expected to happen.
        ///
        /// @param expected one for each row; taken over, not copied
        public static Numbers counts(String column, double[] expected) {
            return new Numbers(List.of(column), expected, true);
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

        @Override
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

        /// Counts have a Poisson deviance, and so has a column that could be one of counts.
        @Override
        public Metrics scores(double[] actual, double[] weights) {
            return areCounts || (columns.size() == 1 && NumberScores.areCounts(actual))
                    ? NumberScores.ofCounts(values, actual, weights)
                    : NumberScores.of(values, columns.size(), actual, weights);
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

        @Override
        public double value(int row, int level) {
            return values[row * levels.size() + level];
        }

        @Override
        public String text(int row, int index) {
            return Double.toString(value(row, index));
        }

        @Override
        public Metrics scores(double[] actual, double[] weights) {
            return QuantileScores.of(values, levels, actual, weights);
        }
    }
}
