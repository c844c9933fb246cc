package slope.bench;

import java.util.Arrays;
import java.util.Locale;
import slope.kernel.Engine;
import slope.layer.Activation;
import slope.network.Network;
import slope.optimizer.LearningRate;
import slope.training.EpochReport;
import slope.training.Examples;
import slope.training.Stopping;
import slope.training.Trainer;
import slope.training.TrainingResult;

/// Trains a dense workload again and again from the same start, rows in order: cold, while the JVM still
/// compiles, and warm, as a long training goes.
final class TrainingTimes {
    /// So long Java compiles a training's code; the shortest of the workloads is over sooner.
    private static final double WARM_UP_SECONDS = 4;

    private TrainingTimes() {}

    /// The times of the warm training's epochs but the first; beside them the cold training's first
    /// epoch and the median of its others, and the loss before and after.
    ///
    /// @throws IllegalStateException if the first and the last training do not end with the same bits
    static Result measure(DenseWorkload workload, WorkloadFiles files, Engine engine, int epochs) {
        Examples examples = workload.examples(files);
        Network start = workload.start(files, Activation.IDENTITY);
        Trainer trainer = Trainer.of(workload.loss(), workload.optimizer())
                .learningRate(LearningRate.constant(workload.learningRate()))
                .batchSize(workload.batchSize())
                .order(Trainer.RowOrder.AS_GIVEN)
                .stopping(Stopping.after(epochs))
                .engine(engine);
        int parts = workload.isTimedBySteps() ? examples.rows() / workload.batchSize() : 1;
        TrainingResult cold = trainer.train(start, examples);
        double trained = seconds(cold);
        while (trained < WARM_UP_SECONDS) {
            trained += seconds(trainer.train(start, examples));
        }
        TrainingResult warm = trainer.train(start, examples);
        if (!Arrays.equals(parameters(cold), parameters(warm))) {
            throw new IllegalStateException("two trainings from the same start ended with different bits");
        }
        String more = String.format(
                Locale.ROOT,
                "loss0=%.6f loss=%.6f first=%.6g cold=%.6g",
                WholeLoss.of(start, examples, workload.loss()),
                WholeLoss.of(warm.network(), examples, workload.loss()),
                cold.history().getFirst().seconds() / parts,
                Result.median(laterEpochs(cold, parts)));
        return new Result(
                workload.name(),
                workload.isTimedBySteps() ? "s/step" : "s/epoch",
                laterEpochs(warm, parts),
                (double) examples.rows() / parts,
                more);
    }

    private static double seconds(TrainingResult result) {
        return result.history().stream().mapToDouble(EpochReport::seconds).sum();
    }

    private static float[] parameters(TrainingResult result) {
        return result.network().parameters().toArray();
    }

    private static double[] laterEpochs(TrainingResult result, int parts) {
        return result.history().stream()
                .skip(1)
                .mapToDouble(EpochReport::seconds)
                .map(seconds -> seconds / parts)
                .toArray();
    }
}
