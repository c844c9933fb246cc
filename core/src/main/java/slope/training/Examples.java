package slope.training;

import java.util.function.DoublePredicate;
import slope.preprocess.TableEncoder;
import slope.table.Table;

/// The examples of a training: inputs and targets of each row, and optionally a weight and an
/// offset.
public final class Examples {
    private static final float[] NONE = {};

    private final int rows;
    private final int inputWidth;
    private final int targetWidth;
    private final float[] inputs; // rows × inputWidth, row-major
    private final float[] targets; // rows × targetWidth, row-major
    private final float[] weights; // rows, or none where every row counts 1
    private final float[] offsets; // rows, or none where every offset is 0

    private Examples(
            int rows,
            int inputWidth,
            int targetWidth,
            float[] inputs,
            float[] targets,
            float[] weights,
            float[] offsets) {
        this.rows = rows;
        this.inputWidth = inputWidth;
        this.targetWidth = targetWidth;
        this.inputs = inputs;
        this.targets = targets;
        this.weights = weights;
        this.offsets = offsets;
    }

    /// Examples with copies of the given numbers.
    ///
    /// @param inputs rows × inputWidth, row-major, finite
    /// @param inputWidth inputs of each row, at least 1
    /// @param targets rows × targetWidth, row-major
    /// @param targetWidth targets of each row, at least 1
    public static Examples of(float[] inputs, int inputWidth, float[] targets, int targetWidth) {
        return taking(inputs.clone(), inputWidth, targets.clone(), targetWidth);
    }

    /// The rows of an encoded table, not copied because they may fill most of the memory, with a
    /// copy of their targets.
    ///
    /// @param targets rows × targetWidth, row-major
    /// @param targetWidth targets of each row, at least 1
    public static Examples of(TableEncoder encoder, Table rows, float[] targets, int targetWidth) {
        return taking(encoder.encode(rows), encoder.width(), targets.clone(), targetWidth);
    }

    private static Examples taking(float[] inputs, int inputWidth, float[] targets, int targetWidth) {
        if (inputWidth < 1 || targetWidth < 1) {
            throw new IllegalArgumentException(
                    "examples need at least 1 input and 1 target, not " + inputWidth + " and " + targetWidth);
        }
        if (inputs.length % inputWidth != 0
                || targets.length % targetWidth != 0
                || inputs.length / inputWidth != targets.length / targetWidth) {
            throw new IllegalArgumentException(
                    "%s numbers are no %s inputs for as many rows as %s numbers are %s targets"
                            .formatted(inputs.length, inputWidth, targets.length, targetWidth));
        }
        int rows = inputs.length / inputWidth;
        return new Examples(rows, inputWidth, targetWidth, inputs, targets, NONE, NONE);
    }

    /// These examples with a weight for each row: a row of weight 2 counts like the same row twice.
    ///
    /// @param weights one for each row, finite, 0 or more
    public Examples weights(float[] weights) {
        requireRows("weight", weights, weight -> weight >= 0 && weight <= Float.MAX_VALUE, "0 or more and finite");
        return new Examples(rows, inputWidth, targetWidth, inputs, targets, weights.clone(), offsets);
    }

    /// These examples with an offset for each row, which is added to the network's outputs before
    /// the loss, such as the logarithm of an exposure.
    ///
    /// @param offsets one for each row, finite
    public Examples offsets(float[] offsets) {
        requireRows("offset", offsets, Double::isFinite, "finite");
        return new Examples(rows, inputWidth, targetWidth, inputs, targets, weights, offsets.clone());
    }

    private void requireRows(String what, float[] values, DoublePredicate known, String wanted) {
        if (values.length != rows) {
            throw new IllegalArgumentException("%s rows need as many %ss, not %s".formatted(rows, what, values.length));
        }
        for (int row = 0; row < rows; row++) {
            if (!known.test(values[row])) {
                throw new IllegalArgumentException(
                        "the %s of row %s (from 0) is %s; it must be %s".formatted(what, row, values[row], wanted));
            }
        }
    }

    public int rows() {
        return rows;
    }

    /// Inputs of each row.
    public int inputWidth() {
        return inputWidth;
    }

    /// Targets of each row.
    public int targetWidth() {
        return targetWidth;
    }

    public float input(int row, int index) {
        return inputs[row * inputWidth + index];
    }

    public float target(int row, int index) {
        return targets[row * targetWidth + index];
    }

    /// Whether rows have weights; where they have none, each counts 1.
    public boolean hasWeights() {
        return weights.length > 0;
    }

    public float weight(int row) {
        return hasWeights() ? weights[row] : 1;
    }

    /// Whether rows have offsets; where they have none, each is 0.
    public boolean hasOffsets() {
        return offsets.length > 0;
    }

    public float offset(int row) {
        return hasOffsets() ? offsets[row] : 0;
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
        return new Examples(
                chosen.length,
                inputWidth,
                targetWidth,
                chosenInputs,
                chosenTargets,
                select(weights, chosen),
                select(offsets, chosen));
    }

    private static float[] select(float[] values, int[] chosen) {
        if (values.length == 0) {
            return NONE;
        }
        float[] selected = new float[chosen.length];
        for (int index = 0; index < chosen.length; index++) {
            selected[index] = values[chosen[index]];
        }
        return selected;
    }
}
