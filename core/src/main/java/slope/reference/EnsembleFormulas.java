package slope.reference;

import java.util.List;
import java.util.Optional;
import slope.layer.Layer;

/// The layers with parameters for each ensemble member, as formulas; they stand at [Layer].
///
/// The rows are those of all ensemble members, one member after another, each with the same number.
final class EnsembleFormulas {
    private EnsembleFormulas() {}

    /// Each row times its ensemble member's factors.
    static Matrix scaled(LayerParameters parameters, Matrix rows) {
        Matrix factors = parameters.blocks().getFirst();
        double[][] scaled = rows.toRows();
        for (int row = 0; row < scaled.length; row++) {
            for (int column = 0; column < scaled[row].length; column++) {
                scaled[row][column] *= factors.at(memberOf(row, rows, factors.rows()), column);
            }
        }
        return Matrix.of(scaled);
    }

    /// dLoss/dr, members × inputs.
    static Matrix scaleGradient(LayerParameters parameters, Matrix inputs, Matrix error) {
        int members = parameters.blocks().getFirst().rows();
        double[][] gradient = new double[members][inputs.columns()];
        for (int row = 0; row < inputs.rows(); row++) {
            for (int column = 0; column < inputs.columns(); column++) {
                gradient[memberOf(row, inputs, members)][column] += error.at(row, column) * inputs.at(row, column);
            }
        }
        return Matrix.of(gradient);
    }

    /// Each row through its ensemble member's own dense layer.
    static LayerForward forward(LayerParameters parameters, Matrix inputs) {
        Matrix weights = parameters.blocks().get(0); // inputs × (members · outputs)
        Matrix bias = parameters.blocks().get(1); // members × outputs
        double[][] outputs = new double[inputs.rows()][bias.columns()];
        for (int row = 0; row < outputs.length; row++) {
            int member = memberOf(row, inputs, bias.rows());
            for (int output = 0; output < bias.columns(); output++) {
                double sum = bias.at(member, output);
                for (int input = 0; input < inputs.columns(); input++) {
                    sum += inputs.at(row, input) * weights.at(input, member * bias.columns() + output);
                }
                outputs[row][output] = sum;
            }
        }
        return new LayerForward(inputs, Matrix.of(outputs), Matrix.of(outputs));
    }

    static LayerBackward backward(LayerParameters parameters, LayerForward forward, Matrix error) {
        Matrix inputs = forward.inputs();
        Matrix weights = parameters.blocks().get(0);
        Matrix bias = parameters.blocks().get(1);
        double[][] weightGradient = new double[weights.rows()][weights.columns()];
        double[][] biasGradient = new double[bias.rows()][bias.columns()];
        double[][] inputError = new double[inputs.rows()][inputs.columns()];
        for (int row = 0; row < inputs.rows(); row++) {
            int member = memberOf(row, inputs, bias.rows());
            for (int output = 0; output < bias.columns(); output++) {
                int column = member * bias.columns() + output;
                double delta = error.at(row, output);
                biasGradient[member][output] += delta;
                for (int input = 0; input < inputs.columns(); input++) {
                    weightGradient[input][column] += inputs.at(row, input) * delta;
                    inputError[row][input] += weights.at(input, column) * delta;
                }
            }
        }
        return new LayerBackward(
                error,
                Optional.empty(),
                error,
                List.of(Matrix.of(weightGradient), Matrix.of(biasGradient)),
                Matrix.of(inputError));
    }

    private static int memberOf(int row, Matrix rows, int members) {
        if (rows.rows() % members != 0) {
            throw new IllegalArgumentException(
                    "%s rows cannot be divided evenly among %s ensemble members".formatted(rows.rows(), members));
        }
        return row / (rows.rows() / members);
    }
}
