package slope.layer;

import java.util.List;
import slope.kernel.Kernels;
import slope.kernel.Team;
import slope.layer.ParameterLayout.Block;
import slope.layer.ParameterLayout.Role;

/// An activation whose strength is learned for each unit: outputs = z + α ⊙ (f(z) − z), where z is
/// what enters; α starts at 1, which is the activation itself (RealMLP: Holzmüller et al. 2024, arXiv
/// 2407.04491, section 3).
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
        return new Pass(team, activation, place.block(Role.PARAMETRIC_ACTIVATION), place.inputs(), batchSize);
    }

    @Override
    public long numbers(int inputs, int rows) {
        return 3L * inputs * rows + RowBlockSums.numbers(inputs, rows);
    }

    /// f(z) is kept for the way back. Backward, with g the gradient with respect to the outputs: α gets Σ
    /// over rows of g · (f(z) − z), the inputs get g + α ⊙ (g · f′(z) − g).
    private static final class Pass implements ElementwisePass {
        private static final int COST = 24;

        private final ActivationPass function;
        private final Block factors; // 1 × width
        private final int width;
        private final float[] functions; // batchSize × width: f(z)
        private final float[] outputs; // batchSize × width
        private final float[] outputGradient; // batchSize × width
        private final RowBlockSums sums;

        // What the pass at work was called with, for all threads to read.
        private float[] parameters = {};
        private float[] inputs = {}; // z, from inputsOffset on
        private int inputsOffset;
        private int rows;

        Pass(Team team, Activation activation, Block factors, int width, int batchSize) {
            this.function = ActivationPass.of(activation);
            this.factors = factors;
            this.width = width;
            this.functions = new float[Math.multiplyExact(batchSize, width)];
            this.outputs = new float[functions.length];
            this.outputGradient = new float[functions.length];
            this.sums = new RowBlockSums(team, width, batchSize);
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
        public void startForward(float[] parameters, float[] inputs, int inputsOffset, int rows) {
            this.parameters = parameters;
            this.inputs = inputs;
            this.inputsOffset = inputsOffset;
            this.rows = rows;
        }

        @Override
        public void forward(int worker, Kernels kernels, int firstRow, int endRow, int firstColumn, int endColumn) {
            int at = firstRow * width + firstColumn;
            int factorsAt = factors.offset() + firstColumn;
            int count = endRow - firstRow;
            int columns = endColumn - firstColumn;
            if (inputsOffset == 0) {
                function.forward(kernels, inputs, functions, at, count, columns, width);
            } else {
                copyRows(inputs, inputsOffset + at, functions, at, count, columns);
                function.forward(kernels, functions, functions, at, count, columns, width);
            }
            kernels.elementwise()
                    .interpolate(
                            inputs,
                            inputsOffset + at,
                            functions,
                            outputs,
                            at,
                            parameters,
                            factorsAt,
                            count,
                            columns,
                            width);
        }

        /// Where the input gradient is to stand in the place of the outputs', it is not needed.
        @SuppressWarnings("ReferenceEquality") // whether it is the very array is the question
        @Override
        public void backward(
                int worker,
                Kernels kernels,
                float[] inputGradient,
                int firstRow,
                int endRow,
                int firstColumn,
                int endColumn) {
            addUp(kernels, firstRow, endRow, firstColumn, endColumn - firstColumn);
            if (inputGradient != outputGradient) {
                int at = firstRow * width + firstColumn;
                derivativeBack(kernels, inputGradient, at, firstColumn, endRow - firstRow, endColumn - firstColumn);
            }
        }

        private void addUp(Kernels kernels, int firstRow, int endRow, int firstColumn, int columns) {
            for (int row = firstRow; row < endRow; row += BLOCK_ROWS) {
                int at = row * width + firstColumn;
                int sumsAt = sums.startBlock(row, firstColumn, columns);
                int count = Math.min(BLOCK_ROWS, endRow - row);
                kernels.elementwise()
                        .addInterpolationGradient(
                                outputGradient,
                                functions,
                                at,
                                inputs,
                                inputsOffset + at,
                                sums.blocks(),
                                sumsAt,
                                count,
                                columns,
                                width);
            }
        }

        /// With g′ = g · f′(z), the gradient with respect to z is g + α · (g′ − g): blended like the outputs.
        private void derivativeBack(
                Kernels kernels, float[] inputGradient, int at, int firstColumn, int count, int columns) {
            copyRows(outputGradient, at, inputGradient, at, count, columns);
            float[] taken = switch (function.derivativeOf()) {
                case OUTPUT -> functions;
                case INPUT -> inputsAtTheirPlace(at, count, columns);
            };
            function.backward(kernels, taken, inputGradient, at, count, columns, width);
            int factorsAt = factors.offset() + firstColumn;
            kernels.elementwise()
                    .interpolate(
                            outputGradient,
                            at,
                            inputGradient,
                            inputGradient,
                            at,
                            parameters,
                            factorsAt,
                            count,
                            columns,
                            width);
        }

        /// The functions have been read for the last time; where the inputs do not stand at the same place
        /// of their array, they take theirs.
        private float[] inputsAtTheirPlace(int at, int count, int columns) {
            if (inputsOffset == 0) {
                return inputs;
            }
            copyRows(inputs, inputsOffset + at, functions, at, count, columns);
            return functions;
        }

        private void copyRows(float[] from, int fromAt, float[] to, int toAt, int count, int columns) {
            for (int row = 0; row < count; row++) {
                System.arraycopy(from, fromAt + row * width, to, toAt + row * width, columns);
            }
        }

        @Override
        public void gradient(int worker, Kernels kernels, int firstShare, int endShare, float[] gradient) {
            sums.addUp(rows, firstShare, endShare, gradient, factors.offset());
        }

        @Override
        public long gradientCost() {
            return sums.cost(rows);
        }
    }
}
