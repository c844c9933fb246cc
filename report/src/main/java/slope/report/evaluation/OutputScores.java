package slope.report.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import slope.evaluation.ConfusionMatrix;
import slope.metric.Metrics;
import slope.target.ClassPredictions;
import slope.target.LabelPredictions;
import slope.target.NumberPredictions;
import slope.target.Predictions;
import slope.target.QuantilePredictions;

/// The scores of one of several outputs.
///
/// @param name of the column
/// @param metrics for a label, those of two classes
/// @param confusion of a label: absent or present, actual × predicted
record OutputScores(String name, Metrics metrics, Optional<ConfusionMatrix> confusion) {

    /// One for each output; none where there is only one.
    ///
    /// @param actual rows × outputs
    /// @param weights how many rows each one counts for
    static List<OutputScores> of(Predictions predictions, List<Double> actual, double[] weights) {
        return switch (predictions) {
            case NumberPredictions numbers ->
                each(numbers, actual, weights, output -> {
                    double[] values = new double[numbers.rows()];
                    Arrays.setAll(values, row -> numbers.value(row, output));
                    return new NumberPredictions(List.of(numbers.names().get(output)), values);
                });
            case LabelPredictions labels -> each(labels, actual, weights, output -> asClasses(labels, output));
            case ClassPredictions classPredictions -> List.of();
            case QuantilePredictions quantilePredictions -> List.of();
        };
    }

    private static ClassPredictions asClasses(LabelPredictions labels, int output) {
        double[] probabilities = new double[2 * labels.rows()];
        Arrays.setAll(probabilities, index -> {
            double probability = labels.probability(index / 2, output);
            return index % 2 == 0 ? 1 - probability : probability;
        });
        return new ClassPredictions(labels.names().get(output), List.of("0", "1"), probabilities);
    }

    private static List<OutputScores> each(
            Predictions predictions, List<Double> actual, double[] weights, IntFunction<Predictions> single) {
        int outputs = predictions.names().size();
        List<OutputScores> all = new ArrayList<>();
        for (int index = 0; outputs > 1 && index < outputs; index++) {
            int output = index;
            double[] truth = new double[predictions.rows()];
            Arrays.setAll(truth, row -> actual.get(row * outputs + output));
            Predictions one = single.apply(output);
            Optional<ConfusionMatrix> confusion = one instanceof ClassPredictions classes
                    ? Optional.of(ConfusionMatrix.of(classes, row -> (int) truth[row]))
                    : Optional.empty();
            all.add(new OutputScores(predictions.names().get(output), one.scores(truth, weights), confusion));
        }
        return all;
    }
}
