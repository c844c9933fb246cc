package slope.data;

/// What training sees: for each row, the numbers that enter the network and the numbers it should give.
public final class Examples {
    private final int rows;
    private final int inputWidth;
    private final int targetWidth;
    private final float[] inputs; // rows × inputWidth, row-major
    private final float[] targets; // rows × targetWidth, row-major

    private Examples(int rows, int inputWidth, int targetWidth, float[] inputs, float[] targets) {
        this.rows = rows;
        this.inputWidth = inputWidth;
        this.targetWidth = targetWidth;
        this.inputs = inputs;
        this.targets = targets;
    }

    /// Examples with copies of the given numbers.
    ///
    /// @param inputs rows × inputWidth, row-major, finite
    /// @param inputWidth numbers that enter for each row, at least 1
    /// @param targets rows × targetWidth, row-major
    /// @param targetWidth numbers to give for each row, at least 1
    public static Examples of(float[] inputs, int inputWidth, float[] targets, int targetWidth) {
        if (inputWidth < 1 || targetWidth < 1) {
            throw new IllegalArgumentException(
                    "examples need at least 1 input and 1 target, not " + inputWidth + " and " + targetWidth);
        }
        if (inputs.length % inputWidth != 0
                || targets.length % targetWidth != 0
                || inputs.length / inputWidth != targets.length / targetWidth) {
            throw new IllegalArgumentException(
                    "%d numbers are no %d inputs for as many rows as %d numbers are %d targets"
                            .formatted(inputs.length, inputWidth, targets.length, targetWidth));
        }
        int rows = inputs.length / inputWidth;
        return new Examples(rows, inputWidth, targetWidth, inputs.clone(), targets.clone());
    }

    public int rows() {
        return rows;
    }

    /// Numbers that enter for each row.
    public int inputWidth() {
        return inputWidth;
    }

    /// Numbers to give for each row.
    public int targetWidth() {
        return targetWidth;
    }

    public float input(int row, int index) {
        return inputs[row * inputWidth + index];
    }

    public float target(int row, int index) {
        return targets[row * targetWidth + index];
    }

    /// Copies a row's inputs into a block.
    public void copyInputs(int row, float[] block, int offset) {
        System.arraycopy(inputs, row * inputWidth, block, offset, inputWidth);
    }

    /// Copies a row's targets into a block.
    public void copyTargets(int row, float[] block, int offset) {
        System.arraycopy(targets, row * targetWidth, block, offset, targetWidth);
    }

    /// The given rows, in the given order.
    public Examples select(int[] chosen) {
        float[] chosenInputs = new float[chosen.length * inputWidth];
        float[] chosenTargets = new float[chosen.length * targetWidth];
        for (int index = 0; index < chosen.length; index++) {
            copyInputs(chosen[index], chosenInputs, index * inputWidth);
            copyTargets(chosen[index], chosenTargets, index * targetWidth);
        }
        return new Examples(chosen.length, inputWidth, targetWidth, chosenInputs, chosenTargets);
    }
}
