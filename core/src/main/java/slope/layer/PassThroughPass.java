package slope.layer;

import slope.kernel.Kernels;
import slope.kernel.Team;

/// Inputs that are copied as they are.
final class PassThroughPass implements EmbeddingPass {
    /// What a number costs, in multiply-adds.
    private static final int COST = 4;

    private final Team team;
    private final Team.Part copy = this::copy;
    private final Place place;
    private final int width;

    private float[] inputs = {};
    private int inputsOffset;
    private float[] outputs = {};

    PassThroughPass(Team team, Place place, int width) {
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

    private void copy(int member, Kernels kernels, int start, int end) {
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
            int member, Kernels kernels, int firstShare, int endShare, float[] outputGradient, float[] gradient) {}

    @Override
    public long gradientCost() {
        return 0;
    }
}
