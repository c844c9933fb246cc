package slope.layer;

import java.util.List;
import slope.kernel.Elementwise;
import slope.kernel.Team;
import slope.kernel.Worker;
import slope.layer.ParameterLayout.Block;
import slope.layer.ParameterLayout.Role;

/// A parametric activation, whose strength is learned for each unit: outputs = z + α ⊙ (f(z) − z),
/// where z is the input; α starts at 1, which is the activation itself (RealMLP: Holzmüller et al.
/// 2024, arXiv 2407.04491, section 3).
///
/// @param activation f, of single numbers: not softmax
public record ParametricActivation(Activation activation) implements Layer {
    public ParametricActivation {
        if (activation instanceof Activation.Softmax) {
            throw new IllegalArgumentException(
                    "softmax looks at whole rows; choose another activation for a parametric one");
        }
    }

    @Override
    public String title() {
        return "parametric " + activation.title();
    }

    @Override
    public int outputs(int inputs) {
        return inputs;
    }

    @Override
    public List<Parameter> parameters(int inputs, int members) {
        return List.of(new Parameter(Role.PARAMETRIC_ACTIVATION, 1, inputs, ParameterStart.constant(1)));
    }

    @Override
    public LayerPass pass(LayerPlace place, Team team, int batchSize, TrainingStep step) {
        return new Pass(team, activation, place, batchSize, step);
    }

    @Override
    public long numbers(int inputs, int rows) {
        return 3L * inputs * rows + RowBlockSums.numbers(inputs, rows);
    }

    /// f(z) is kept for the way back. Backward, with g the gradient with respect to the outputs: α
    /// gets Σ over rows of g · (f(z) − z), the inputs get g + α ⊙ (g · f′(z) − g).
    private static final class Pass implements ElementwisePass {
        private static final int COST = 24;

        private final ActivationPass function;
        private final Block factors; // 1 × width
        private final int width;
        private final float[] functions; // batchSize × width: f(z)
        private final float[] outputs; // batchSize × width; the same array where there is no way back
        private final float[] outputGradient; // batchSize × width
        private final RowBlockSums sums;

        Pass(Team team, Activation activation, LayerPlace place, int batchSize, TrainingStep step) {
            this.function = ActivationPass.of(activation, place.inputs());
            this.factors = place.block(Role.PARAMETRIC_ACTIVATION);
            this.width = place.inputs();
            this.functions = new float[Math.multiplyExact(batchSize, width)];
            this.outputs = step.canTrain() ? new float[functions.length] : functions;
            this.outputGradient = step.numbersToTrain(functions.length);
            this.sums = new RowBlockSums(team, width, batchSize, step);
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
        public int cost() {
            return COST;
        }

        @Override
        public void forward(Worker worker, LayerBatch batch, int firstRow, int endRow, int firstColumn, int endColumn) {
            int at = firstRow * width + firstColumn;
            int factorsAt = factors.offset() + firstColumn;
            int count = endRow - firstRow;
            int columns = endColumn - firstColumn;
            float[] inputs = batch.inputs();
            int from = batch.inputsOffset() + at;
            if (batch.inputsOffset() == 0) {
                function.forward(worker.kernels(), inputs, functions, at, count, columns);
            } else {
                copyRows(inputs, from, functions, at, count, columns);
                function.forward(worker.kernels(), functions, functions, at, count, columns);
            }
            worker.kernels()
                    .elementwise()
                    .interpolate(
                            inputs, from, functions, outputs, at, batch.parameters(), factorsAt, count, columns, width);
        }

        /// Where the input gradient is to stand in the place of the outputs', it is not needed.
        @SuppressWarnings("ReferenceEquality") // whether it is the very array is the question
        @Override
        public void backward(
                Worker worker, LayerBatch batch, int firstRow, int endRow, int firstColumn, int endColumn) {
            addUp(worker, batch, firstRow, endRow, firstColumn, endColumn - firstColumn);
            if (batch.inputGradient() != outputGradient) {
                derivativeBack(worker, batch, firstRow, endRow, firstColumn, endColumn - firstColumn);
            }
        }

        private void addUp(Worker worker, LayerBatch batch, int firstRow, int endRow, int firstColumn, int columns) {
            Elementwise elementwise = worker.kernels().elementwise();
            for (int row = firstRow; row < endRow; row += BLOCK_ROWS) {
                int at = row * width + firstColumn;
                int sumsAt = sums.startBlock(row, firstColumn, columns);
                int count = Math.min(BLOCK_ROWS, endRow - row);
                elementwise.addInterpolationGradient(
                        outputGradient,
                        functions,
                        at,
                        batch.inputs(),
                        batch.inputsOffset() + at,
                        sums.blocks(),
                        sumsAt,
                        count,
                        columns,
                        width);
            }
        }

        /// With g′ = g · f′(z), the gradient with respect to z is g + α · (g′ − g): interpolated
        /// like the outputs.
        private void derivativeBack(
                Worker worker, LayerBatch batch, int firstRow, int endRow, int firstColumn, int columns) {
            int at = firstRow * width + firstColumn;
            int count = endRow - firstRow;
            float[] result = batch.inputGradient();
            copyRows(outputGradient, at, result, at, count, columns);
            float[] taken = switch (function.derivativeOf()) {
                case OUTPUT -> functions;
                case INPUT -> inputsAtTheirPlace(batch, at, count, columns);
            };
            function.backward(worker.kernels(), taken, result, at, count, columns);
            int factorsAt = factors.offset() + firstColumn;
            worker.kernels()
                    .elementwise()
                    .interpolate(
                            outputGradient,
                            at,
                            result,
                            result,
                            at,
                            batch.parameters(),
                            factorsAt,
                            count,
                            columns,
                            width);
        }

        /// The functions have been read for the last time; where the inputs do not stand at the
        /// same place of their array, they take theirs.
        private float[] inputsAtTheirPlace(LayerBatch batch, int at, int count, int columns) {
            if (batch.inputsOffset() == 0) {
                return batch.inputs();
            }
            copyRows(batch.inputs(), batch.inputsOffset() + at, functions, at, count, columns);
            return functions;
        }

        private void copyRows(float[] from, int fromAt, float[] to, int toAt, int count, int columns) {
            for (int row = 0; row < count; row++) {
                System.arraycopy(from, fromAt + row * width, to, toAt + row * width, columns);
            }
        }

        @Override
        public void gradient(Worker worker, LayerBatch batch, int firstShare, int endShare, float[] gradient) {
            sums.addUp(batch.rows(), firstShare, endShare, gradient, factors.offset());
        }

        @Override
        public long gradientCost(LayerBatch batch) {
            return sums.cost(batch.rows());
        }
    }
}
