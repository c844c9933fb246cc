package slope.report.prediction;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import slope.target.ClassPredictions;
import slope.target.LabelPredictions;
import slope.target.NumberPredictions;
import slope.target.Predictions;
import slope.target.QuantilePredictions;

/// Predictions as numbers: a probability for each class or label, a number for each other output.
final class PredictedOutputs {
    private PredictedOutputs() {}

    /// The names of the numbers.
    static List<String> names(Predictions predictions) {
        return predictions instanceof ClassPredictions classes ? classes.classes() : predictions.names();
    }

    /// The numbers of each row.
    static List<List<Double>> rows(Predictions predictions) {
        int outputs = names(predictions).size();
        List<List<Double>> rows = new ArrayList<>();
        for (int row = 0; row < predictions.rows(); row++) {
            int of = row;
            rows.add(IntStream.range(0, outputs)
                    .mapToObj(output -> number(predictions, of, output))
                    .toList());
        }
        return rows;
    }

    private static double number(Predictions predictions, int row, int output) {
        return switch (predictions) {
            case ClassPredictions classes -> classes.probability(row, output);
            case LabelPredictions labels -> labels.probability(row, output);
            case NumberPredictions numbers -> numbers.value(row, output);
            case QuantilePredictions quantiles -> quantiles.value(row, output);
        };
    }
}
