package slope.report.trace;

import java.util.List;
import java.util.stream.IntStream;
import slope.layer.Dense;
import slope.layer.Layer;
import slope.reference.LayerForward;
import slope.reference.Matrix;
import slope.reference.TracedStep;
import slope.report.json.Report;
import slope.run.TracedUpdate;
import slope.table.DataException;

/// What each row of a batch adds to the gradient of one weight of a dense layer: its input times its delta.
///
/// @param layer its number, from 1
/// @param input of the layer that the weight is for, from 1
/// @param unit of the layer that it belongs to, from 1
/// @param gradient of the weight: the sum of the products
/// @param shares of the rows, in the order of the batch
public record WeightSharesReport(int layer, int input, int unit, double gradient, List<RowShare> shares)
        implements Report {
    public WeightSharesReport {
        shares = List.copyOf(shares);
    }

    /// What a row adds.
    ///
    /// @param row its number in the table, from 1
    /// @param delta the derivative of the loss with respect to the unit's sum
    /// @param product of both
    public record RowShare(int row, double input, double delta, double product) {}

    /// The shares of an update's rows.
    ///
    /// @throws DataException if the layer is not dense, or has no such weight
    public static WeightSharesReport of(TracedUpdate update, int layer, int input, int unit) {
        TracedStep step = update.traced();
        List<Layer> layers = step.before().architecture().layers();
        if (layer < 1 || layer > layers.size() || !(layers.get(layer - 1) instanceof Dense)) {
            throw new DataException(
                    "layer %s is no dense layer, whose weights have a share of each row".formatted(layer));
        }
        LayerForward forward = step.forward().layers().get(layer - 1);
        Matrix delta = step.backward().layers().get(layer - 1).delta();
        Matrix inputs = forward.inputs();
        if (input < 1 || input > inputs.columns() || unit < 1 || unit > delta.columns()) {
            throw new DataException("layer %s has weights from inputs 1 to %s to units 1 to %s"
                    .formatted(layer, inputs.columns(), delta.columns()));
        }
        List<RowShare> shares = IntStream.range(0, inputs.rows())
                .mapToObj(row -> {
                    double value = inputs.at(row, input - 1);
                    double derivative = delta.at(row, unit - 1);
                    return new RowShare(update.rows().get(row), value, derivative, value * derivative);
                })
                .toList();
        double gradient =
                step.backward().layers().get(layer - 1).weightGradient().at(input - 1, unit - 1);
        return new WeightSharesReport(layer, input, unit, gradient, shares);
    }

    @Override
    public String report() {
        return "weight-shares";
    }

    @Override
    public int version() {
        return 1;
    }
}
