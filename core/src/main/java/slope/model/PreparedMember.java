package slope.model;

import java.util.Arrays;
import slope.data.Encoding;
import slope.data.Examples;
import slope.data.InputColumns;
import slope.data.Split;
import slope.data.Table;
import slope.data.TargetEncoding;
import slope.kernel.Engine;
import slope.network.Network;
import slope.training.Loss;
import slope.training.Trainer;
import slope.training.TrainingListener;
import slope.training.TrainingMemory;
import slope.training.TrainingResult;

/// Everything that is decided about one network before the first step. What it knows of columns and
/// targets comes from its own training rows.
public final class PreparedMember {
    private final ModelTrainer trainer;
    private final Settings settings;
    private final Table usable;
    private final Split split;
    private final Encoding encoding;
    private final TargetEncoding target;

    /// @param usable the rows that can be learned from, which the split numbers
    PreparedMember(
            ModelTrainer trainer, Task task, Settings settings, InputColumns columns, Table usable, Split split) {
        this.trainer = trainer;
        this.settings = settings;
        this.usable = usable;
        this.split = split;
        Table training = training();
        this.encoding = Encoding.fit(columns.of(training), settings.kind().style());
        this.target = Targets.fit(trainer.target(), task, settings.kind().range(), training, usable);
    }

    /// Which of the usable rows train and which validate.
    public Split split() {
        return split;
    }

    /// The rows to learn from.
    public Table training() {
        return usable.select(split.training());
    }

    /// The rows kept apart.
    public Table validation() {
        return usable.select(split.validation());
    }

    /// From columns to inputs.
    public Encoding encoding() {
        return encoding;
    }

    /// From outputs to what they mean.
    public TargetEncoding target() {
        return target;
    }

    /// The network before the first step.
    public Network start() {
        return PlainRules.start(settings, encoding.width(), Task.outputsFor(target), trainer.seed());
    }

    /// How much memory its training takes.
    public TrainingMemory memory() {
        return TrainingMemory.of(
                trainer(), start().architecture(), split.training().length, split.validation().length, target.width());
    }

    /// What the training runs on: what was asked for, or plain Java where the training is too short
    /// for vectors. Forward and backward take three multiply-adds for each row and parameter.
    public Engine engine() {
        double steps = (double) split.training().length * settings.get(Setting.EPOCHS);
        return trainer.engine()
                .forWork(3 * steps * start().parameters().layout().length());
    }

    /// Trains to the last epoch and keeps the best.
    TrainingResult train(TrainingListener listener) {
        Examples training = examples(training(), Purpose.LEARNING);
        Examples validation = examples(validation(), Purpose.JUDGING);
        return trainer().train(start(), training, validation, listener);
    }

    /// Class weights say what is worth learning; they do not change what is true.
    private enum Purpose {
        LEARNING,
        JUDGING
    }

    private Examples examples(Table rows, Purpose purpose) {
        float[] targets = target.encode(rows);
        Examples examples = Examples.of(encoding.encode(rows), encoding.width(), targets, target.width());
        double[] weights = switch (purpose) {
            case LEARNING -> RowWeights.forLearning(trainer.rows(), target, rows, targets);
            case JUDGING -> RowWeights.of(trainer.rows(), rows);
        };
        if (Arrays.stream(weights).anyMatch(weight -> weight != 1)) {
            examples = examples.weights(floats(weights));
        }
        return target instanceof TargetEncoding.Counts counts
                ? examples.offsets(logarithms(counts.expectedInTheMean(rows)))
                : examples;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int index = 0; index < values.length; index++) {
            floats[index] = (float) values[index];
        }
        return floats;
    }

    private static float[] logarithms(double[] values) {
        double[] logarithms = values.clone();
        Arrays.setAll(logarithms, index -> StrictMath.log(values[index]));
        return floats(logarithms);
    }

    private Trainer trainer() {
        return PlainRules.trainer(settings, loss()).seed(trainer.seed()).engine(engine());
    }

    private Loss loss() {
        return switch (target) {
            case TargetEncoding.Classes classes ->
                classes.count() == 2 ? Loss.BINARY_CROSS_ENTROPY : Loss.MULTI_CLASS_CROSS_ENTROPY;
            case TargetEncoding.Labels _ -> Loss.BINARY_CROSS_ENTROPY;
            case TargetEncoding.Numbers _ -> settings.get(Setting.LOSS).loss();
            case TargetEncoding.Quantiles quantiles -> new Loss.Quantiles(quantiles.levels());
            case TargetEncoding.Counts _ -> Loss.POISSON;
        };
    }
}
