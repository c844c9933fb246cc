package slope.training;

import slope.kernel.Engine;
import slope.layer.Architecture;
import slope.network.Pass;
import slope.optimizer.Lbfgs;
import slope.optimizer.UpdateRule;

/// The memory of a training, in bytes, all of it allocated before the first step.
///
/// With P parameters; m moments a parameter (0 for SGD, 1 with momentum, 2 for Adam, 1 more with
/// averaged parameters, 28 for L-BFGS of 10 pairs); w kept epochs (1, or one for each learning-rate
/// cycle); B rows in a block, the larger of the batch (256 for L-BFGS) and a validation block of
/// 128; I inputs and T targets a row; L numbers a row in the layers; R training and validation
/// rows; and t threads:
///
///     4·P·(2 + 2·w + m) + 4·B·(I + 2·T + L) + 4·R·(I + T + 1) + t·(1 MiB + 260·widest layer)
///
/// A network of k ensemble members has k times the block's rows, and an order of the training rows
/// for each ensemble member. Layers with blockwise sums and feature embeddings take more: see
/// [Pass#numbers].
///
/// @param parameters bytes for the current parameters, their gradient, the kept epochs, the result
///     and the moments
/// @param block bytes for the rows of a step and their outputs in each layer
/// @param examples bytes for the rows and their order
/// @param scratch the maximum bytes for kernels to rearrange blocks of matrices
public record TrainingMemory(long parameters, long block, long examples, long scratch) {
    /// The formula, for reports.
    public static final String FORMULA = "4 * parameters * (2 + 2 * epochs kept + moments)"
            + " + 4 * block rows * (inputs + 2 * targets + numbers a row in the layers)"
            + " + 4 * rows * (inputs + targets + 1)"
            + " + threads * (1 MiB + 260 * widest layer)";

    private static final long MEBIBYTE = 1 << 20;

    /// Numbers of L-BFGS for each parameter, with its pairs: a copy of the parameters, a trial with
    /// its gradient, the gradient of a block, and in double the direction and the sums of the
    /// gradient.
    private static final int NUMBERS_OF_LINE_SEARCH = 8;

    /// Numbers that scalar kernels copy for each column of a product: 64 rows and a result's.
    private static final long COPIED_ROWS = 65;

    /// The memory of a training.
    ///
    /// @param targetWidth targets of each row
    public static TrainingMemory of(
            Trainer trainer, Architecture architecture, int trainingRows, int validationRows, int targetWidth) {
        long parameters = architecture.parameterLayout().length();
        long rows = (long) trainingRows + validationRows;
        int blockRows = Workspace.blockRows(trainer, trainingRows, validationRows);
        long inputs = architecture.inputs();
        long members = architecture.members();
        Engine engine = trainer.engine();
        return new TrainingMemory(
                Float.BYTES * parameters * (2 + 2L * BestOfCycles.count(trainer) + moments(trainer)),
                Float.BYTES
                        * (blockRows * members * (inputs + 2L * targetWidth) + Pass.numbers(architecture, blockRows)),
                Float.BYTES * (rows * (inputs + targetWidth + 1) + (members - 1) * trainingRows),
                engine.threads()
                        * (MEBIBYTE
                                + Float.BYTES * COPIED_ROWS * widest(architecture)
                                + Float.BYTES * Pass.numbersOfThread(architecture, blockRows)));
    }

    /// The total.
    public long bytes() {
        return parameters + block + examples + scratch;
    }

    private static int moments(Trainer trainer) {
        return switch (trainer.optimizer()) {
            case UpdateRule rule ->
                rule.moments().size() + (trainer.trainingOptions().averagedEpochs() > 0 ? 1 : 0);
            case Lbfgs lbfgs -> 2 * lbfgs.pairs() + NUMBERS_OF_LINE_SEARCH;
        };
    }

    private static int widest(Architecture architecture) {
        int widest = architecture.inputs();
        for (int layer = 1; layer <= architecture.layers().size(); layer++) {
            widest = Math.max(widest, architecture.inputsOf(layer));
        }
        return widest;
    }
}
