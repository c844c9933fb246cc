package slope.layer;

import java.util.List;
import slope.kernel.Team;
import slope.kernel.Worker;

/// Inputs that pass through unchanged, such as flags and one-hot columns.
///
/// @param inputs how many, at least 1
public record PassThrough(int inputs) implements FeatureEmbedding {
    public PassThrough {
        FeatureEmbedding.requirePositive("inputs", inputs);
    }

    @Override
    public int outputs() {
        return inputs;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public EmbeddingPass pass(Team team, EmbeddingPlace place, int batchSize) {
        return new Pass(team, place, inputs);
    }

    /// Copies the inputs.
    private static final class Pass implements EmbeddingPass {
        /// What a number costs, in multiply-adds.
        private static final int COST = 4;

        private final Team team;
        private final Team.Part<LayerBatch> copy = this::copy;
        private final EmbeddingPlace place;
        private final int width;

        Pass(Team team, EmbeddingPlace place, int width) {
            this.team = team;
            this.place = place;
            this.width = width;
        }

        @Override
        public void forward(LayerBatch batch) {
            team.share(copy, batch, batch.rows(), 1, (long) batch.rows() * width * COST);
        }

        private void copy(Worker worker, LayerBatch batch, int start, int end) {
            for (int row = start; row < end; row++) {
                System.arraycopy(
                        batch.inputs(),
                        batch.inputsOffset() + row * place.inputWidth() + place.firstInput(),
                        batch.outputs(),
                        row * place.outputWidth() + place.firstOutput(),
                        width);
            }
        }

        /// There are no parameters.
        @Override
        public void gradient(Worker worker, LayerBatch batch, int firstShare, int endShare, float[] gradient) {}

        @Override
        public long gradientCost(LayerBatch batch) {
            return 0;
        }
    }
}
