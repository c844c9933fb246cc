package slope.layer;

import java.util.Arrays;
import java.util.List;
import slope.kernel.Kernels;
import slope.kernel.MatrixView;
import slope.kernel.Team;
import slope.layer.ParameterLayout.Block;
import slope.layer.ParameterLayout.Role;

/// A dense layer with weights and biases of each ensemble member's own, without an activation: the last
/// layer of members that share all others (TabM: Gorishniy et al. 2025, arXiv 2410.24210, section 3).
/// Both start uniform in ±1/√inputs.
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
        return new Pass(team, place.members(), place.block(Role.HEAD_WEIGHTS), place.block(Role.HEAD_BIAS), batchSize);
    }

    @Override
    public long numbers(int inputs, int rows) {
        return 2L * outputs * rows;
    }

    /// The rows of each ensemble member go through its own weights. Threads share the ensemble members.
    private static final class Pass implements AnchorPass {
        private final Team team;
        private final Team.Part forward = this::forward;
        private final Team.Part inputGradients = this::inputGradients;
        private final int members;
        private final Block weights; // inputs × (members · outputs)
        private final Block bias; // members × outputs
        private final int inputWidth;
        private final int outputWidth;
        private final float[] outputs; // batchSize × outputs
        private final float[] outputGradient; // batchSize × outputs
        private final Views[] views; // one for each thread

        // What the pass at work was called with, for all threads to read.
        private float[] parameters = {};
        private float[] inputs = {};
        private int inputsOffset;
        private int rowsOfMember;
        private float[] inputGradient = {}; // rows × inputWidth

        /// A thread's own views of the matrices of a product.
        private static final class Views {
            private final MatrixView left = new MatrixView();
            private final MatrixView right = new MatrixView();
            private final MatrixView start = new MatrixView();
            private final MatrixView result = new MatrixView();
        }

        /// @param batchSize rows of all ensemble members together
        Pass(Team team, int members, Block weights, Block bias, int batchSize) {
            this.team = team;
            this.members = members;
            this.weights = weights;
            this.bias = bias;
            this.inputWidth = weights.rows();
            this.outputWidth = bias.columns();
            this.outputs = new float[Math.multiplyExact(batchSize, outputWidth)];
            this.outputGradient = new float[outputs.length];
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
        public void forward(float[] parameters, float[] inputs, int inputsOffset, int rows, FusedGroup own) {
            this.parameters = parameters;
            this.inputs = inputs;
            this.inputsOffset = inputsOffset;
            this.rowsOfMember = rows / members;
            team.share(forward, members, 1, cost());
            own.shareEpilogue(rows);
        }

        private void forward(int worker, Kernels kernels, int start, int end) {
            Views own = views[worker];
            for (int member = start; member < end; member++) {
                own.left.pointAt(inputs, inputsOfMember(member), rowsOfMember, inputWidth);
                pointAtWeights(own.right, parameters, member);
                own.start.pointAt(parameters, bias.offset() + member * outputWidth, rowsOfMember, outputWidth, 0, 1);
                own.result.pointAt(outputs, outputsOfMember(member), rowsOfMember, outputWidth);
                kernels.products().multiply(own.left, own.right, own.start, own.result);
            }
        }

        @Override
        public void gradient(int worker, Kernels kernels, int firstShare, int endShare, float[] gradient) {
            Views own = views[worker];
            int end = team.startOf(endShare, members, 1);
            for (int member = team.startOf(firstShare, members, 1); member < end; member++) {
                own.left.pointAt(inputs, inputsOfMember(member), inputWidth, rowsOfMember, 1, inputWidth);
                own.right.pointAt(outputGradient, outputsOfMember(member), rowsOfMember, outputWidth);
                pointAtWeights(own.result, gradient, member);
                kernels.products().multiply(own.left, own.right, own.result);
                kernels.products().sumColumns(own.right, gradient, bias.offset() + member * outputWidth);
            }
        }

        @Override
        public long gradientCost() {
            return cost();
        }

        @Override
        public void backwardToInputs(FusedGroup before) {
            this.inputGradient = before.outputGradient();
            team.share(inputGradients, members, 1, cost());
            before.shareBackward(rowsOfMember * members);
        }

        private void inputGradients(int worker, Kernels kernels, int start, int end) {
            Views own = views[worker];
            for (int member = start; member < end; member++) {
                own.left.pointAt(outputGradient, outputsOfMember(member), rowsOfMember, outputWidth);
                own.right.pointAt(
                        parameters,
                        weights.offset() + member * outputWidth,
                        outputWidth,
                        inputWidth,
                        1,
                        weights.columns());
                own.result.pointAt(inputGradient, member * rowsOfMember * inputWidth, rowsOfMember, inputWidth);
                kernels.products().multiply(own.left, own.right, own.result);
            }
        }

        private void pointAtWeights(MatrixView view, float[] values, int member) {
            view.pointAt(
                    values, weights.offset() + member * outputWidth, inputWidth, outputWidth, weights.columns(), 1);
        }

        private int inputsOfMember(int member) {
            return inputsOffset + member * rowsOfMember * inputWidth;
        }

        private int outputsOfMember(int member) {
            return member * rowsOfMember * outputWidth;
        }

        /// A product with few columns takes as long as one with a vector of them.
        private long cost() {
            return (long) rowsOfMember * members * inputWidth * Math.max(outputWidth, 16);
        }
    }
}
