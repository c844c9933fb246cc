package slope.fit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import slope.internal.table.RequiredColumns;
import slope.internal.table.TargetRows;
import slope.layer.Architecture;
import slope.layer.ParameterLayout;
import slope.layer.Parameters;
import slope.linear.LinearPart;
import slope.metric.Metric;
import slope.model.FitRecord;
import slope.model.Model;
import slope.network.Network;
import slope.recipe.FoldPlan;
import slope.recipe.LinearPartChoice;
import slope.recipe.Setting;
import slope.recipe.SettingText;
import slope.recipe.Settings;
import slope.recipe.UntrainedNetwork;
import slope.table.DataException;
import slope.table.Fingerprint;
import slope.table.RowWeights;
import slope.table.Table;
import slope.table.profile.InputColumns;
import slope.target.Target;
import slope.target.TargetNote;
import slope.training.DivergedException;
import slope.training.TrainedStep;
import slope.training.TrainingCallbacks;
import slope.training.TrainingListener;
import slope.training.TrainingState;
import slope.training.WantedStep;
import slope.training.diagnostics.Health;

/// All decisions about a table before the first step.
public final class FitPlan {
    private final Estimator estimator;
    private final UsableRows rows;
    private final FitDecisions decided;
    private final FoldPlan plan;
    private final List<NetworkPlan> members;
    private final PreparedNetwork first;

    /// The first network is prepared at once, so problems of the table are reported before
    /// training.
    FitPlan(Estimator estimator, UsableRows rows, FitDecisions decided, FoldPlan plan, List<NetworkPlan> members) {
        this.estimator = estimator;
        this.rows = rows;
        this.decided = decided;
        this.plan = plan;
        this.members = List.copyOf(members);
        this.first = first(members.getFirst());
    }

    private PreparedNetwork first(NetworkPlan plan) {
        PreparedNetwork plain = PreparedNetwork.of(plan);
        boolean isLinear = settings().getOr(Setting.LINEAR_PART, LinearPartChoice.NEVER) == LinearPartChoice.ALWAYS;
        return isLinear ? plain.with(plain.bestLinearPart()) : plain;
    }

    /// The estimator that asked for the plan.
    public Estimator estimator() {
        return estimator;
    }

    FitDecisions decided() {
        return decided;
    }

    /// The rows of the table that have a target and a weight above 0.
    public UsableRows rows() {
        return rows;
    }

    /// The target, fitted to all usable rows.
    public Target target() {
        return decided.found().target();
    }

    /// What a person should check about the target.
    public Optional<TargetNote> targetNote() {
        return decided.found().note();
    }

    /// The metric that chooses the best epoch.
    public Metric metric() {
        return decided.metric();
    }

    /// Every setting of the training.
    public Settings settings() {
        return decided.settings();
    }

    /// The input columns, and the others with the reason.
    public InputColumns columns() {
        return decided.columns();
    }

    /// The number of networks to train.
    public FoldPlan plan() {
        return plan;
    }

    /// The networks that may be trained: one, or one for each fold.
    public List<NetworkPlan> members() {
        return members;
    }

    /// The network that is trained first.
    public PreparedNetwork first() {
        return first;
    }

    /// The weight of each class in training, that of the first network: stratified folds have nearly the same. Empty
    /// where
    /// all classes count the same, or none is predicted.
    List<Double> classWeights() {
        return List.copyOf(first.classWeights().values());
    }

    /// Whether a final network is trained on all rows.
    public boolean isRefitted() {
        return estimator.rows().refit() == RowSelection.Refit.ALL_ROWS;
    }

    /// The network with this number in the order of training; the last may be the one of all rows.
    /// Its encoder and architecture are fitted now, unless it is the first.
    ///
    /// @param linearPart the strength of its linear part; empty if it has none
    PreparedNetwork prepared(int number, Optional<Double> linearPart) {
        if (number == 0 && linearPart.equals(strengthOf(first.network()))) {
            return first;
        }
        PreparedNetwork plain = PreparedNetwork.of(member(number));
        return linearPart.map(plain::withLinearPart).orElse(plain);
    }

    private static Optional<Double> strengthOf(UntrainedNetwork network) {
        return network.linear().map(LinearPart::strength);
    }

    /// The same, with its encoder and architecture already known.
    PreparedNetwork prepared(int number, UntrainedNetwork network) {
        return new PreparedNetwork(member(number), network);
    }

    private NetworkPlan member(int number) {
        return number < members.size()
                ? members.get(number)
                : members.getFirst().refit();
    }

    /// The health of the network at work, with its current parameters.
    public Optional<Health> health(FitState state) {
        return state.atWork().map(atWork -> {
            PreparedNetwork prepared = prepared(state.number(), atWork.network());
            return prepared.health(
                    Network.of(prepared.architecture(), atWork.state().current().parameters()));
        });
    }

    /// The network with this number, without parameters.
    ///
    /// @param linearPart the strength of its linear part; empty if it has none
    public UntrainedNetwork untrained(int number, Optional<Double> linearPart) {
        return prepared(number, linearPart).network();
    }

    /// Trains each network to its last epoch and keeps its best epoch.
    ///
    /// @throws slope.training.DivergedException if the loss stops being finite
    public Fit train(TrainingListener listener) {
        return train(TrainingCallbacks.by(listener));
    }

    /// Trains each network to its last epoch and keeps its best epoch, or resumes from a state.
    ///
    /// @throws slope.training.DivergedException if the loss stops being finite
    public Fit train(TrainingCallbacks<FitState> callbacks) {
        return train(callbacks, TimeFrame.none());
    }

    /// Trains like the `train` before it, with a time limit that also covers the work around the
    /// training.
    ///
    /// @throws slope.table.DataException if one epoch of each network does not fit into the time
    ///     limit
    /// @throws slope.training.DivergedException if the loss stops being finite
    public Fit train(TrainingCallbacks<FitState> callbacks, TimeFrame frame) {
        return new FitRun(this, callbacks, frame).run();
    }

    /// Trains one network again, without a time limit, as far as one of its steps.
    ///
    /// @param number of the network in the order of training, from 0; the last may be the one of all
    ///     rows
    /// @param linearPart the strength of its linear part; empty if it has none
    /// @throws DataException if the training has no such step
    /// @throws DivergedException if numbers stop being finite before the step has ended
    public TrainedStep train(int number, Optional<Double> linearPart, WantedStep wanted) {
        TrainingCallbacks<TrainingState> callbacks = TrainingCallbacks.by(wanted);
        PreparedNetwork network = prepared(number, linearPart);
        try {
            if (number < members.size()) {
                network.train(network.wholeLength(), Optional.empty(), callbacks);
            } else {
                network.trainUntil(wanted.epoch(), Optional.empty(), callbacks);
            }
        } catch (DivergedException later) {
            if (!wanted.isFound()) {
                throw later;
            }
        }
        return wanted.found();
    }

    /// The number in the original table of a training row of a network.
    ///
    /// @param number of the network, as in [#train(int, Optional, WantedStep)]
    /// @param row among the network's training rows
    public int numberInTable(int number, int row) {
        return rows.numberInTable(member(number).split().training()[row]);
    }

    /// Refuses rows that could not be scored after training.
    ///
    /// @param where the name of the rows in messages
    /// @throws slope.table.DataException if they lack a column, no row has a target or a weight is
    ///     invalid
    public void requireScorable(String where, Table unseen) {
        Set<String> needed = new LinkedHashSet<>(columns().used());
        needed.addAll(estimator.target().columns());
        estimator.target().exposure().ifPresent(needed::add);
        estimator.rows().weight().ifPresent(needed::add);
        RequiredColumns.requireAll(where, needed, unseen.names());
        TargetRows.of(target().columns().stream().map(unseen::column).toList());
        estimator.rows().weight().map(unseen::column).ifPresent(RowWeights::of);
    }

    /// The number of networks trained one after another, if each runs the maximum number of epochs.
    public int networks() {
        return plan.expected() + (isRefitted() ? 1 : 0);
    }

    /// The maximum number of networks.
    public int mostNetworks() {
        return members.size() + (isRefitted() ? 1 : 0);
    }

    /// Whether another network is trained after those that are finished.
    ///
    /// @param epochs of each finished network
    /// @param next the epochs that the next one would take
    boolean hasAnother(List<Integer> epochs, int next) {
        return isRefitted() ? epochs.size() <= members.size() : plan.hasAnother(epochs, next);
    }

    /// The number of networks that may be trained at the same time: as many as have a thread each and fit into half of
    /// Java's memory. A time limit is shared by networks one after another.
    int sideBySide() {
        if (estimator.timeLimit().isPresent()) {
            return 1;
        }
        long fitting = Runtime.getRuntime().maxMemory() / 2 / first.memory().bytes();
        return Math.clamp(fitting, 1, estimator.engine().threads());
    }

    /// The largest model that the training can produce, with all parameters 0: it gives the file
    /// size before training. Each network is assumed to be like the first. Networks of other folds
    /// differ a little, and one network more than the maximum allows for that.
    ///
    /// @throws DataException if a network is larger than an array
    public Model largestModel() {
        ParameterLayout layout = layout(first.architecture());
        Network zeros = Network.of(first.architecture(), Parameters.of(layout, new float[layout.length()]));
        int networks = members.size() * settings().getOr(Setting.SNAPSHOTS, 1) + (members.size() > 1 ? 1 : 0);
        return new Model(Collections.nCopies(networks, first.network().with(zeros)));
    }

    /// Refuses a training that does not fit into memory.
    ///
    /// @param most the available bytes
    /// @throws DataException if one of its networks needs more
    public void refuseTooLarge(long most) {
        ParameterLayout layout = layout(first.architecture());
        long bytes = first.memory().bytes();
        if (bytes > most) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "training a network of %,d inputs and %,d parameters takes %,d MB of memory, and there"
                            + " are %,d MB; use fewer columns or narrower layers, or give Java more memory",
                    first.architecture().inputs(),
                    layout.length(),
                    bytes >> 20,
                    most >> 20));
        }
    }

    private static ParameterLayout layout(Architecture architecture) {
        try {
            return architecture.parameterLayout();
        } catch (IllegalArgumentException | ArithmeticException tooLarge) {
            throw new DataException(
                    "the network would have more than 2,147,483,647 parameters; use fewer columns or narrower layers",
                    tooLarge);
        }
    }

    /// What is asked of intervals or sets, for people; empty if they are not asked for.
    public Map<String, String> coverageSettings() {
        Map<String, String> settings = new LinkedHashMap<>();
        estimator.rows().coverage().ifPresent(choice -> {
            settings.put("coverage", choice.coverage().toString());
            choice.by().ifPresent(column -> settings.put("coverage by", column));
        });
        return settings;
    }

    /// The record of a fit as far as it is known before training: settings, their sources, and
    /// weights.
    public FitRecord record() {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> sources = new LinkedHashMap<>();
        values.put("recipe", settings().recipe());
        values.put("task", target().kind().option());
        sources.put("task", estimator.target().kind().isPresent() ? "chosen" : "found");
        values.put("metric", metric().title());
        sources.put("metric", estimator.metric().isPresent() ? "chosen" : "default of the task");
        estimator.target().threshold().ifPresent(choice -> {
            values.put("threshold", choice.text());
            sources.put("threshold", "chosen");
        });
        values.putAll(coverageSettings());
        estimator.rows().coverage().ifPresent(ignored -> sources.put("coverage", "chosen"));
        for (Settings.Explained each : settings().explained()) {
            values.put(each.setting().title(), SettingText.of(each.value()));
            sources.put(each.setting().title(), each.source());
        }
        values.put("seed", Long.toString(estimator.seed()));
        estimator
                .recipe()
                .start()
                .ifPresent(start -> values.put(
                        "start", Fingerprint.of(start.network().parameters().toArray())));
        return FitRecord.unknown()
                .settings(values)
                .sources(sources)
                .weightColumn(estimator.rows().weight());
    }
}
