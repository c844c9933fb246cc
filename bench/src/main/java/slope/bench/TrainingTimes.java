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

/// Trains a dense workload for six epochs, rows in order, and reports the last five's times and the
/// loss before and after.
final class TrainingTimes {
    private static final int EPOCHS = 6;

    private TrainingTimes() {}

    static Result measure(DenseWorkload workload, WorkloadFiles files, Engine engine) {
        Examples examples = workload.examples(files);
        Network start = workload.start(files, Activation.IDENTITY);
        Trainer trainer = Trainer.of(workload.loss(), workload.optimizer())
                .learningRate(LearningRate.constant(workload.learningRate()))
                .batchSize(workload.batchSize())
                .order(Trainer.RowOrder.AS_GIVEN)
                .stopping(Stopping.after(EPOCHS))
                .engine(engine);
        double before = WholeLoss.of(start, examples, workload.loss());
        TrainingResult result = trainer.train(start, examples);
        double[] seconds =
                result.history().stream().mapToDouble(EpochReport::seconds).toArray();
        double after = WholeLoss.of(result.network(), examples, workload.loss());
        boolean bySteps = workload.isTimedBySteps();
        int stepsPerEpoch = bySteps ? examples.rows() / workload.batchSize() : 1;
        double[] times = Arrays.stream(seconds, 1, EPOCHS)
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
