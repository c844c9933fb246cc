package slope.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slope.loss.Loss;
import slope.training.Examples;
import slope.training.TrainedStep;

/// The rows of a step of a training, those of one ensemble member after those of another.
///
/// @param inputs rows × the network's inputs
/// @param targets as [LossFormulas] wants them
/// @param weights of each row, or none where each counts 1
/// @param offsets added to the outputs of each row, one for all of them or one for each; empty where all are 0
/// @param draws in the first layer; empty where nothing is drawn
record StepRows(
        Matrix inputs, Matrix targets, List<Double> weights, Optional<Matrix> offsets, Optional<LayerDraws> draws) {

    /// Rows that each count 1, and of which nothing is dropped.
    static StepRows of(Matrix inputs, Matrix targets) {
        return new StepRows(inputs, targets, List.of(), Optional.empty(), Optional.empty());
    }

    /// The rows that the float engine's step saw, and what it dropped of them.
    static StepRows of(TrainedStep step) {
        Examples examples = step.rows().examples();
        int rows = examples.rows();
        double[][] inputs = new double[rows][examples.inputWidth()];
        double[][] targets = new double[rows][examples.targetWidth()];
        List<Double> weights = new ArrayList<>();
        double[][] offsets = new double[rows][examples.offsetWidth()];
        for (int row = 0; row < rows; row++) {
            for (int input = 0; input < inputs[row].length; input++) {
                inputs[row][input] = examples.input(row, input);
            }
            for (int target = 0; target < targets[row].length; target++) {
                targets[row][target] = examples.target(row, target);
            }
            if (examples.hasWeights()) {
                weights.add((double) examples.weight(row));
            }
            for (int index = 0; index < offsets[row].length; index++) {
                offsets[row][index] = examples.offset(row, index);
            }
        }
        LayerDraws draws = new LayerDraws(step.rows().random(), 0, step.dropoutShare());
        Optional<Matrix> moves = examples.offsetWidth() == 0 ? Optional.empty() : Optional.of(Matrix.of(offsets));
        return new StepRows(Matrix.of(inputs), Matrix.of(targets), weights, moves, Optional.of(draws));
    }

    /// The number of rows, or the sum of their weights.
    double weight() {
        return weights.isEmpty()
                ? inputs.rows()
                : weights.stream().mapToDouble(Double::doubleValue).sum();
    }

    /// The loss of all rows together: Σ weight · (loss of the row), divided as [Loss] says.
    double loss(Loss loss, Matrix outputs) {
        Matrix moved = moved(outputs);
        if (weights.isEmpty()) {
            return LossFormulas.value(loss, moved, targets);
        }
        double sum = 0;
        for (int row = 0; row < outputs.rows(); row++) {
            sum += weights.get(row) * LossFormulas.value(loss, moved.row(row), targets.row(row));
        }
        return sum * share(loss, outputs.columns());
    }

    /// dLoss/dOutput for each output.
    Matrix lossGradient(Loss loss, Matrix outputs) {
        Matrix moved = moved(outputs);
        if (weights.isEmpty()) {
            return LossFormulas.gradient(loss, moved, targets);
        }
        double share = share(loss, outputs.columns());
        double[][] gradient = new double[outputs.rows()][];
        for (int row = 0; row < gradient.length; row++) {
            gradient[row] = LossFormulas.gradient(loss, moved.row(row), targets.row(row))
                    .scaled(weights.get(row) * share)
                    .toArray();
        }
        return Matrix.of(gradient);
    }

    /// What a single row's loss counts among all of them, at weight 1; 0 where all weights are 0.
    private double share(Loss loss, int outputs) {
        return weight() == 0 ? 0 : loss.divisor(1, outputs) / loss.divisor(weight(), outputs);
    }

    private Matrix moved(Matrix outputs) {
        return offsets.map(each -> RowLoss.moved(outputs, each)).orElse(outputs);
    }
}
