package slope.fit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import slope.kernel.Engine;
import slope.layer.Architecture;
import slope.linear.LinearFit;
import slope.linear.LinearPart;
import slope.loss.Loss;
import slope.network.Network;
import slope.optimizer.LearningRate;
import slope.preprocess.TableEncoder;
import slope.recipe.Setting;
import slope.recipe.Settings;
import slope.recipe.UntrainedNetwork;
import slope.split.Split;
import slope.table.RowWeights;
import slope.table.Table;
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

/// A network before its first step, with its rows. Its encoder and target are fitted to its own
/// training rows.
public final class PreparedNetwork {
    /// Few validation rows make a standard error that hides even such a gain.
    private static final double WORTH_ANOTHER_CYCLE = 0.05;

    private final NetworkPlan plan;
    private final Estimator estimator;
    private final FitDecisions decided;
    private final UntrainedNetwork network;
    private final int threads;

    /// @param network the untrained network, fitted to the plan's training rows
    PreparedNetwork(NetworkPlan plan, UntrainedNetwork network) {
        this(plan, network, plan.estimator().engine().threads());
    }

    private PreparedNetwork(NetworkPlan plan, UntrainedNetwork network, int threads) {
        this.plan = plan;
        this.estimator = plan.estimator();
        this.decided = plan.decided();
        this.network = network;
        this.threads = threads;
    }

    /// Fits encoder, target and architecture to the plan's training rows.
    static PreparedNetwork of(NetworkPlan plan) {
        FitDecisions decided = plan.decided();
        return new PreparedNetwork(
                plan,
                decided.recipe()
                        .untrained(
                                decided.settings(),
                                decided.columns(),
                                decided.found().target(),
                                plan.training()));
    }

    /// The same, trained on at most so many threads.
    PreparedNetwork onThreads(int most) {
        return new PreparedNetwork(plan, network, Math.min(most, threads));
    }

    /// The same with a linear part of this strength, unless it has one.
    PreparedNetwork withLinearPart(double strength) {
        return network.linear().isPresent() ? this : with(linearFit().part(strength));
    }

    /// The same with a linear part.
    PreparedNetwork with(LinearPart part) {
        return new PreparedNetwork(plan, network.with(part, training()), threads);
    }

    /// The linear part that predicts the validation rows best.
    LinearPart bestLinearPart() {
        LinearFit fit = linearFit();
        Table rows = plan.validation();
        return fit.part(fit.bestStrength(rows, RowWeights.of(estimator.rows().weight(), rows)));
    }

    private LinearFit linearFit() {
        Table training = training();
        Target target = decided.found().target().fittedTo(training);
        double[] weights = TrainingWeights.of(estimator.rows(), target, training, target.encode(training));
        return new LinearFit(
                decided.columns().of(training),
                training,
                weights,
                target,
                architecture().outputs());
    }

    NetworkPlan plan() {
        return plan;
    }

    /// The network without parameters.
    public UntrainedNetwork network() {
        return network;
    }

    /// Which of the usable rows are training rows and which validation rows.
    public Split split() {
        return plan.split();
    }

    /// The training rows.
    public Table training() {
        return plan.training();
    }

    /// From columns to inputs.
    public TableEncoder encoder() {
        return network.encoder();
    }

    /// From outputs to predictions.
    public Target target() {
        return network.target();
    }

    /// The layers of the network.
    public Architecture architecture() {
        return network.architecture();
    }

    private Settings settings() {
        return decided.settings();
    }

    /// The class weights of training; empty where all classes count the same.
    Map<String, Double> classWeights() {
        ClassWeights weights = estimator.rows().classWeights();
        if (!(target() instanceof Classes classes) || weights instanceof ClassWeights.Equal) {
            return Map.of();
        }
        Table training = training();
        double[] ofClass = weights.of(
                classes,
                classes.encode(training),
                RowWeights.of(estimator.rows().weight(), training));
        Map<String, Double> byClass = new LinkedHashMap<>();
        for (int index = 0; index < ofClass.length; index++) {
            byClass.put(classes.classes().get(index), ofClass[index]);
        }
        return byClass;
    }

    /// The memory that its training takes.
    public TrainingMemory memory() {
        return TrainingMemory.of(
                trainer(),
                architecture(),
                split().training().length,
                split().validation().length,
                target().columns().size());
    }

    /// The engine of the training: the requested one, or plain Java where the training is too short
    /// for vector kernels. Forward and backward take three multiply-adds for each row and
    /// parameter.
    public Engine engine() {
        double steps = (double) split().training().length * settings().get(Setting.EPOCHS);
        return estimator
                .engine()
                .threads(threads)
                .forWork(3 * steps * architecture().parameterLayout().length());
    }

    /// The health of the layers of a trained network, on these rows.
    Health health(Network trained) {
        int[] rows = split().training();
        int[] some = Arrays.stream(Health.evenlySpaced(rows.length, Math.min(rows.length, Health.MOST_ROWS)))
                .map(index -> rows[index])
                .toArray();
        return Health.of(trained, examples(plan.rows(some), Purpose.SCORING), loss(), engine());
    }

    /// Trains to the last epoch and keeps the best one.
    ///
    /// @param length when it stops
    /// @param limit for this network alone, from now on
    TrainingResult train(Stopping length, Optional<TimeLimit> limit, TrainingCallbacks<TrainingState> callbacks) {
        engine().prepare();
        EncodingTime time = EncodingTime.begin(limit);
        Table rows = plan.validation();
        Examples training = examples(training(), Purpose.TRAINING);
        Examples validation = examples(rows, Purpose.SCORING);
        time.ended(training.rows() + validation.rows());
        MetricScorer scorer = new MetricScorer(
                decided.metric(), network, rows, RowWeights.of(estimator.rows().weight(), rows));
        Network start = start(training, callbacks);
        TrainingResult trained =
                trainer().stopping(time.limited(length)).train(start, training, validation, scorer, callbacks);
        int most = settings().getOr(Setting.SNAPSHOTS, 1);
        return SnapshotSelection.chosen(
                trained, most, snapshot -> network.with(snapshot).decoded(rows), scorer);
    }

    /// To the last epoch of the recipe, or to where its patience ends.
    Stopping wholeLength() {
        return decided.recipe().stopping(settings());
    }

    /// To the first rest of the learning rate after a cycle that was not worth its time: one that lowered the mean loss
    /// of validation rows neither by more than one standard error nor by 5 %.
    Stopping untilRest() {
        if (!mayEndEarly()) {
            return wholeLength();
        }
        return wholeLength().atRest((best, before) -> {
            PairedRows paired = new PairedRows(plan);
            Table rows = paired.table();
            double[] now = network.with(Network.of(architecture(), best)).decoded(rows);
            double[] then = network.with(Network.of(architecture(), before)).decoded(rows);
            PairedRows.Gain gain = paired.gain(paired.losses(then), paired.losses(now));
            return gain.isClear() || gain.isAbove(WORTH_ANOTHER_CYCLE);
        });
    }

    /// Patience for the whole training is patience for all cycles.
    private boolean mayEndEarly() {
        return settings().get(Setting.PATIENCE) < settings().get(Setting.EPOCHS);
    }

    /// To the end of the cycle that the kept epochs of the first network are of.
    Stopping asLongAs(TrainingResult first) {
        int epochs = settings().get(Setting.EPOCHS);
        LearningRate rate = trainer().learningRate();
        int last = first.snapshots().stream()
                .mapToInt(TrainingResult.Snapshot::epoch)
                .max()
                .orElse(epochs);
        return rate.cycles() == 1 || !mayEndEarly()
                ? wholeLength()
                : wholeLength().breakingOffAfter(rate.lastEpochOfCycle(last, epochs));
    }

    /// Trains on all its rows up to an epoch, with the learning-rate schedule of the full training.
    TrainingResult trainUntil(int epoch, Optional<TimeLimit> limit, TrainingCallbacks<TrainingState> callbacks) {
        EncodingTime time = EncodingTime.begin(limit);
        Examples training = examples(training(), Purpose.TRAINING);
        time.ended(training.rows());
        Network start = start(training, callbacks);
        Examples some = training.select(new int[] {0});
        Stopping stopping =
                time.limited(Stopping.after(settings().get(Setting.EPOCHS)).breakingOffAfter(epoch));
        int ended = callbacks.from().map(state -> state.history().size()).orElse(0);
        TrainingResult trained = trainer()
                .stopping(stopping)
                .train(start, training, some, new FixedEpochScorer(epoch, ended), callbacks);
        // There are no validation rows left to choose among the snapshots of other cycles.
        return trained.keeping(trained.snapshots().subList(0, 1));
    }

    /// The network to start from; a resumed one already has its parameters.
    Network start(Examples training, TrainingCallbacks<TrainingState> callbacks) {
        return callbacks
                .from()
                .map(state -> Network.of(architecture(), state.current().parameters()))
                .orElseGet(
                        () -> decided.recipe().start(settings(), architecture(), training, estimator.seed(), engine()));
    }

    /// Class weights affect training only; validation scores do not use them.
    enum Purpose {
        TRAINING,
        SCORING
    }

    Examples examples(Table rows, Purpose purpose) {
        float[] targets = network.targets(rows);
        Examples examples =
                Examples.of(encoder(), rows, targets, target().columns().size());
        double[] weights = switch (purpose) {
            case TRAINING -> TrainingWeights.of(estimator.rows(), target(), rows, targets);
            case SCORING -> RowWeights.of(estimator.rows().weight(), rows);
        };
        if (Arrays.stream(weights).anyMatch(weight -> weight != 1)) {
            examples = examples.weights(floats(weights));
        }
        Optional<float[]> offsets = network.offsets(rows);
        return offsets.isPresent() ? examples.offsets(offsets.get()) : examples;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int index = 0; index < values.length; index++) {
            floats[index] = (float) values[index];
        }
        return floats;
    }

    Trainer trainer() {
        return decided.recipe()
                .trainer(settings(), loss())
                .seed(estimator.seed())
                .divergence(estimator.divergence())
                .engine(engine());
    }

    private Loss loss() {
        LossOptions options = new LossOptions(
                settings().getOr(Setting.LABEL_SMOOTHING, 0.0), settings().getOr(Setting.LOSS, NumberLoss.SQUARED));
        return target().loss(architecture().outputs(), options);
    }
}
