package slope.network;

import slope.kernel.Team;

/// Features at work: each part fills its columns of the outputs.
final class FeaturesPass implements LayerPass {
    private final PartPass[] parts;
    private final float[] outputs; // batchSize × outputs of all parts
    private final float[] outputGradient; // batchSize × outputs of all parts
    private float[] parameters = {};

    FeaturesPass(
            Team team, Layer.Features settings, ParameterLayout layout, int layer, int outputWidth, int batchSize) {
        if (layer != 0) {
            throw new IllegalArgumentException("features belong in the first layer, not in layer " + (layer + 1));
        }
        this.parts = new PartPass[settings.parts().size()];
        int firstInput = 0;
        int firstOutput = 0;
        for (int number = 0; number < parts.length; number++) {
            Part part = settings.parts().get(number);
            PartPass.Place place = new PartPass.Place(settings.inputs(), firstInput, outputWidth, firstOutput);
            parts[number] = PartPass.of(team, part, place, layout, number, batchSize);
            firstInput += part.inputs();
            firstOutput += part.outputs();
        }
        this.outputs = new float[Math.multiplyExact(batchSize, outputWidth)];
        this.outputGradient = new float[outputs.length];
    }

    static long numbers(Layer.Features settings, int rows) {
        long numbers = 0;
        for (Part part : settings.parts()) {
            numbers += 2L * rows * part.outputs() + PartPass.numbers(part);
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

    @Override
    public void forward(float[] parameters, float[] inputs, int inputsOffset, int rows) {
        this.parameters = parameters;
        for (PartPass part : parts) {
            part.forward(parameters, inputs, inputsOffset, rows, outputs);
        }
    }

    @Override
    public void backward(float[] inputs, int inputsOffset, int rows, float[] gradient) {
        for (PartPass part : parts) {
            part.backward(parameters, inputs, inputsOffset, rows, outputGradient, gradient);
        }
    }

    /// A first layer is spared this.
    @Override
    public void backwardToInputs(float[] parameters, int rows, float[] inputGradient) {
        throw new UnsupportedOperationException("features come first, and nobody needs the gradient by the inputs");
    }
}
