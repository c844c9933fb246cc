package slope.reference;

import java.util.ArrayList;
import java.util.List;
import slope.layer.BinEdges;
import slope.layer.FeatureEmbedding;

/// Feature embeddings, as their formulas; they stand at [FeatureEmbedding].
///
/// The blocks of an embedding follow one another among the layer's, so an index into that list is
/// passed along.
final class EmbeddingFormulas {
    private EmbeddingFormulas() {}

    /// The outputs of all embeddings, rows × outputs.
    static Matrix outputs(List<FeatureEmbedding> parts, LayerParameters parameters, Matrix inputs) {
        double[][] outputs = new double[inputs.rows()][width(parts)];
        for (PlacedEmbedding part : PlacedEmbedding.all(parts, parameters.blocks())) {
            for (int row = 0; row < outputs.length; row++) {
                for (int input = 0; input < part.inputs(); input++) {
                    for (EmbeddingStep step : part.steps(inputs.at(row, part.firstInput() + input), input)) {
                        outputs[row][step.output()] = step.value();
                    }
                }
            }
        }
        return Matrix.of(outputs);
    }

    /// dLoss/dParameter for all blocks, in their order.
    static List<Matrix> gradients(
            List<FeatureEmbedding> parts, LayerParameters parameters, Matrix inputs, Matrix error) {
        List<Matrix> gradients = new ArrayList<>();
        double[][] errors = error.toRows();
        for (PlacedEmbedding part : PlacedEmbedding.all(parts, parameters.blocks())) {
            List<double[][]> sums = part.zeros();
            for (int row = 0; row < inputs.rows(); row++) {
                for (int input = 0; input < part.inputs(); input++) {
                    part.addGradient(inputs.at(row, part.firstInput() + input), input, errors[row], sums);
                }
            }
            sums.forEach(sum -> gradients.add(Matrix.of(sum)));
        }
        return gradients;
    }

    /// dLoss/dInput, rows × inputs. A code has no derivative: 0.
    static Matrix inputError(List<FeatureEmbedding> parts, LayerParameters parameters, Matrix inputs, Matrix error) {
        double[][] errors = error.toRows();
        double[][] slopes = new double[inputs.rows()][inputs.columns()];
        for (PlacedEmbedding part : PlacedEmbedding.all(parts, parameters.blocks())) {
            for (int row = 0; row < slopes.length; row++) {
                for (int input = 0; input < part.inputs(); input++) {
                    int column = part.firstInput() + input;
                    slopes[row][column] = part.slope(inputs.at(row, column), input, errors[row]);
                }
            }
        }
        return Matrix.of(slopes);
    }

    private static int width(List<FeatureEmbedding> parts) {
        int width = 0;
        for (FeatureEmbedding part : parts) {
            width += part.outputs();
        }
        return width;
    }

    /// e_t of [slope.layer.PiecewiseLinearEmbedding]: how much of bin t lies below x.
    static double share(BinEdges edges, int bin, double x) {
        double share = (x - edges.edge(bin)) / ((double) edges.edge(bin + 1) - edges.edge(bin));
        double atLeast = bin == 0 ? Double.NEGATIVE_INFINITY : 0;
        double atMost = bin == edges.bins() - 1 ? Double.POSITIVE_INFINITY : 1;
        return Math.clamp(share, atLeast, atMost);
    }

    /// de_t/dx: 1 divided by the bin's width inside the bin, else 0.
    static double shareSlope(BinEdges edges, int bin, double x) {
        boolean reached = bin == 0 || x >= edges.edge(bin);
        boolean left = bin < edges.bins() - 1 && x >= edges.edge(bin + 1);
        return reached && !left ? 1 / ((double) edges.edge(bin + 1) - edges.edge(bin)) : 0;
    }
}
