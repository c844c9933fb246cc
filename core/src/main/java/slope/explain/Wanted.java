package slope.explain;

import java.util.List;
import slope.internal.text.NearestName;
import slope.table.DataException;
import slope.target.ClassPredictions;
import slope.target.LabelPredictions;
import slope.target.NumberPredictions;
import slope.target.Predictions;
import slope.target.QuantilePredictions;

/// The prediction that a [Counterfactual] leads to.
public sealed interface Wanted {

    /// Refuses a model that makes no such predictions.
    ///
    /// @throws DataException if so
    void requireFor(Predictions predictions);

    /// Whether a row has it.
    boolean isReached(Predictions predictions, int row);

    /// A number that grows towards it.
    double progress(Predictions predictions, int row);

    /// Any class but this one.
    record AnotherClass(String than) implements Wanted {
        @Override
        public void requireFor(Predictions predictions) {
            if (!(predictions instanceof ClassPredictions classes)) {
                throw new DataException("another class can be wanted of a model that predicts classes, not numbers");
            }
            requireName(than, classes.classes());
        }

        @Override
        public boolean isReached(Predictions predictions, int row) {
            return !predictions.text(row).equals(than);
        }

        @Override
        public double progress(Predictions predictions, int row) {
            return -predictions.probability(row, than);
        }
    }

    /// This class, or that this label is predicted.
    record OfClass(String name) implements Wanted {
        @Override
        public void requireFor(Predictions predictions) {
            switch (predictions) {
                case ClassPredictions classes -> requireName(name, classes.classes());
                case LabelPredictions labels -> requireName(name, labels.names());
                case NumberPredictions ignored -> throw noClass();
                case QuantilePredictions ignored -> throw noClass();
            }
        }

        private DataException noClass() {
            return new DataException(
                    "\"%s\" is wanted as a class, but the model predicts numbers; say how large or small a number is"
                                    .formatted(name)
                            + " to be");
        }

        @Override
        public boolean isReached(Predictions predictions, int row) {
            return predictions instanceof LabelPredictions labels
                    ? labels.has(row, labels.names().indexOf(name))
                    : predictions.text(row).equals(name);
        }

        @Override
        public double progress(Predictions predictions, int row) {
            return predictions.probability(row, name);
        }
    }

    /// A number that is not smaller; of quantiles the middle one.
    record AtLeast(double number) implements Wanted {
        @Override
        public void requireFor(Predictions predictions) {
            requireNumber(predictions);
        }

        @Override
        public boolean isReached(Predictions predictions, int row) {
            return progress(predictions, row) >= number;
        }

        @Override
        public double progress(Predictions predictions, int row) {
            return numberOf(predictions, row);
        }
    }

    /// A number that is not larger; of quantiles the middle one.
    record AtMost(double number) implements Wanted {
        @Override
        public void requireFor(Predictions predictions) {
            requireNumber(predictions);
        }

        @Override
        public boolean isReached(Predictions predictions, int row) {
            return numberOf(predictions, row) <= number;
        }

        @Override
        public double progress(Predictions predictions, int row) {
            return -numberOf(predictions, row);
        }
    }

    private static double numberOf(Predictions predictions, int row) {
        return predictions.value(
                row,
                predictions instanceof QuantilePredictions quantiles
                        ? quantiles.levels().size() / 2
                        : 0);
    }

    private static void requireNumber(Predictions predictions) {
        boolean isOneNumber = predictions instanceof QuantilePredictions
                || (predictions instanceof NumberPredictions numbers
                        && numbers.names().size() == 1);
        if (!isOneNumber) {
            throw new DataException("a number can be wanted of a model that predicts one number; this one predicts %s"
                    .formatted(
                            predictions instanceof NumberPredictions
                                    ? String.join(", ", predictions.names())
                                    : "classes or labels"));
        }
    }

    private static void requireName(String name, List<String> names) {
        if (!names.contains(name)) {
            throw new DataException("the model does not know \"%s\"%s; it knows %s"
                    .formatted(
                            name,
                            NearestName.among(names, name)
                                    .map(near -> " (did you mean \"" + near + "\"?)")
                                    .orElse(""),
                            String.join(", ", names)));
        }
    }
}
