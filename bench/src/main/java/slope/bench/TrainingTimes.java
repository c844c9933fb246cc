package slope.bench;

import java.util.Arrays;
import java.util.Locale;
import slope.data.Examples;
import slope.kernel.Engine;
import slope.network.Activation;
import slope.network.Network;
import slope.training.EpochReport;
import slope.training.LearningRate;
import slope.training.Stopping;
import slope.training.Trainer;
import slope.training.TrainingResult;

/// Trains a dense workload for some epochs, rows in order, and reports the loss before and after, the
/// first epoch's time, in which the JVM compiles, and the others'.
final class TrainingTimes {
    private TrainingTimes() {}

    static Result measure(DenseWorkload workload, WorkloadFiles files, Engine engine, int epochs) {
        Examples examples = workload.examples(files);
        Network start = workload.start(files, Activation.IDENTITY);
        Trainer trainer = Trainer.of(workload.loss(), workload.optimizer())
                .learningRate(LearningRate.constant(workload.learningRate()))
                .batchSize(workload.batchSize())
                .order(Trainer.RowOrder.AS_GIVEN)
                .stopping(Stopping.after(epochs))
                .engine(engine);
        double before = WholeLoss.of(start, examples, workload.loss());
        TrainingResult result = trainer.train(start, examples);
        double[] seconds =
                result.history().stream().mapToDouble(EpochReport::seconds).toArray();
        double after = WholeLoss.of(result.network(), examples, workload.loss());
        boolean bySteps = workload.isTimedBySteps();
        int stepsPerEpoch = bySteps ? examples.rows() / workload.batchSize() : 1;
        double[] times = Arrays.stream(seconds, 1, epochs)
                .map(epoch -> epoch / stepsPerEpoch)
                .toArray();
        String more = "loss0=%.6f loss=%.6f first=%.6g".formatted(before, after, seconds[0] / stepsPerEpoch);
        return new Result(
                workload.name(),
                bySteps ? "s/step" : "s/epoch",
                times,
                (double) examples.rows() / stepsPerEpoch,
                String.format(Locale.ROOT, "%s", more));
    }
}
