package slope.network;

import slope.kernel.Kernels;
import slope.kernel.Team;

/// Features at work: each part fills its columns of the outputs.
final class FeaturesPass implements LeadPass {
    private final PartPass[] parts;
    private final float[] outputs; // batchSize × outputs of all parts
    private final float[] outputGradient; // batchSize × outputs of all parts

    FeaturesPass(
            Team team, Layer.Features settings, ParameterLayout layout, int layer, int outputWidth, int batchSize) {
        if (layer != 0) {
            throw new IllegalArgumentException("features belong in the first layer, not in layer " + (layer + 1));
        }
        this.parts = new PartPass[settings.parts().size()];
        int inputs = settings.inputs(); // a sum over all parts, of which there may be tens of thousands
        int firstInput = 0;
        int firstOutput = 0;
        for (int number = 0; number < parts.length; number++) {
            Part part = settings.parts().get(number);
            PartPass.Place place = new PartPass.Place(inputs, firstInput, outputWidth, firstOutput);
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

    static long numbersOfThread(Layer.Features settings, int rows) {
        long numbers = 0;
        for (Part part : settings.parts()) {
            numbers += PartPass.numbersOfThread(part, rows);
        }
        return numbers;
    }

    @Override
    public void forward(float[] parameters, float[] inputs, int inputsOffset, int rows, Stage own) {
        for (PartPass part : parts) {
            part.forward(parameters, inputs, inputsOffset, rows, outputs);
        }
        own.shareTail(rows);
    }

    /// A first layer is spared this.
    @Override
    public void backwardToInputs(Stage before) {
        throw new UnsupportedOperationException("features come first, and nobody needs the gradient by the inputs");
    }

    @Override
    public void gradient(int member, Kernels kernels, int firstShare, int endShare, float[] gradient) {
        for (PartPass part : parts) {
            part.gradient(member, kernels, firstShare, endShare, outputGradient, gradient);
        }
    }

    @Override
    public long gradientCost() {
        long cost = 0;
        for (PartPass part : parts) {
            cost += part.gradientCost();
        }
        return cost;
    }
}
