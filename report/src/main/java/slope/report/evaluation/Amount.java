package slope.report.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import slope.evaluation.DecileTable;
import slope.target.ClassPredictions;
import slope.target.LabelPredictions;
import slope.target.NumberPredictions;
import slope.target.Predictions;
import slope.target.QuantilePredictions;

/// A predicted number of each row, with the actual one.
///
/// @param name of the column, or of the middle quantile
/// @param predicted for each row
/// @param actual for each row
record Amount(String name, List<Double> predicted, List<Double> actual) {
    Amount {
        predicted = List.copyOf(predicted);
        actual = List.copyOf(actual);
    }

    /// The calibration of a quantile.
    ///
    /// @param level the nominal share of rows up to it
    /// @param share the actual share of rows up to it
    record Quantile(double level, double share) {}

    DecileTable groups() {
        return DecileTable.of(predicted, actual);
    }

    /// One for each numeric column; for quantiles the middle one; none for classes and labels.
    ///
    /// @param actual rows × columns
    static List<Amount> of(Predictions predictions, List<Double> actual) {
        return switch (predictions) {
            case NumberPredictions numbers -> columns(numbers, actual);
            case QuantilePredictions quantiles -> {
                int middle = quantiles.levels().size() / 2;
                List<Double> predicted = IntStream.range(0, quantiles.rows())
                        .mapToObj(row -> quantiles.value(row, middle))
                        .toList();
                yield List.of(new Amount(quantiles.names().get(middle), predicted, actual));
            }
            case ClassPredictions classPredictions -> List.of();
            case LabelPredictions labelPredictions -> List.of();
        };
    }

    private static List<Amount> columns(NumberPredictions numbers, List<Double> actual) {
        int columns = numbers.names().size();
        List<Amount> amounts = new ArrayList<>();
        for (int index = 0; index < columns; index++) {
            int column = index;
            amounts.add(new Amount(
                    numbers.names().get(index),
                    IntStream.range(0, numbers.rows())
                            .mapToObj(row -> numbers.value(row, column))
                            .toList(),
                    IntStream.range(0, numbers.rows())
                            .mapToObj(row -> actual.get(row * columns + column))
                            .toList()));
        }
        return amounts;
    }

    /// The calibration of each quantile; empty for other predictions.
    static List<Quantile> quantiles(Predictions predictions, List<Double> actual) {
        if (!(predictions instanceof QuantilePredictions quantiles)) {
            return List.of();
        }
        List<Quantile> all = new ArrayList<>();
        for (int index = 0; index < quantiles.levels().size(); index++) {
            int level = index;
            long notAbove = IntStream.range(0, quantiles.rows())
                    .filter(row -> actual.get(row) <= quantiles.value(row, level))
                    .count();
            all.add(new Quantile(quantiles.levels().get(level), (double) notAbove / quantiles.rows()));
        }
        return all;
    }
}
