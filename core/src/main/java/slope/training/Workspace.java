package slope.training;

import java.util.Optional;
import slope.kernel.Team;
import slope.layer.Architecture;
import slope.loss.LossMeter;
import slope.network.Pass;
import slope.optimizer.Lbfgs;
import slope.optimizer.UpdateRule;

/// What the steps of a training and its validation work with, block by block of rows; made once.
///
/// @param blockRows the maximum rows of a block, of each ensemble member
record Workspace(Team team, Architecture architecture, int blockRows, Pass pass, LossMeter meter, Batch batch) {
    /// The minimum rows of a validation block, where the batch is smaller: see `Network`'s
    /// predictions.
    private static final int VALIDATION_BLOCK = 128;

    /// The rows of a block where a step sees all rows.
    private static final int FULL_BATCH_BLOCK = 256;

    static Workspace of(
            Trainer settings, Team team, Architecture architecture, Examples training, Optional<Examples> validation) {
        int blockRows = blockRows(
                settings, training.rows(), validation.map(Examples::rows).orElse(0));
        return of(settings, team, architecture, training, validation, blockRows);
    }

    /// That of a training in shards.
    ///
    /// @param rowsOfStep the maximum rows of a shard in a step
    static Workspace ofShards(
            Trainer settings, Team team, Architecture architecture, Examples validation, int rowsOfStep) {
        int blockRows = Math.max(rowsOfStep, Math.min(VALIDATION_BLOCK, validation.rows()));
        return of(settings, team, architecture, validation, Optional.empty(), blockRows);
    }

    private static Workspace of(
            Trainer settings,
            Team team,
            Architecture architecture,
            Examples training,
            Optional<Examples> validation,
            int blockRows) {
        int allRows = Math.multiplyExact(blockRows, architecture.members());
        return new Workspace(
                team,
                architecture,
                blockRows,
                new Pass(team, architecture, blockRows),
                new LossMeter(team, settings.loss(), architecture.outputs(), allRows),
                new Batch(team, training, validation, allRows));
    }

    /// The maximum rows of a block: a batch, or a block of validation rows.
    static int blockRows(Trainer settings, int trainingRows, int validationRows) {
        int stepRows = switch (settings.optimizer()) {
            case UpdateRule ignored -> settings.batchSize();
            case Lbfgs ignored -> FULL_BATCH_BLOCK;
        };
        return Math.max(Math.min(stepRows, trainingRows), Math.min(VALIDATION_BLOCK, validationRows));
    }
}
