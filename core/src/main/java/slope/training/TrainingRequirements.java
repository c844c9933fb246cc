package slope.training;

import slope.data.Examples;
import slope.network.Activation;
import slope.network.Architecture;
import slope.network.Layer;

/// What must hold before a training starts; each refusal is one sentence that says what to do.
final class TrainingRequirements {
    private final Loss loss;
    private final Architecture architecture;

    private TrainingRequirements(Loss loss, Architecture architecture) {
        this.loss = loss;
        this.architecture = architecture;
    }

    /// The requirements of training networks of this shape with this loss.
    ///
    /// @throws IllegalArgumentException if the shape cannot be trained with the loss
    static TrainingRequirements of(Loss loss, Architecture architecture) {
        if (loss.isFromLogits() && !givesLogits(architecture.layers().getLast())) {
            throw new IllegalArgumentException(
                    "%s needs logits: give the last layer Activation.IDENTITY, the loss applies the %s itself"
                            .formatted(loss, loss == Loss.BINARY_CROSS_ENTROPY ? "sigmoid" : "softmax"));
        }
        if (loss == Loss.MULTI_CLASS_CROSS_ENTROPY && architecture.outputs() == 1) {
            throw new IllegalArgumentException(
                    "%s needs one output for each class, and a single output leaves nothing".formatted(loss)
                            + " to choose from: use 2 outputs or more, or BINARY_CROSS_ENTROPY");
        }
        return new TrainingRequirements(loss, architecture);
    }

    /// Refuses examples that such a training could not use.
    ///
    /// @param purpose "training" or "validation"
    /// @throws IllegalArgumentException if there are no rows, the widths do not match, a number is
    ///     not finite or a target is not one the loss knows
    void check(Examples examples, String purpose) {
        if (examples.rows() == 0) {
            throw new IllegalArgumentException("the %s examples have no rows; at least 1 is needed".formatted(purpose));
        }
        if (examples.inputWidth() != architecture.inputs()) {
            throw new IllegalArgumentException(
                    "the network takes %d inputs, but the %s examples have %d: make these two numbers equal"
                            .formatted(architecture.inputs(), purpose, examples.inputWidth()));
        }
        int targetWidth = loss.targetsFor(architecture.outputs());
        if (examples.targetWidth() != targetWidth) {
            throw new IllegalArgumentException(
                    "%s with %d outputs needs %d target%s a row%s, but the %s examples have %d"
                            .formatted(
                                    loss,
                                    architecture.outputs(),
                                    targetWidth,
                                    targetWidth == 1 ? "" : "s",
                                    loss == Loss.MULTI_CLASS_CROSS_ENTROPY ? " (the number of its class)" : "",
                                    purpose,
                                    examples.targetWidth()));
        }
        for (int row = 0; row < examples.rows(); row++) {
            checkInputs(examples, row, purpose);
            checkTargets(examples, row, purpose);
        }
    }

    private static void checkInputs(Examples examples, int row, String purpose) {
        for (int index = 0; index < examples.inputWidth(); index++) {
            if (!Float.isFinite(examples.input(row, index))) {
                throw new IllegalArgumentException(
                        "input %d of %s row %d (both from 0) is %s; inputs must be finite: fill missing values first"
                                .formatted(index, purpose, row, examples.input(row, index)));
            }
        }
    }

    private void checkTargets(Examples examples, int row, String purpose) {
        for (int index = 0; index < examples.targetWidth(); index++) {
            float target = examples.target(row, index);
            if (!isKnown(target)) {
                throw new IllegalArgumentException("target %d of %s row %d (both from 0) is %s; %s needs %s"
                        .formatted(index, purpose, row, number(target), loss, wanted()));
            }
        }
    }

    private boolean isKnown(float target) {
        return switch (loss) {
            case HALF_SQUARED_ERROR, MEAN_SQUARED_ERROR -> Float.isFinite(target);
            case BINARY_CROSS_ENTROPY -> target == 0 || target == 1;
            case MULTI_CLASS_CROSS_ENTROPY -> target >= 0 && target < architecture.outputs() && target == (int) target;
        };
    }

    private String wanted() {
        return switch (loss) {
            case HALF_SQUARED_ERROR, MEAN_SQUARED_ERROR -> "finite numbers";
            case BINARY_CROSS_ENTROPY -> "0 or 1";
            case MULTI_CLASS_CROSS_ENTROPY ->
                "the number of a class, a whole number from 0 to " + (architecture.outputs() - 1);
        };
    }

    /// Class 3 reads better than class 3.0.
    private static String number(float value) {
        return value == (int) value ? Integer.toString((int) value) : Float.toString(value);
    }

    private static boolean givesLogits(Layer last) {
        return switch (last) {
            case Layer.Dense dense -> dense.activation() instanceof Activation.Identity;
        };
    }
}
