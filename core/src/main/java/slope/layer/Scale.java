package slope.layer;

import java.util.List;
import slope.kernel.Elementwise;
import slope.kernel.Team;
import slope.kernel.Worker;
import slope.layer.ParameterLayout.Block;
import slope.layer.ParameterLayout.Role;

/// A scaling layer: each input times a trained factor: outputs = s ⊙ inputs; s starts at 1
/// (RealMLP: Holzmüller et al. 2024, arXiv 2407.04491, section 3).
public record Scale() implements Layer {
    @Override
    public String title() {
        return "scale";
    }

    @Override
    public int outputs(int inputs) {
        return inputs;
    }

    @Override
    public List<Parameter> parameters(int inputs, int members) {
        return List.of(new Parameter(Role.SCALE, 1, inputs, ParameterStart.constant(1)));
    }

    @Override
    public LayerPass pass(LayerPlace place, Team team, int batchSize, TrainingStep step) {
        return new Pass(team, place, batchSize, step);
    }

    @Override
    public long numbers(int inputs, int rows) {
        return 2L * inputs * rows + RowBlockSums.numbers(inputs, rows);
    }

    /// Backward, with g the gradient with respect to the outputs: s gets Σ over rows of g · inputs,
    /// the inputs get s ⊙ g.
    private static final class Pass implements ElementwisePass {
        private static final int COST = 4;

        private final Block factors; // 1 × width
        private final int width;
        private final float[] outputs; // batchSize × width
        private final float[] outputGradient; // batchSize × width
        private final RowBlockSums sums;

        Pass(Team team, LayerPlace place, int batchSize, TrainingStep step) {
            this.factors = place.block(Role.SCALE);
            this.width = place.inputs();
            this.outputs = new float[Math.multiplyExact(batchSize, width)];
            this.outputGradient = step.numbersToTrain(outputs.length);
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
            Elementwise elementwise = worker.kernels().elementwise();
            float[] inputs = batch.inputs();
            float[] parameters = batch.parameters();
            int factorsAt = factors.offset() + firstColumn;
            int columns = endColumn - firstColumn;
            for (int row = firstRow; row < endRow; row++) {
                int at = row * width + firstColumn;
                elementwise.multiplyEach(
                        inputs, batch.inputsOffset() + at, parameters, factorsAt, outputs, at, columns);
            }
        }

        @Override
        public void backward(
                Worker worker, LayerBatch batch, int firstRow, int endRow, int firstColumn, int endColumn) {
            Elementwise elementwise = worker.kernels().elementwise();
            float[] inputs = batch.inputs();
            float[] parameters = batch.parameters();
            float[] inputGradient = batch.inputGradient();
            int factorsAt = factors.offset() + firstColumn;
            int columns = endColumn - firstColumn;
            for (int row = firstRow; row < endRow; row++) {
                int at = row * width + firstColumn;
                int sumsAt = sums.startBlock(row, firstColumn, columns);
                elementwise.addProducts(
                        outputGradient, at, inputs, batch.inputsOffset() + at, sums.blocks(), sumsAt, columns);
                elementwise.multiplyEach(outputGradient, at, parameters, factorsAt, inputGradient, at, columns);
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
