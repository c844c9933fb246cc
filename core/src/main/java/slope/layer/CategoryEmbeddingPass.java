package slope.layer;

import java.util.Arrays;
import slope.kernel.Kernels;
import slope.kernel.Team;
import slope.layer.ParameterLayout.Role;

/// A level's own numbers at work: each row copies those of its code. Backward each level gets the
/// gradients of its rows, first row first; threads share the levels.
final class CategoryEmbeddingPass implements EmbeddingPass {
    /// What a number costs, in multiply-adds.
    private static final int COST = 4;

    private final Team team;
    private final Team.Part copyRows = this::copyRows;
    private final Place place;
    private final int levels;
    private final int dimension;
    private final ParameterLayout.Block numbers; // levels × dimension

    private float[] parameters = {};
    private float[] inputs = {};
    private int inputsOffset;
    private int rows;
    private float[] outputs = {};

    CategoryEmbeddingPass(
            Team team, Place place, FeatureEmbedding.CategoryEmbedding settings, ParameterLayout layout, int number) {
        this.team = team;
        this.place = place;
        this.levels = settings.levels();
        this.dimension = settings.dimension();
        this.numbers = layout.block(0, number, Role.CATEGORY_EMBEDDING);
    }

    @Override
    public void forward(float[] parameters, float[] inputs, int inputsOffset, int rows, float[] outputs) {
        this.parameters = parameters;
        this.inputs = inputs;
        this.inputsOffset = inputsOffset;
        this.rows = rows;
        this.outputs = outputs;
        team.share(copyRows, rows, 1, (long) rows * dimension * COST);
    }

    private void copyRows(int member, Kernels kernels, int start, int end) {
        for (int row = start; row < end; row++) {
            System.arraycopy(
                    parameters,
                    numbers.offset() + codeOf(row) * dimension,
                    outputs,
                    row * place.outputWidth() + place.firstOutput(),
                    dimension);
        }
    }

    @Override
    public void gradient(
            int member, Kernels kernels, int firstShare, int endShare, float[] outputGradient, float[] gradient) {
        int start = team.startOf(firstShare, levels, 1);
        int end = team.startOf(endShare, levels, 1);
        Arrays.fill(gradient, numbers.offset() + start * dimension, numbers.offset() + end * dimension, 0);
        for (int row = 0; row < rows; row++) {
            int code = codeOf(row);
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
    public long gradientCost() {
        return (long) (levels + rows) * dimension * COST;
    }

    private int codeOf(int row) {
        float input = inputs[inputsOffset + row * place.inputWidth() + place.firstInput()];
        int code = (int) input;
        if (code != input || code < 0 || code >= levels) {
            throw new IllegalArgumentException(
                    "input %s (from 0) is %s; it must be the code of a level, a whole number from 0 to %s"
                            .formatted(place.firstInput(), input, levels - 1));
        }
        return code;
    }
}
