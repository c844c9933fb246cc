package slope.layer;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import slope.kernel.Elementwise;
import slope.kernel.Team;
import slope.kernel.Worker;
import slope.layer.ParameterLayout.Block;
import slope.layer.ParameterLayout.Role;

/// The BatchEnsemble adapter, with factors for each ensemble member: outputs = r_m ⊙ inputs for the
/// rows of member m (TabM-mini: Gorishniy et al. 2025, arXiv 2410.24210, section 3). Initially r is
/// drawn once for each ensemble member and chunk of inputs, and is the same throughout the chunk.
///
/// Before this layer a prediction computes each row once; this layer makes a row for each ensemble
/// member of it.
///
/// @param chunks how many inputs belong together, such as the numbers that a feature embedding
///     makes of one column; together all inputs
/// @param start what r is drawn from
public record BatchEnsembleAdapter(List<Integer> chunks, Start start) implements Layer {
    public BatchEnsembleAdapter {
        chunks = List.copyOf(chunks);
        for (int chunk : chunks) {
            if (chunk < 1) {
                throw new IllegalArgumentException("a chunk of inputs has at least 1, not " + chunk);
            }
        }
        Objects.requireNonNull(start, "start");
    }

    /// What the factors are drawn from.
    public enum Start {
        /// 1 or −1, each as likely: where inputs are the columns themselves.
        SIGNS,
        /// Normal with standard deviation 1: where inputs are feature embeddings.
        NORMAL;

        private double draw(RandomGenerator random) {
            return switch (this) {
                case SIGNS -> random.nextDouble() < 0.5 ? -1 : 1;
                case NORMAL -> random.nextGaussian();
            };
        }
    }

    @Override
    public String title() {
        return "BatchEnsemble adapter";
    }

    @Override
    public int outputs(int inputs) {
        return inputs;
    }

    @Override
    public void check(Architecture architecture, int index) {
        int width = chunks.stream().mapToInt(Integer::intValue).sum();
        if (width != architecture.inputsOf(index)) {
            throw new IllegalArgumentException("the chunks of layer %s have %s inputs, but %s enter"
                    .formatted(index + 1, width, architecture.inputsOf(index)));
        }
    }

    @Override
    public List<Parameter> parameters(int inputs, int members) {
        return List.of(new Parameter(Role.ADAPTER, members, inputs, this::draw));
    }

    private void draw(double[] values, Block block, RandomGenerator random) {
        int at = block.offset();
        for (int member = 0; member < block.rows(); member++) {
            for (int chunk : chunks) {
                Arrays.fill(values, at, at + chunk, start.draw(random));
                at += chunk;
            }
        }
    }

    @Override
    public LayerPass pass(LayerPlace place, Team team, int batchSize, TrainingStep step) {
        return new Pass(place, team, batchSize, step);
    }

    @Override
    public long numbers(int inputs, int rows) {
        return 2L * inputs * rows;
    }

    /// In training the rows that enter are already those of all ensemble members, one after the
    /// other. In a prediction they are the rows themselves, and every ensemble member gets each of
    /// them. Backward, with g the gradient with respect to the outputs: r_m gets Σ over the
    /// ensemble member's rows of g · inputs, first row first; the inputs get r_m ⊙ g.
    private static final class Pass implements AnchorPass {
        /// What a number costs, in multiply-adds.
        private static final int COST = 4;

        private final Team team;
        private final Team.Part<LayerBatch> forward = this::forward;
        private final Team.Part<FusedGroup> inputRows = this::inputRows;
        private final int members;
        private final Block factors; // members × width
        private final int width;
        private final TrainingStep step;
        private final float[] outputs; // batchSize × width
        private final float[] outputGradient; // batchSize × width

        /// @param batchSize rows of all ensemble members together
        Pass(LayerPlace place, Team team, int batchSize, TrainingStep step) {
            this.team = team;
            this.members = place.members();
            this.factors = place.block(Role.ADAPTER);
            this.width = place.inputs();
            this.step = step;
            this.outputs = new float[Math.multiplyExact(batchSize, width)];
            this.outputGradient = step.numbersToTrain(outputs.length);
        }

        @Override
        public float[] outputs() {
            return outputs;
        }

        @Override
        public float[] outputGradient() {
            return outputGradient;
        }

        /// The rows that leave this layer, where so many enter it.
        @Override
        public int rowsBehind(int rows) {
            return step.isTraining() ? rows : rows * members;
        }

        @Override
        public void forward(FusedGroup group) {
            LayerBatch batch = group.batch();
            team.share(forward, batch, rowsBehind(batch.rows()), 1, gradientCost(batch));
            group.shareEpilogue();
        }

        private void forward(Worker worker, LayerBatch batch, int start, int end) {
            Elementwise elementwise = worker.kernels().elementwise();
            int rowsOfMember = rowsOfMember(batch);
            for (int row = start; row < end; row++) {
                int from = batch.inputsOffset() + (step.isTraining() ? row : row % rowsOfMember) * width;
                int factorsAt = factorsOf(row / rowsOfMember);
                elementwise.multiplyEach(
                        batch.inputs(), from, batch.parameters(), factorsAt, outputs, row * width, width);
            }
        }

        @Override
        public void backwardToInputs(FusedGroup group) {
            LayerBatch batch = group.batch();
            long cost = gradientCost(batch) + group.before().epilogueCost();
            team.share(inputRows, group, rowsBehind(batch.rows()), ElementwisePass.BLOCK_ROWS, cost);
        }

        private void inputRows(Worker worker, FusedGroup group, int start, int end) {
            Elementwise elementwise = worker.kernels().elementwise();
            LayerBatch batch = group.batch();
            int rowsOfMember = rowsOfMember(batch);
            for (int row = start; row < end; row++) {
                int at = row * width;
                int factorsAt = factorsOf(row / rowsOfMember);
                elementwise.multiplyEach(
                        outputGradient, at, batch.parameters(), factorsAt, batch.inputGradient(), at, width);
            }
            group.before().backward(worker, start, end, 0, width);
        }

        @Override
        public void gradient(Worker worker, LayerBatch batch, int firstShare, int endShare, float[] gradient) {
            Elementwise elementwise = worker.kernels().elementwise();
            int rowsOfMember = rowsOfMember(batch);
            int start = team.startOf(firstShare, members, 1);
            int end = team.startOf(endShare, members, 1);
            Arrays.fill(gradient, factorsOf(start), factorsOf(end), 0);
            for (int row = start * rowsOfMember; row < end * rowsOfMember; row++) {
                int at = row * width;
                int from = batch.inputsOffset() + at;
                int factorsAt = factorsOf(row / rowsOfMember);
                elementwise.addProducts(outputGradient, at, batch.inputs(), from, gradient, factorsAt, width);
            }
        }

        @Override
        public long gradientCost(LayerBatch batch) {
            return (long) rowsBehind(batch.rows()) * width * COST;
        }

        private int rowsOfMember(LayerBatch batch) {
            return rowsBehind(batch.rows()) / members;
        }

        /// The offset of a member's factors.
        private int factorsOf(int member) {
            return factors.offset() + member * width;
        }
    }
}
