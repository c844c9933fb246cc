package slope.layer;

import java.util.Arrays;
import java.util.List;
import slope.kernel.MatrixView;
import slope.kernel.Products;
import slope.kernel.Team;
import slope.kernel.Worker;
import slope.layer.ParameterLayout.Block;
import slope.layer.ParameterLayout.Role;

/// Ensemble heads: a dense layer without activation whose weights and biases differ for each
/// ensemble member, the last layer of members that share all others (TabM: Gorishniy et al. 2025,
/// arXiv 2410.24210, section 3). Both start uniform in ±1/√inputs.
///
/// @param outputs numbers that each ensemble member makes of a row of its own, at least 1
public record EnsembleHeads(int outputs) implements Layer {
    public EnsembleHeads {
        if (outputs < 1) {
            throw new IllegalArgumentException("a layer needs at least 1 unit, not " + outputs);
        }
    }

    @Override
    public String title() {
        return "ensemble heads";
    }

    @Override
    public int outputs(int inputs) {
        return outputs;
    }

    @Override
    public void check(Architecture architecture, int index) {
        if (!architecture.isBehindAdapter(index)) {
            throw new IllegalArgumentException(
                    "layer %s has weights for each ensemble member: it needs a BatchEnsemble adapter before it"
                            .formatted(index + 1));
        }
    }

    @Override
    public List<Parameter> parameters(int inputs, int members) {
        ParameterStart start = ParameterStart.uniform(1 / Math.sqrt(inputs));
        return List.of(
                new Parameter(Role.HEAD_WEIGHTS, inputs, Math.multiplyExact(members, outputs), start),
                new Parameter(Role.HEAD_BIAS, members, outputs, start));
    }

    @Override
    public LayerPass pass(LayerPlace place, Team team, int batchSize, TrainingStep step) {
        return new Pass(team, place, batchSize, step);
    }

    @Override
    public long numbers(int inputs, int rows) {
        return 2L * outputs * rows;
    }

    /// The rows of each ensemble member go through its own weights. Threads share the ensemble
    /// members.
    private static final class Pass implements AnchorPass {
        private final Team team;
        private final Team.Part<LayerBatch> forward = this::forward;
        private final Team.Part<LayerBatch> inputGradients = this::inputGradients;
        private final int members;
        private final Block weights; // inputs × (members · outputs)
        private final Block bias; // members × outputs
        private final int inputWidth;
        private final int outputWidth;
        private final float[] outputs; // batchSize × outputs
        private final float[] outputGradient; // batchSize × outputs
        private final Views[] views; // one for each thread

        /// A thread's own views of the matrices of a product.
        private static final class Views {
            private final MatrixView left = new MatrixView();
            private final MatrixView right = new MatrixView();
            private final MatrixView start = new MatrixView();
            private final MatrixView result = new MatrixView();
        }

        /// @param batchSize rows of all ensemble members together
        Pass(Team team, LayerPlace place, int batchSize, TrainingStep step) {
            this.team = team;
            this.members = place.members();
            this.weights = place.block(Role.HEAD_WEIGHTS);
            this.bias = place.block(Role.HEAD_BIAS);
            this.inputWidth = weights.rows();
            this.outputWidth = bias.columns();
            this.outputs = new float[Math.multiplyExact(batchSize, outputWidth)];
            this.outputGradient = step.numbersToTrain(outputs.length);
            this.views = new Views[team.size()];
            Arrays.setAll(views, ignored -> new Views());
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
            team.share(forward, group.batch(), members, 1, gradientCost(group.batch()));
            group.shareEpilogue();
        }

        private void forward(Worker worker, LayerBatch batch, int start, int end) {
            Views own = views[worker.number()];
            Products products = worker.kernels().products();
            float[] parameters = batch.parameters();
            int rows = batch.rows() / members;
            for (int member = start; member < end; member++) {
                own.left.pointAt(batch.inputs(), inputsOf(batch, member), rows, inputWidth);
                pointAtWeights(own.right, parameters, member);
                own.start.pointAt(parameters, bias.offset() + member * outputWidth, rows, outputWidth, 0, 1);
                own.result.pointAt(outputs, member * rows * outputWidth, rows, outputWidth);
                products.multiply(own.left, own.right, own.start, own.result);
            }
        }

        @Override
        public void gradient(Worker worker, LayerBatch batch, int firstShare, int endShare, float[] gradient) {
            Views own = views[worker.number()];
            Products products = worker.kernels().products();
            int rows = batch.rows() / members;
            int end = team.startOf(endShare, members, 1);
            for (int member = team.startOf(firstShare, members, 1); member < end; member++) {
                own.left.pointAt(batch.inputs(), inputsOf(batch, member), inputWidth, rows, 1, inputWidth);
                own.right.pointAt(outputGradient, member * rows * outputWidth, rows, outputWidth);
                pointAtWeights(own.result, gradient, member);
                products.multiply(own.left, own.right, own.result);
                products.sumColumns(own.right, gradient, bias.offset() + member * outputWidth);
            }
        }

        /// A product with few columns takes as long as one with a vector of them.
        @Override
        public long gradientCost(LayerBatch batch) {
            return (long) batch.rows() * inputWidth * Math.max(outputWidth, 16);
        }

        @Override
        public void backwardToInputs(FusedGroup group) {
            team.share(inputGradients, group.batch(), members, 1, gradientCost(group.batch()));
            group.before().shareBackward();
        }

        private void inputGradients(Worker worker, LayerBatch batch, int start, int end) {
            Views own = views[worker.number()];
            int rows = batch.rows() / members;
            for (int member = start; member < end; member++) {
                int weightsAt = weights.offset() + member * outputWidth;
                own.left.pointAt(outputGradient, member * rows * outputWidth, rows, outputWidth);
                own.right.pointAt(batch.parameters(), weightsAt, outputWidth, inputWidth, 1, weights.columns());
                own.result.pointAt(batch.inputGradient(), member * rows * inputWidth, rows, inputWidth);
                worker.kernels().products().multiply(own.left, own.right, own.result);
            }
        }

        private void pointAtWeights(MatrixView view, float[] values, int member) {
            view.pointAt(
                    values, weights.offset() + member * outputWidth, inputWidth, outputWidth, weights.columns(), 1);
        }

        private int inputsOf(LayerBatch batch, int member) {
            return batch.inputsOffset() + member * (batch.rows() / members) * inputWidth;
        }
    }
}
