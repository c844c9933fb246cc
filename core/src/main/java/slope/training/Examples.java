package slope.training;

import java.util.function.DoublePredicate;
import slope.preprocess.TableEncoder;
import slope.table.Table;

/// The examples of a training: inputs and targets of each row, and optionally a weight and
/// offsets.
public final class Examples {
    private static final float[] NONE = {};

    private final Rows inputs;
    private final Rows targets;
    private final float[] weights; // one for each row, or none where every row counts 1
    private final Rows offsets; // of no width where every offset is 0

    /// Rows of numbers.
    private static final class Rows {
        private final float[] values; // rows × width, row-major
        private final int width;

        Rows(float[] values, int width) {
            this.values = values;
            this.width = width;
        }

        int count() {
            return width == 0 ? 0 : values.length / width;
        }

        Rows select(int[] chosen) {
            float[] selected = new float[Math.multiplyExact(chosen.length, width)];
            for (int index = 0; index < chosen.length; index++) {
                copy(chosen[index], selected, index * width);
            }
            return new Rows(selected, width);
        }

        void copy(int row, float[] block, int offset) {
            System.arraycopy(values, row * width, block, offset, width);
        }
    }

    private Examples(Rows inputs, Rows targets, float[] weights, Rows offsets) {
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
        return new Examples(new Rows(inputs, inputWidth), new Rows(targets, targetWidth), NONE, new Rows(NONE, 0));
    }

    /// These examples with a weight for each row: a row of weight 2 counts like the same row twice.
    ///
    /// @param weights one for each row, finite, 0 or more
    public Examples weights(float[] weights) {
        requireRows("weight", weights, weight -> weight >= 0 && weight <= Float.MAX_VALUE, "0 or more and finite");
        return new Examples(inputs, targets, weights.clone(), offsets);
    }

    /// These examples with offsets, which are added to the network's outputs before the loss: an
    /// offset of a row is added to all of its outputs, such as the logarithm of an exposure.
    ///
    /// @param offsets rows × 1, or rows × outputs, row-major; finite
    public Examples offsets(float[] offsets) {
        int width = offsets.length / rows();
        if (width < 1 || offsets.length % rows() != 0) {
            throw new IllegalArgumentException("%s rows need as many offsets, or as many for each output, not %s"
                    .formatted(rows(), offsets.length));
        }
        for (int index = 0; index < offsets.length; index++) {
            require("offset", index / width, offsets[index], Double::isFinite, "finite");
        }
        return new Examples(inputs, targets, weights, new Rows(offsets.clone(), width));
    }

    private void requireRows(String what, float[] values, DoublePredicate known, String wanted) {
        if (values.length != rows()) {
            throw new IllegalArgumentException(
                    "%s rows need as many %ss, not %s".formatted(rows(), what, values.length));
        }
        for (int row = 0; row < values.length; row++) {
            require(what, row, values[row], known, wanted);
        }
    }

    private static void require(String what, int row, float value, DoublePredicate known, String wanted) {
        if (!known.test(value)) {
            throw new IllegalArgumentException(
                    "the %s of row %s (from 0) is %s; it must be %s".formatted(what, row, value, wanted));
        }
    }

    public int rows() {
        return inputs.count();
    }

    /// Inputs of each row.
    public int inputWidth() {
        return inputs.width;
    }

    /// Targets of each row.
    public int targetWidth() {
        return targets.width;
    }

    public float input(int row, int index) {
        return inputs.values[row * inputs.width + index];
    }

    public float target(int row, int index) {
        return targets.values[row * targets.width + index];
    }

    /// Whether rows have weights; where they have none, each counts 1.
    public boolean hasWeights() {
        return weights.length > 0;
    }

    public float weight(int row) {
        return hasWeights() ? weights[row] : 1;
    }

    /// Offsets of each row: 0, 1 for all of its outputs, or as many as outputs.
    public int offsetWidth() {
        return offsets.width;
    }

    public float offset(int row, int index) {
        return offsets.values[row * offsets.width + index];
    }

    /// Copies a row's inputs into a block.
    public void copyInputs(int row, float[] block, int offset) {
        inputs.copy(row, block, offset);
    }

    /// Copies a row's targets into a block.
    public void copyTargets(int row, float[] block, int offset) {
        targets.copy(row, block, offset);
    }

    /// Copies a row's offsets into a block.
    public void copyOffsets(int row, float[] block, int offset) {
        offsets.copy(row, block, offset);
    }

    /// The given rows, in the given order.
    public Examples select(int[] chosen) {
        return new Examples(
                inputs.select(chosen), targets.select(chosen), select(weights, chosen), offsets.select(chosen));
    }

    private static float[] select(float[] values, int[] chosen) {
        return values.length == 0 ? NONE : new Rows(values, 1).select(chosen).values;
    }
}
