package slope.layer;

import java.util.List;
import slope.kernel.Kernels;
import slope.kernel.Team;

/// The inputs themselves, such as flags and one-hot columns.
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
        private final Team.Part copy = this::copy;
        private final EmbeddingPlace place;
        private final int width;

        private float[] inputs = {};
        private int inputsOffset;
        private float[] outputs = {};

        Pass(Team team, EmbeddingPlace place, int width) {
            this.team = team;
            this.place = place;
            this.width = width;
        }

        @Override
        public void forward(float[] parameters, float[] inputs, int inputsOffset, int rows, float[] outputs) {
            this.inputs = inputs;
            this.inputsOffset = inputsOffset;
            this.outputs = outputs;
            team.share(copy, rows, 1, (long) rows * width * COST);
        }

        private void copy(int worker, Kernels kernels, int start, int end) {
            for (int row = start; row < end; row++) {
                System.arraycopy(
                        inputs,
                        inputsOffset + row * place.inputWidth() + place.firstInput(),
                        outputs,
                        row * place.outputWidth() + place.firstOutput(),
                        width);
            }
        }

        /// There are no parameters.
        @Override
        public void gradient(
                int worker, Kernels kernels, int firstShare, int endShare, float[] outputGradient, float[] gradient) {}

        @Override
        public long gradientCost() {
            return 0;
        }
    }
}
