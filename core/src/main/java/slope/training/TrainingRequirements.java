package slope.training;

import slope.layer.Activation;
import slope.layer.Architecture;
import slope.loss.Loss;

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
        if (loss.isFromLogits() && !(architecture.lastActivation() instanceof Activation.Identity)) {
            throw new IllegalArgumentException(
                    "%s needs %s: give the last layer Activation.IDENTITY, the loss applies the %s itself"
                            .formatted(loss.title(), entering(loss), function(loss)));
        }
        if (loss instanceof Loss.MultiClassCrossEntropy && architecture.outputs() == 1) {
            throw new IllegalArgumentException(
                    "%s needs one output for each class, and a single output leaves nothing".formatted(loss.title())
                            + " to choose from: use 2 outputs or more, or binary cross-entropy");
        }
        if (loss instanceof Loss.Quantiles quantiles && quantiles.levels().size() != architecture.outputs()) {
            throw new IllegalArgumentException("the quantile loss needs one output for each of its %s levels, not %s"
                    .formatted(quantiles.levels().size(), architecture.outputs()));
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
                    "the network takes %s inputs, but the %s examples have %s: make these two numbers equal"
                            .formatted(architecture.inputs(), purpose, examples.inputWidth()));
        }
        int targetWidth = loss.targetsFor(architecture.outputs());
        if (examples.targetWidth() != targetWidth) {
            throw new IllegalArgumentException(
                    "%s with %s outputs needs %s target%s a row%s, but the %s examples have %s"
                            .formatted(
                                    loss.title(),
                                    architecture.outputs(),
                                    targetWidth,
                                    targetWidth == 1 ? "" : "s",
                                    loss instanceof Loss.MultiClassCrossEntropy ? " (the number of its class)" : "",
                                    purpose,
                                    examples.targetWidth()));
        }
        checkWeights(examples, purpose);
        for (int row = 0; row < examples.rows(); row++) {
            checkInputs(examples, row, purpose);
            checkTargets(examples, row, purpose);
        }
    }

    private void checkWeights(Examples examples, String purpose) {
        if (examples.hasOffsets() && !(loss instanceof Loss.Poisson)) {
            throw new IllegalArgumentException(
                    "the %s examples have offsets, which only the Poisson loss knows, not the %s"
                            .formatted(purpose, loss.title()));
        }
        double weight = 0;
        for (int row = 0; row < examples.rows(); row++) {
            weight += examples.weight(row);
        }
        if (weight == 0) {
            throw new IllegalArgumentException(
                    "every row of the %s examples has weight 0; give some more".formatted(purpose));
        }
    }

    private static void checkInputs(Examples examples, int row, String purpose) {
        for (int index = 0; index < examples.inputWidth(); index++) {
            if (!Float.isFinite(examples.input(row, index))) {
                throw new IllegalArgumentException(
                        "input %s of %s row %s (both from 0) is %s; inputs must be finite: fill missing values first"
                                .formatted(index, purpose, row, examples.input(row, index)));
            }
        }
    }

    private void checkTargets(Examples examples, int row, String purpose) {
        for (int index = 0; index < examples.targetWidth(); index++) {
            float target = examples.target(row, index);
            if (!isKnown(target)) {
                throw new IllegalArgumentException("target %s of %s row %s (both from 0) is %s; %s needs %s"
                        .formatted(index, purpose, row, number(target), loss.title(), wanted()));
            }
        }
    }

    private boolean isKnown(float target) {
        return switch (loss) {
            case Loss.HalfSquaredError _,
                    Loss.MeanSquaredError _,
                    Loss.MeanAbsoluteError _,
                    Loss.Huber _,
                    Loss.Quantiles _ -> Float.isFinite(target);
            case Loss.Poisson _ -> target >= 0 && Float.isFinite(target);
            case Loss.BinaryCrossEntropy _ -> target == 0 || target == 1;
            case Loss.MultiClassCrossEntropy _ ->
                target >= 0 && target < architecture.outputs() && target == (int) target;
        };
    }

    private String wanted() {
        return switch (loss) {
            case Loss.HalfSquaredError _,
                    Loss.MeanSquaredError _,
                    Loss.MeanAbsoluteError _,
                    Loss.Huber _,
                    Loss.Quantiles _ -> "finite numbers";
            case Loss.Poisson _ -> "a count, 0 or more";
            case Loss.BinaryCrossEntropy _ -> "0 or 1";
            case Loss.MultiClassCrossEntropy _ ->
                "the number of a class, a whole number from 0 to " + (architecture.outputs() - 1);
        };
    }

    private static String entering(Loss loss) {
        return loss instanceof Loss.Poisson ? "logarithms" : "logits";
    }

    /// What the losses from logits apply to an output.
    private static String function(Loss loss) {
        return switch (loss) {
            case Loss.BinaryCrossEntropy _ -> "sigmoid";
            case Loss.MultiClassCrossEntropy _ -> "softmax";
            case Loss.Poisson _ -> "exponential";
            case Loss.HalfSquaredError _,
                    Loss.MeanSquaredError _,
                    Loss.MeanAbsoluteError _,
                    Loss.Huber _,
                    Loss.Quantiles _ -> "identity";
        };
    }

    /// Class 3 reads better than class 3.0.
    private static String number(float value) {
        return value == (int) value ? Integer.toString((int) value) : Float.toString(value);
    }
}
