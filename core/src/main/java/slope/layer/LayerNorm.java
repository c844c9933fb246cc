package slope.layer;

import java.util.Arrays;
import java.util.List;
import slope.kernel.ElementwiseFunction.DerivativeOf;
import slope.kernel.Team;
import slope.kernel.Worker;
import slope.layer.ParameterLayout.Block;
import slope.layer.ParameterLayout.Role;

/// Layer normalization: the numbers of each row with mean 0 and variance 1, times a trained factor,
/// plus a trained bias: outputs = γ ⊙ (x − mean) / sqrt(variance + ε) + β, the variance divided by
/// n (Ba, Kiros and Hinton 2016, arXiv 1607.06450, section 3, as PyTorch has it); γ starts at 1, β
/// at 0. Neither decays (as in BERT's code: Devlin et al. 2019). An activation may follow, as in
/// the paper, where norms stand between the products of a layer and its activation.
///
/// @param epsilon ε, above 0
/// @param activation applied to each number; the identity for none
public record LayerNorm(double epsilon, Activation activation) implements Layer {
    public LayerNorm {
        if (activation instanceof Activation.Softmax) {
            throw new IllegalArgumentException("a layer norm cannot have softmax; choose another activation for it");
        }
        if (!(epsilon > 0) || Double.isInfinite(epsilon)) {
            throw new IllegalArgumentException("epsilon must be above 0, not " + epsilon);
        }
    }

    /// Without an activation.
    public LayerNorm(double epsilon) {
        this(epsilon, Activation.IDENTITY);
    }

    /// With PyTorch's ε of 1e-5.
    public LayerNorm(Activation activation) {
        this(1e-5, activation);
    }

    /// With PyTorch's ε of 1e-5, without an activation.
    public LayerNorm() {
        this(Activation.IDENTITY);
    }

    @Override
    public String title() {
        return activation instanceof Activation.Identity ? "layer norm" : "layer norm " + activation.title();
    }

    @Override
    public int outputs(int inputs) {
        return inputs;
    }

    @Override
    public List<Parameter> parameters(int inputs, int members) {
        return List.of(
                new Parameter(Role.NORM_WEIGHTS, 1, inputs, ParameterStart.constant(1)),
                new Parameter(Role.NORM_BIAS, 1, inputs, ParameterStart.constant(0)));
    }

    @Override
    public LayerPass pass(LayerPlace place, Team team, int batchSize, TrainingStep step) {
        return new Pass(this, place, team, batchSize, step);
    }

    /// The scale of a row is a double.
    @Override
    public long numbers(int inputs, int rows) {
        boolean keepsPreActivations = ActivationPass.of(activation, inputs).derivativeOf() == DerivativeOf.INPUT;
        return ((keepsPreActivations ? 4L : 3L) * inputs + 2) * rows;
    }

    /// Sums over a row are doubles, first column first. Backward, with x̂ the normalized inputs and
    /// g the gradient with respect to the numbers before the activation: γ gets Σ over rows of g ·
    /// x̂, β that of g, and the inputs (h − mean h − x̂ · mean(h · x̂)) / sqrt(variance + ε) with h
    /// = γ ⊙ g.
    private static final class Pass implements AnchorPass {
        /// What a number costs, in multiply-adds.
        private static final int COST = 12;

        /// Columns are shared in whole vectors of the widest hardware.
        private static final int GRAIN = 16;

        private final Team.Part<FusedGroup> forward = this::forward;
        private final Team.Part<FusedGroup> inputRows = this::inputRows;
        private final double epsilon;
        private final ActivationPass activation;
        private final Team team;
        private final Block weights; // 1 × width
        private final Block bias; // 1 × width
        private final int width;
        private final float[] normalized; // batchSize × width: x̂
        private final double[] scales; // batchSize: 1 / sqrt(variance + ε)
        private final float[] outputs; // batchSize × width
        /// The same array as the outputs unless derivatives are taken of pre-activations.
        private final float[] preActivations;
        private final float[] outputGradient; // batchSize × width

        Pass(LayerNorm settings, LayerPlace place, Team team, int batchSize, TrainingStep step) {
            this.epsilon = settings.epsilon;
            this.activation = ActivationPass.of(settings.activation, place.inputs());
            this.team = team;
            this.weights = place.block(Role.NORM_WEIGHTS);
            this.bias = place.block(Role.NORM_BIAS);
            this.width = place.inputs();
            this.normalized = new float[Math.multiplyExact(batchSize, width)];
            this.scales = new double[batchSize];
            this.outputs = new float[normalized.length];
            boolean keepsPreActivations = step.canTrain() && activation.derivativeOf() == DerivativeOf.INPUT;
            this.preActivations = keepsPreActivations ? new float[outputs.length] : outputs;
            this.outputGradient = step.numbersToTrain(normalized.length);
        }

        @Override
        public float[] outputs() {
            return outputs;
        }

        @Override
        public float[] outputGradient() {
            return outputGradient;
        }

        @Override
        public void forward(FusedGroup group) {
            LayerBatch batch = group.batch();
            team.share(forward, group, batch.rows(), 1, gradientCost(batch) + group.epilogueCost());
        }

        private void forward(Worker worker, FusedGroup group, int start, int end) {
            LayerBatch batch = group.batch();
            float[] parameters = batch.parameters();
            for (int row = start; row < end; row++) {
                normalize(batch, row);
                int at = row * width;
                for (int column = 0; column < width; column++) {
                    preActivations[at + column] = Math.fma(
                            parameters[weights.offset() + column],
                            normalized[at + column],
                            parameters[bias.offset() + column]);
                }
            }
            activation.forward(worker.kernels(), preActivations, outputs, start * width, end - start, width);
            group.forwardEpilogue(worker, start, end, 0, width);
        }

        /// Turns the gradient with respect to the outputs into that with respect to the
        /// pre-activations.
        @Override
        public void derivative(Worker worker, int firstRow, int endRow, int firstColumn, int endColumn) {
            int at = firstRow * width + firstColumn;
            int columns = endColumn - firstColumn;
            activation.backward(worker.kernels(), preActivations, outputGradient, at, endRow - firstRow, columns);
        }

        private void normalize(LayerBatch batch, int row) {
            float[] inputs = batch.inputs();
            int from = batch.inputsOffset() + row * width;
            int at = row * width;
            double mean = 0;
            for (int column = 0; column < width; column++) {
                mean += inputs[from + column];
            }
            mean /= width;
            double variance = 0;
            for (int column = 0; column < width; column++) {
                double distance = inputs[from + column] - mean;
                variance += distance * distance;
            }
            double scale = 1 / Math.sqrt(variance / width + epsilon);
            scales[row] = scale;
            for (int column = 0; column < width; column++) {
                normalized[at + column] = (float) ((inputs[from + column] - mean) * scale);
            }
        }

        @Override
        public void backwardToInputs(FusedGroup group) {
            LayerBatch batch = group.batch();
            long cost = gradientCost(batch) + group.before().epilogueCost();
            team.share(inputRows, group, batch.rows(), ElementwisePass.BLOCK_ROWS, cost);
        }

        private void inputRows(Worker worker, FusedGroup group, int start, int end) {
            LayerBatch batch = group.batch();
            float[] parameters = batch.parameters();
            float[] inputGradient = batch.inputGradient();
            for (int row = start; row < end; row++) {
                int at = row * width;
                double mean = 0;
                double product = 0;
                for (int column = 0; column < width; column++) {
                    double scaled = (double) parameters[weights.offset() + column] * outputGradient[at + column];
                    mean += scaled;
                    product += scaled * normalized[at + column];
                }
                mean /= width;
                product /= width;
                for (int column = 0; column < width; column++) {
                    double scaled = (double) parameters[weights.offset() + column] * outputGradient[at + column];
                    inputGradient[at + column] =
                            (float) (scales[row] * (scaled - mean - normalized[at + column] * product));
                }
            }
            group.before().backward(worker, start, end, 0, width);
        }

        /// Each column is one chain over the rows, first row first.
        @Override
        public void gradient(Worker worker, LayerBatch batch, int firstShare, int endShare, float[] gradient) {
            int start = team.startOf(firstShare, width, GRAIN);
            int end = team.startOf(endShare, width, GRAIN);
            Arrays.fill(gradient, weights.offset() + start, weights.offset() + end, 0);
            Arrays.fill(gradient, bias.offset() + start, bias.offset() + end, 0);
            for (int at = 0; at < batch.rows() * width; at += width) {
                for (int column = start; column < end; column++) {
                    int weightAt = weights.offset() + column;
                    float error = outputGradient[at + column];
                    gradient[weightAt] = Math.fma(error, normalized[at + column], gradient[weightAt]);
                    gradient[bias.offset() + column] += error;
                }
            }
        }

        @Override
        public long gradientCost(LayerBatch batch) {
            return (long) COST * batch.rows() * width;
        }
    }
}
