package slope.layer;

import java.util.Arrays;
import java.util.List;
import slope.kernel.Team;
import slope.kernel.Worker;
import slope.layer.ParameterLayout.Block;
import slope.layer.ParameterLayout.Role;

/// A category embedding: the code of a category, from 0, selects the numbers of that category,
/// which start standard normal.
///
/// @param categories the number of categories, at least 1
/// @param dimension numbers of each category
public record CategoryEmbedding(int categories, int dimension) implements FeatureEmbedding {
    public CategoryEmbedding {
        FeatureEmbedding.requirePositive("categories", categories);
        FeatureEmbedding.requirePositive("dimensions", dimension);
    }

    @Override
    public int inputs() {
        return 1;
    }

    @Override
    public int outputs() {
        return dimension;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter(Role.CATEGORY_EMBEDDING, categories, dimension, ParameterStart.normal(1)));
    }

    @Override
    public EmbeddingPass pass(Team team, EmbeddingPlace place, int batchSize) {
        return new Pass(team, place, this);
    }

    /// Each row copies the numbers of its code. Backward each category gets the gradients of its
    /// rows, first row first; threads share the categories.
    private static final class Pass implements EmbeddingPass {
        /// What a number costs, in multiply-adds.
        private static final int COST = 4;

        private final Team team;
        private final Team.Part<LayerBatch> copyRows = this::copyRows;
        private final EmbeddingPlace place;
        private final int categories;
        private final int dimension;
        private final Block numbers; // categories × dimension

        Pass(Team team, EmbeddingPlace place, CategoryEmbedding settings) {
            this.team = team;
            this.place = place;
            this.categories = settings.categories();
            this.dimension = settings.dimension();
            this.numbers = place.block(Role.CATEGORY_EMBEDDING);
        }

        @Override
        public void forward(LayerBatch batch) {
            team.share(copyRows, batch, batch.rows(), 1, (long) batch.rows() * dimension * COST);
        }

        private void copyRows(Worker worker, LayerBatch batch, int start, int end) {
            for (int row = start; row < end; row++) {
                System.arraycopy(
                        batch.parameters(),
                        numbers.offset() + codeOf(batch, row) * dimension,
                        batch.outputs(),
                        row * place.outputWidth() + place.firstOutput(),
                        dimension);
            }
        }

        @Override
        public void gradient(Worker worker, LayerBatch batch, int firstShare, int endShare, float[] gradient) {
            int start = team.startOf(firstShare, categories, 1);
            int end = team.startOf(endShare, categories, 1);
            Arrays.fill(gradient, numbers.offset() + start * dimension, numbers.offset() + end * dimension, 0);
            float[] outputGradient = batch.outputGradient();
            for (int row = 0; row < batch.rows(); row++) {
                int code = codeOf(batch, row);
                if (code >= start && code < end) {
                    int to = numbers.offset() + code * dimension;
                    int from = row * place.outputWidth() + place.firstOutput();
                    for (int index = 0; index < dimension; index++) {
                        gradient[to + index] += outputGradient[from + index];
                    }
                }
            }
        }

        @Override
        public long gradientCost(LayerBatch batch) {
            return (long) (categories + batch.rows()) * dimension * COST;
        }

        private int codeOf(LayerBatch batch, int row) {
            float input = batch.inputs()[batch.inputsOffset() + row * place.inputWidth() + place.firstInput()];
            int code = (int) input;
            if (code != input || code < 0 || code >= categories) {
                throw new IllegalArgumentException(
                        "input %s (from 0) is %s; it must be the code of a category, a whole number from 0 to %s"
                                .formatted(place.firstInput(), input, categories - 1));
            }
            return code;
        }
    }
}
