package slope.layer;

import slope.kernel.Kernels;
import slope.kernel.Team;

/// Features at work: each part fills its columns of the outputs.
public final class FeatureEmbeddingsPass implements AnchorPass {
    private final EmbeddingPass[] parts;
    private final float[] outputs; // batchSize × outputs of all parts
    private final float[] outputGradient; // batchSize × outputs of all parts

    FeatureEmbeddingsPass(
            Team team,
            Layer.FeatureEmbeddings settings,
            ParameterLayout layout,
            int layer,
            int outputWidth,
            int batchSize) {
        if (layer != 0) {
            throw new IllegalArgumentException("features belong in the first layer, not in layer " + (layer + 1));
        }
        this.parts = new EmbeddingPass[settings.parts().size()];
        int inputs = settings.inputs(); // a sum over all parts, of which there may be tens of thousands
        int firstInput = 0;
        int firstOutput = 0;
        for (int number = 0; number < parts.length; number++) {
            FeatureEmbedding part = settings.parts().get(number);
            EmbeddingPass.Place place = new EmbeddingPass.Place(inputs, firstInput, outputWidth, firstOutput);
            parts[number] = EmbeddingPass.of(team, part, place, layout, number, batchSize);
            firstInput += part.inputs();
            firstOutput += part.outputs();
        }
        this.outputs = new float[Math.multiplyExact(batchSize, outputWidth)];
        this.outputGradient = new float[outputs.length];
    }

    static long numbers(Layer.FeatureEmbeddings settings, int rows) {
        long numbers = 0;
        for (FeatureEmbedding part : settings.parts()) {
            numbers += 2L * rows * part.outputs() + EmbeddingPass.numbers(part);
        }
        return numbers;
    }

    @Override
    public float[] outputs() {
        return outputs;
    }

    @Override
    public float[] outputGradient() {
        return outputGradient;
    }

    public static long numbersOfThread(Layer.FeatureEmbeddings settings, int rows) {
        long numbers = 0;
        for (FeatureEmbedding part : settings.parts()) {
            numbers += EmbeddingPass.numbersOfThread(part, rows);
        }
        return numbers;
    }

    @Override
    public void forward(float[] parameters, float[] inputs, int inputsOffset, int rows, FusedGroup own) {
        for (EmbeddingPass part : parts) {
            part.forward(parameters, inputs, inputsOffset, rows, outputs);
        }
        own.shareTail(rows);
    }

    /// A first layer is spared this.
    @Override
    public void backwardToInputs(FusedGroup before) {
        throw new UnsupportedOperationException("features come first, and nobody needs the gradient by the inputs");
    }

    @Override
    public void gradient(int member, Kernels kernels, int firstShare, int endShare, float[] gradient) {
        for (EmbeddingPass part : parts) {
            part.gradient(member, kernels, firstShare, endShare, outputGradient, gradient);
        }
    }

    @Override
    public long gradientCost() {
        long cost = 0;
        for (EmbeddingPass part : parts) {
            cost += part.gradientCost();
        }
        return cost;
    }
}
