package slope.model;

import java.util.Arrays;
import java.util.List;

/// What a model says of each row, in the words of the target column.
public sealed interface Predictions {

    /// The count of rows.
    int rows();

    /// The predicted cell of a row as a person would write it.
    String text(int row);

    /// Classes with a copy of the given probabilities.
    ///
    /// @param classes the names, in the order of the probabilities
    /// @param probabilities rows × classes, row-major, each row summing to 1
    static Classes classes(List<String> classes, double... probabilities) {
        return new Classes(classes, probabilities.clone());
    }

    /// Numbers with a copy of the given values, in the target's unit.
    static Numbers numbers(double... values) {
        return new Numbers(values.clone());
    }

    /// The same probabilities for each of so many rows.
    static Classes same(List<String> classes, double[] shares, int rows) {
        double[] probabilities = new double[rows * classes.size()];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(shares, 0, probabilities, row * classes.size(), classes.size());
        }
        return new Classes(classes, probabilities);
    }

    /// The same number for each of so many rows.
    static Numbers same(double value, int rows) {
        double[] values = new double[rows];
        Arrays.fill(values, value);
        return new Numbers(values);
    }

    /// A class for each row, with the probability of every class.
    final class Classes implements Predictions {
        private final List<String> classes;
        private final double[] probabilities; // rows × classes, row-major

        /// Takes the probabilities over instead of copying them.
        ///
        /// @param classes the names, in the target encoding's order
        /// @param probabilities rows × classes, row-major, each row summing to 1; taken over, not
        ///     copied
        Classes(List<String> classes, double[] probabilities) {
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
        public String text(int row) {
            return classes.get(likeliest(row));
        }
    }

    /// A number for each row.
    final class Numbers implements Predictions {
        private final double[] values;

        /// Takes the values over instead of copying them.
        ///
        /// @param values one for each row, in the target's unit
        Numbers(double[] values) {
            this.values = values;
        }

        @Override
        public int rows() {
            return values.length;
        }

        /// The predicted number of a row, in the target's unit.
        public double value(int row) {
            return values[row];
        }

        @Override
        public String text(int row) {
            return Double.toString(values[row]);
        }
    }
}
