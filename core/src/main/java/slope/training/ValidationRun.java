package slope.training;

import slope.layer.EnsembleRows;
import slope.loss.LossMeter;
import slope.network.Pass;
import slope.training.Trainer.RowOrder;

/// The validation of a run: after each epoch the validation rows are predicted, block by block, in
/// the run's own memory.
final class ValidationRun {
    private final Validation validation;
    private final Pass pass;
    private final LossMeter meter;
    private final Batch batch;
    private final int blockRows;
    private final int members;
    private final int outputWidth; // of one member
    private final int[] order; // each row's number once
    private final float[] outputs; // rows × members × outputWidth for the scorer, or none

    private double loss;
    private double score;

    ValidationRun(Validation validation, Workspace workspace) {
        this.validation = validation;
        this.pass = workspace.pass();
        this.meter = workspace.meter();
        this.batch = workspace.batch();
        this.blockRows = workspace.blockRows();
        this.members = workspace.architecture().members();
        this.outputWidth = workspace.architecture().outputs();
        int rows = validation.examples().rows();
        this.order = new EpochRows(rows, RowOrder.AS_GIVEN, 0).arrange(1);
        this.outputs = validation.scorer().isPresent()
                ? new float[Math.multiplyExact(rows, members * outputWidth)]
                : LossMeter.NONE;
    }

    /// Predicts all validation rows with the current parameters.
    ///
    /// @param pause runs after each block of rows, because validation may take long
    void measure(float[] parameters, Runnable pause) {
        Examples examples = validation.examples();
        double sum = 0;
        double weight = 0;
        for (int first = 0; first < examples.rows(); first += blockRows) {
            int rows = Math.min(blockRows, examples.rows() - first);
            batch.gather(examples, order, first, rows, members, 0); // all ensemble members predict the same rows
            float[] block = pass.forward(parameters, batch.inputs(), 0, rows);
            sum += meter.measure(block, batch.targets(), batch.weights(), batch.offsets(), pass.outputGradient(), rows);
            weight += meter.weight();
            if (!Double.isFinite(sum)) {
                break; // the pass still holds what led there
            }
            if (outputs.length > 0) {
                EnsembleRows.copy(block, members, rows, outputWidth, outputs, first * members * outputWidth);
            }
            pause.run();
        }
        loss = meter.loss(sum, weight);
        score = validation.scorer().isPresent() && Double.isFinite(sum)
                ? validation.scorer().get().score(outputs)
                : loss;
    }

    /// The validation loss, the mean over the ensemble members.
    double loss() {
        return loss;
    }

    /// The score that the epoch is chosen by.
    double score() {
        return score;
    }
}
