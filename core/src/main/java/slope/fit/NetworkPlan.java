package slope.fit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import slope.kernel.Engine;
import slope.layer.Architecture;
import slope.loss.Loss;
import slope.metric.Metric;
import slope.network.Network;
import slope.preprocess.TableEncoder;
import slope.recipe.Recipe;
import slope.recipe.Setting;
import slope.recipe.Settings;
import slope.recipe.UntrainedNetwork;
import slope.split.Split;
import slope.table.Table;
import slope.table.profile.InputColumns;
import slope.target.Classes;
import slope.target.LossOptions;
import slope.target.NumberLoss;
import slope.target.Target;
import slope.training.Examples;
import slope.training.Stopping;
import slope.training.TimeLimit;
import slope.training.Trainer;
import slope.training.TrainingCallbacks;
import slope.training.TrainingMemory;
import slope.training.TrainingResult;
import slope.training.TrainingState;
import slope.training.diagnostics.Health;

/// Everything that is decided about one network before the first step. What it knows of columns and
/// targets comes from its own training rows.
public final class NetworkPlan {
    private final Estimator trainer;
    private final Target found;
    private final Metric metric;
    private final Settings settings;
    private final InputColumns columns;
    private final Recipe recipe;
    private final Table usable;
    private final Split split;
    private @Nullable UntrainedNetwork fitted;

    /// @param found the target as all usable rows have it
    /// @param recipe suited to the table
    /// @param usable the rows that can be learned from, which the split numbers
    NetworkPlan(
            Estimator trainer,
            Target found,
            Metric metric,
            Settings settings,
            InputColumns columns,
            Recipe recipe,
            Table usable,
            Split split) {
        this.trainer = trainer;
        this.found = found;
        this.metric = metric;
        this.settings = settings;
        this.columns = columns;
        this.recipe = recipe;
        this.usable = usable;
        this.split = split;
    }

    /// Learned when first asked for: of the folds of a large table, few become networks.
    private synchronized UntrainedNetwork fitted() {
        if (fitted == null) {
            fitted = recipe.untrained(settings, columns, found, training());
        }
        return fitted;
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
    Table validation() {
        return usable.select(split.validation());
    }

    /// From columns to inputs.
    public TableEncoder encoding() {
        return fitted().encoder();
    }

    /// From outputs to what they mean.
    public Target target() {
        return fitted().target();
    }

    /// The same, learning from every row.
    NetworkPlan refit() {
        int[] rows = IntStream.range(0, usable.rows()).toArray();
        return new NetworkPlan(trainer, found, metric, settings, columns, recipe, usable, Split.everyRow(rows));
    }

    /// How many rows each row of a class counts for while learning; empty where all classes count the same.
    public Map<String, Double> classWeights() {
        if (!(target() instanceof Classes classes) || trainer.rows().classWeights() instanceof ClassWeights.Equal) {
            return Map.of();
        }
        Table training = training();
        double[] weights = trainer.rows()
                .classWeights()
                .of(classes, classes.encode(training), RowWeights.of(trainer.rows(), training));
        Map<String, Double> byClass = new LinkedHashMap<>();
        for (int index = 0; index < weights.length; index++) {
            byClass.put(classes.classes().get(index), weights[index]);
        }
        return byClass;
    }

    /// The shape of the network.
    public Architecture architecture() {
        return fitted().architecture();
    }

    /// How much memory its training takes.
    public TrainingMemory memory() {
        return TrainingMemory.of(
                trainer(),
                architecture(),
                split.training().length,
                split.validation().length,
                target().columns().size());
    }

    /// What the training runs on: what was asked for, or plain Java where the training is too short
    /// for vectors. Forward and backward take three multiply-adds for each row and parameter.
    public Engine engine() {
        double steps = (double) split.training().length * settings.get(Setting.EPOCHS);
        return trainer.engine()
                .forWork(3 * steps * architecture().parameterLayout().length());
    }

    /// How the parts of a network that was trained on these rows do.
    Health health(Network network) {
        int[] rows = split.training();
        int[] some = Arrays.stream(Health.spread(rows.length, Math.min(rows.length, Health.MOST_ROWS)))
                .map(index -> rows[index])
                .toArray();
        return Health.of(network, examples(usable.select(some), Purpose.JUDGING), loss(), engine());
    }

    /// Trains to the last epoch and keeps the best.
    ///
    /// @param limit for this network alone, from now on
    TrainingResult train(Optional<TimeLimit> limit, TrainingCallbacks<TrainingState> supervision) {
        EncodingTime time = EncodingTime.begin(limit);
        Table rows = validation();
        Examples training = examples(training(), Purpose.LEARNING);
        Examples validation = examples(rows, Purpose.JUDGING);
        time.ended(training.rows() + validation.rows());
        MetricScorer judge =
                new MetricScorer(metric, target(), architecture().members(), rows, RowWeights.of(trainer.rows(), rows));
        Network start = start(training, supervision);
        TrainingResult trained = trainer()
                .stopping(time.limited(recipe.stopping(settings)))
                .train(start, training, validation, judge, supervision);
        int most = settings.getOr(Setting.SNAPSHOTS, 1);
        return SnapshotSelection.chosen(
                trained, most, network -> fitted().with(network).decoded(rows), judge);
    }

    /// Trains on all its rows up to an epoch, as far as the learning-rate schedule is concerned on the way to the
    /// last one.
    TrainingResult trainUntil(int epoch, Optional<TimeLimit> limit, TrainingCallbacks<TrainingState> supervision) {
        EncodingTime time = EncodingTime.begin(limit);
        Examples training = examples(training(), Purpose.LEARNING);
        time.ended(training.rows());
        Network start = start(training, supervision);
        Examples some = training.select(new int[] {0});
        Stopping stopping =
                time.limited(Stopping.after(settings.get(Setting.EPOCHS)).withPatience(1));
        int ended = supervision.from().map(state -> state.history().size()).orElse(0);
        TrainingResult trained = trainer()
                .stopping(stopping)
                .train(start, training, some, new FixedEpochScorer(epoch, ended), supervision);
        // No rows are left that could choose among the snapshots of other waves.
        return trained.keeping(trained.snapshots().subList(0, 1));
    }

    /// The network to start from; one that is taken up has its parameters already.
    private Network start(Examples training, TrainingCallbacks<TrainingState> supervision) {
        return supervision
                .from()
                .map(state -> Network.of(architecture(), state.parameters()))
                .orElseGet(() -> recipe.start(settings, architecture(), training, trainer.seed(), engine()));
    }

    /// Class weights say what is worth learning; they do not change what is true.
    private enum Purpose {
        LEARNING,
        JUDGING
    }

    private Examples examples(Table rows, Purpose purpose) {
        float[] targets = target().encode(rows);
        Examples examples =
                Examples.of(encoding(), rows, targets, target().columns().size());
        double[] weights = switch (purpose) {
            case LEARNING -> RowWeights.forLearning(trainer.rows(), target(), rows, targets);
            case JUDGING -> RowWeights.of(trainer.rows(), rows);
        };
        if (Arrays.stream(weights).anyMatch(weight -> weight != 1)) {
            examples = examples.weights(floats(weights));
        }
        Optional<float[]> offsets = target().offsets(rows);
        return offsets.isPresent() ? examples.offsets(offsets.get()) : examples;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int index = 0; index < values.length; index++) {
            floats[index] = (float) values[index];
        }
        return floats;
    }

    private Trainer trainer() {
        return recipe.trainer(settings, loss())
                .seed(trainer.seed())
                .divergence(trainer.divergence())
                .engine(engine());
    }

    private Loss loss() {
        LossOptions options = new LossOptions(
                settings.getOr(Setting.LABEL_SMOOTHING, 0.0), settings.getOr(Setting.LOSS, NumberLoss.SQUARED));
        return target().loss(architecture().outputs(), options);
    }
}
