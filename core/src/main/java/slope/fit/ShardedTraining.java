package slope.fit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import slope.fit.PreparedNetwork.Purpose;
import slope.network.Network;
import slope.optimizer.UpdateRule;
import slope.recipe.Setting;
import slope.table.RowWeights;
import slope.table.Table;
import slope.training.Examples;
import slope.training.Exchange;
import slope.training.Shards;
import slope.training.TrainingCallbacks;
import slope.training.TrainingResult;
import slope.training.TrainingState;

/// The training of one network on rows that no process holds all of.
///
/// A plan is made of some of the rows, the sample: it decides target, encoders, network and settings,
/// and its validation rows choose the best epoch. Every worker makes the same plan of the same sample
/// and trains on its own shards of all rows, in step with the others. What comes of it is a fit like
/// any other, see [#ended].
public final class ShardedTraining {
    private final FitPlan plan;
    private final PreparedNetwork network;

    private ShardedTraining(FitPlan plan) {
        this.plan = plan;
        this.network = plan.first();
    }

    /// The training of a plan of one network.
    ///
    /// @param plan of the sample
    /// @throws IllegalArgumentException if it plans several networks, class weights, which are of all
    ///     rows, a time limit or L-BFGS
    public static ShardedTraining of(FitPlan plan) {
        if (plan.mostNetworks() != 1
                || !(plan.estimator().rows().classWeights() instanceof ClassWeights.Equal)
                || plan.estimator().timeLimit().isPresent()
                || !(plan.first().trainer().optimizer() instanceof UpdateRule)) {
            throw new IllegalArgumentException(
                    "rows in shards train one network by an optimizer of batches, without class"
                            + " weights and without a time limit");
        }
        return new ShardedTraining(plan);
    }

    /// Some rows as the network learns from them.
    ///
    /// @param rows with the columns of the sample, all with a target; at least one
    /// @throws slope.table.DataException if a target or weight is none, or is a class that the sample
    ///     does not have
    public Examples examples(Table rows) {
        Examples examples = network.examples(rows, Purpose.TRAINING);
        Optional<String> weight = plan.estimator().rows().weight();
        return examples.hasWeights() || weight.isEmpty()
                ? examples
                : examples.weights(floats(RowWeights.of(weight, rows))); // other shards have some
    }

    /// The training rows of the sample: those that choose no epoch.
    public Table sampledTraining() {
        return network.training();
    }

    /// Trains to the last epoch and keeps the best one: the same bits on every worker.
    ///
    /// @param ofWorker this worker's shards; one without rows is empty
    /// @param callbacks of this worker; a state to resume from is the same on every worker
    public TrainingResult train(
            List<Optional<Examples>> ofWorker, Exchange exchange, TrainingCallbacks<TrainingState> callbacks) {
        Table rows = network.plan().validation();
        double[] weights = RowWeights.of(plan.estimator().rows().weight(), rows);
        Network start = network.start(examples(sampledTraining()), callbacks);
        MetricScorer scorer = new MetricScorer(plan.metric(), network.network(), rows, weights);
        Examples validation = network.examples(rows, Purpose.SCORING);
        if (plan.estimator().rows().weight().isPresent()) {
            validation = validation.weights(floats(weights));
        }
        TrainingResult trained = network.trainer()
                .stopping(network.wholeLength())
                .train(start, new Shards(ofWorker, exchange), validation, scorer, callbacks);
        int most = plan.settings().getOr(Setting.SNAPSHOTS, 1);
        return SnapshotSelection.chosen(
                trained, most, snapshot -> network.network().with(snapshot).decoded(rows), scorer);
    }

    /// The state of the fit when the training has come to its end: [Fit#soFar] makes a fit of it, whose
    /// scores, calibration and record are those of the sample.
    public FitState ended(TrainingResult result) {
        FitState.Finished finished = new FitState.Finished(network.network(), result);
        return new FitState(List.of(finished), Optional.empty(), Optional.empty());
    }

    /// The state of the fit within the training.
    public FitState within(TrainingState state) {
        FitState.AtWork atWork = new FitState.AtWork(network.network(), state, Duration.ZERO, Optional.empty());
        return new FitState(List.of(), Optional.of(atWork), Optional.empty());
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int index = 0; index < values.length; index++) {
            floats[index] = (float) values[index];
        }
        return floats;
    }
}
