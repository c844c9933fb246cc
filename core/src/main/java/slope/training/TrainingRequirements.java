package slope.training;

import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.Layer;
import slope.loss.Loss;
import slope.optimizer.Lbfgs;
import slope.optimizer.LearningRate;
import slope.optimizer.Schedule;

/// The requirements of a training; each refusal is one sentence that says what to do.
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
        loss.outputFunction().ifPresent(function -> {
            if (!(architecture.lastActivation() instanceof Activation.Identity)) {
                throw new IllegalArgumentException("%s applies the %s itself: give the last layer Activation.IDENTITY"
                        .formatted(loss.title(), function));
            }
        });
        loss.requireOutputs(architecture.outputs());
        return new TrainingRequirements(loss, architecture);
    }

    /// Refuses options that an optimizer cannot follow: L-BFGS compares the losses of one network
    /// at several places, so that nothing may change between.
    ///
    /// @throws IllegalArgumentException if there are some
    static void check(Trainer trainer, Architecture architecture) {
        if (!(trainer.optimizer() instanceof Lbfgs)) {
            return;
        }
        TrainingOptions options = trainer.trainingOptions();
        if (architecture.layers().stream().anyMatch(Layer::isRandom)) {
            throw unfit("the network has no dropout");
        }
        if (!(trainer.learningRate() instanceof LearningRate.Constant)) {
            throw unfit("the learning rate has no schedule");
        }
        if (options.averagedEpochs() > 0) {
            throw unfit("parameters are not averaged");
        }
        if (options.maximumGradientNorm() < Double.POSITIVE_INFINITY) {
            throw unfit("gradients are not clipped");
        }
        if (options.decay() != Schedule.CONSTANT) {
            throw unfit("the weight decay has no schedule");
        }
        if (!options.parameterGroups().hasOneRate()) {
            throw unfit("all parameters have one learning rate");
        }
    }

    private static IllegalArgumentException unfit(String condition) {
        return new IllegalArgumentException(
                "L-BFGS searches for the length of each step on the loss of all rows, so it trains only where %s; use another optimizer"
                        .formatted(condition));
    }

    /// Refuses examples that are not suitable for such a training.
    ///
    /// @param purpose "training" or "validation"
    /// @throws IllegalArgumentException if there are no rows, widths do not match, a number is not
    ///     finite or a target is invalid for the loss
    void check(Examples examples, String purpose) {
        if (examples.rows() == 0) {
            throw new IllegalArgumentException("the %s examples have no rows; at least 1 is needed".formatted(purpose));
        }
        if (examples.inputWidth() != architecture.inputs()) {
            throw new IllegalArgumentException(
                    "the network needs examples of width %s, but the %s examples have width %s"
                            .formatted(architecture.inputs(), purpose, examples.inputWidth()));
        }
        int targetWidth = loss.targetsFor(architecture.outputs());
        if (examples.targetWidth() != targetWidth) {
            throw new IllegalArgumentException(
                    "%s with %s outputs needs %s target%s a row (%s), but the %s examples have %s"
                            .formatted(
                                    loss.title(),
                                    architecture.outputs(),
                                    targetWidth,
                                    targetWidth == 1 ? "" : "s",
                                    loss.targetsInWords(architecture.outputs()),
                                    purpose,
                                    examples.targetWidth()));
        }
        checkOffsets(examples, architecture.outputs(), purpose);
        checkWeights(examples, purpose);
        for (int row = 0; row < examples.rows(); row++) {
            checkInputs(examples, row, purpose);
            checkTargets(examples, row, purpose);
        }
    }

    /// An offset belongs to a logit or a logarithm.
    private void checkOffsets(Examples examples, int outputs, String purpose) {
        int width = examples.offsetWidth();
        if (width > 0 && loss.outputFunction().isEmpty()) {
            throw new IllegalArgumentException(
                    "the %s examples have offsets, which the %s does not take".formatted(purpose, loss.title()));
        }
        if (width > 1 && width != outputs) {
            throw new IllegalArgumentException(
                    "the %s examples have %s offsets in each row, for %s outputs".formatted(purpose, width, outputs));
        }
    }

    private static void checkWeights(Examples examples, String purpose) {
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
            if (!loss.isTarget(target, architecture.outputs())) {
                throw new IllegalArgumentException("target %s of %s row %s (both from 0) is %s; %s needs %s"
                        .formatted(
                                index,
                                purpose,
                                row,
                                number(target),
                                loss.title(),
                                loss.targetsInWords(architecture.outputs())));
            }
        }
    }

    /// Class 3 is easier to read than class 3.0.
    private static String number(float value) {
        return value == (int) value ? Integer.toString((int) value) : Float.toString(value);
    }
}
