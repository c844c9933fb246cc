package slope.training;

import slope.data.Examples;

/// The block of rows a step works on: one pair of arrays, filled anew for each step.
final class Batch {
    private final int inputWidth;
    private final int targetWidth;
    private final float[] inputs; // size × inputWidth
    private final float[] targets; // size × targetWidth

    Batch(int inputWidth, int targetWidth, int size) {
        this.inputWidth = inputWidth;
        this.targetWidth = targetWidth;
        this.inputs = new float[Math.multiplyExact(size, inputWidth)];
        this.targets = new float[Math.multiplyExact(size, targetWidth)];
    }

    /// Copies the rows that stand in `order` from `first` on.
    void gather(Examples examples, int[] order, int first, int rows) {
        for (int row = 0; row < rows; row++) {
            examples.copyInputs(order[first + row], inputs, row * inputWidth);
            examples.copyTargets(order[first + row], targets, row * targetWidth);
        }
    }

    float[] inputs() {
        return inputs;
    }

    float[] targets() {
        return targets;
    }
}
