package slope.explain;

import java.util.Arrays;
import java.util.List;
import slope.model.Model;
import slope.target.ClassPredictions;
import slope.target.LabelPredictions;
import slope.target.NumberPredictions;
import slope.target.Predictions;
import slope.target.QuantilePredictions;
import slope.target.Target;

/// The numbers that a model predicts of each row, by name: the probability of each class or label, or
/// each number or quantile.
///
/// @param names one for each of them
record ModelOutputs(Model model, List<String> names, OutputLink link) {

    static ModelOutputs of(Model model, OutputLink link) {
        Predictions none = model.target().predictions(new double[0]);
        List<String> names = switch (none) {
            case ClassPredictions classes -> classes.classes();
            case LabelPredictions labels -> labels.names();
            case NumberPredictions numbers -> numbers.names();
            case QuantilePredictions quantiles -> quantiles.names();
        };
        return new ModelOutputs(model, names, link);
    }

    Target target() {
        return model.target();
    }

    int count() {
        return names.size();
    }

    /// Decoded outputs as predictions have them, on the scale of the link.
    ///
    /// @param decoded rows × outputs
    double[] of(double[] decoded) {
        double[] outputs = shifted(decoded).clone();
        if (target().predictions(new double[0]) instanceof QuantilePredictions) {
            for (int start = 0; start < outputs.length; start += count()) {
                Arrays.sort(outputs, start, start + count());
            }
        }
        Arrays.setAll(outputs, index -> link.of(outputs[index]));
        return outputs;
    }

    /// Decoded outputs as the model predicts, without intervals or sets.
    Predictions predictions(double[] decoded) {
        return target().predictions(shifted(decoded));
    }

    /// Quantiles are where their share of the rows is, if the model has a coverage.
    private double[] shifted(double[] decoded) {
        return model.conformal().map(found -> found.shifted(target(), decoded)).orElse(decoded);
    }

    /// A number by which rows are ordered from one end of the predictions to the other: the predicted
    /// class and its probability, the first label or number, the middle quantile.
    double[] order(double[] decoded) {
        Predictions predictions = predictions(decoded);
        double[] order = new double[predictions.rows()];
        Arrays.setAll(order, row -> switch (predictions) {
            case ClassPredictions classes ->
                classes.predicted(row) + classes.probability(row, classes.predicted(row)) / 2;
            case LabelPredictions labels -> labels.probability(row, 0);
            case NumberPredictions numbers -> numbers.value(row, 0);
            case QuantilePredictions quantiles ->
                quantiles.value(row, quantiles.levels().size() / 2);
        });
        return order;
    }
}
