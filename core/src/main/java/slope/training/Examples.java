package slope.training;

import java.util.function.DoublePredicate;
import slope.preprocess.TableEncoder;
import slope.table.Table;

/// The examples of a training: inputs and targets of each row, and optionally a weight and an
/// offset.
public final class Examples {
    private static final float[] NONE = {};

    private final Rows inputs;
    private final Rows targets;
    private final float[] weights; // one for each row, or none where every row counts 1
    private final float[] offsets; // one for each row, or none where every offset is 0

    /// Rows of numbers.
    private static final class Rows {
        private final float[] values; // rows × width, row-major
        private final int width;

        Rows(float[] values, int width) {
            this.values = values;
            this.width = width;
        }

        int count() {
            return values.length / width;
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

    private Examples(Rows inputs, Rows targets, float[] weights, float[] offsets) {
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
        return new Examples(new Rows(inputs, inputWidth), new Rows(targets, targetWidth), NONE, NONE);
    }

    /// These examples with a weight for each row: a row of weight 2 counts like the same row twice.
    ///
    /// @param weights one for each row, finite, 0 or more
    public Examples weights(float[] weights) {
        requireRows("weight", weights, weight -> weight >= 0 && weight <= Float.MAX_VALUE, "0 or more and finite");
        return new Examples(inputs, targets, weights.clone(), offsets);
    }

    /// These examples with an offset for each row, which is added to the network's outputs before
    /// the loss, such as the logarithm of an exposure.
    ///
    /// @param offsets one for each row, finite
    public Examples offsets(float[] offsets) {
        requireRows("offset", offsets, Double::isFinite, "finite");
        return new Examples(inputs, targets, weights, offsets.clone());
    }

    private void requireRows(String what, float[] values, DoublePredicate known, String wanted) {
        if (values.length != rows()) {
            throw new IllegalArgumentException(
                    "%s rows need as many %ss, not %s".formatted(rows(), what, values.length));
        }
        for (int row = 0; row < values.length; row++) {
            if (!known.test(values[row])) {
                throw new IllegalArgumentException(
                        "the %s of row %s (from 0) is %s; it must be %s".formatted(what, row, values[row], wanted));
            }
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

    /// Whether rows have offsets; where they have none, each is 0.
    public boolean hasOffsets() {
        return offsets.length > 0;
    }

    public float offset(int row) {
        return hasOffsets() ? offsets[row] : 0;
    }

    /// Copies a row's inputs into a block.
    public void copyInputs(int row, float[] block, int offset) {
        inputs.copy(row, block, offset);
    }

    /// Copies a row's targets into a block.
    public void copyTargets(int row, float[] block, int offset) {
        targets.copy(row, block, offset);
    }

    /// The given rows, in the given order.
    public Examples select(int[] chosen) {
        return new Examples(
                inputs.select(chosen), targets.select(chosen), select(weights, chosen), select(offsets, chosen));
    }

    private static float[] select(float[] values, int[] chosen) {
        return values.length == 0 ? NONE : new Rows(values, 1).select(chosen).values;
    }
}
