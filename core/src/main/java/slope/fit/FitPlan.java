package slope.fit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import slope.layer.Architecture;
import slope.layer.ParameterLayout;
import slope.layer.Parameters;
import slope.metric.Metric;
import slope.model.FitRecord;
import slope.model.Model;
import slope.network.Network;
import slope.recipe.FoldPlan;
import slope.recipe.Setting;
import slope.recipe.SettingText;
import slope.recipe.Settings;
import slope.recipe.UntrainedNetwork;
import slope.table.DataException;
import slope.table.Fingerprint;
import slope.table.NearestName;
import slope.table.RowWeights;
import slope.table.Table;
import slope.table.profile.InputColumns;
import slope.target.Target;
import slope.training.TrainingCallbacks;
import slope.training.TrainingListener;
import slope.training.TrainingResult;

/// Everything that is decided about a table before the first step.
public final class FitPlan {
    private final Estimator estimator;
    private final UsableRows rows;
    private final FitDecisions decided;
    private final FoldPlan plan;
    private final List<NetworkPlan> members;
    private final PreparedNetwork first;

    /// The first network is prepared at once: what is wrong with the table is told before anything is trained.
    FitPlan(Estimator estimator, UsableRows rows, FitDecisions decided, FoldPlan plan, List<NetworkPlan> members) {
        this.estimator = estimator;
        this.rows = rows;
        this.decided = decided;
        this.plan = plan;
        this.members = List.copyOf(members);
        this.first = PreparedNetwork.of(members.getFirst());
    }

    /// What was asked for.
    public Estimator estimator() {
        return estimator;
    }

    FitDecisions decided() {
        return decided;
    }

    /// The rows of the table that have a target and count.
    public UsableRows rows() {
        return rows;
    }

    /// What is predicted, as all usable rows have it.
    public Target target() {
        return decided.found().target();
    }

    /// A remark for people, where another kind of target might be meant.
    public Optional<String> targetNote() {
        return decided.found().note();
    }

    /// What chooses the best epoch.
    public Metric metric() {
        return decided.metric();
    }

    /// Every setting of the training.
    public Settings settings() {
        return decided.settings();
    }

    /// Which columns enter, which do not, and why.
    public InputColumns columns() {
        return decided.columns();
    }

    /// How many networks are trained.
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

    /// Whether a last network is trained on all rows.
    boolean isRefitted() {
        return estimator.rows().refit() == RowSelection.Refit.ALL_ROWS;
    }

    /// The network with this number in the order of training; the last may be that of all rows. Its encoder and
    /// architecture are fitted now, unless it is the first.
    PreparedNetwork prepared(int number) {
        return number == 0 ? first : PreparedNetwork.of(member(number));
    }

    /// The same, where its encoder and architecture are known.
    PreparedNetwork prepared(int number, UntrainedNetwork network) {
        return new PreparedNetwork(member(number), network);
    }

    private NetworkPlan member(int number) {
        return number < members.size()
                ? members.get(number)
                : members.getFirst().refit();
    }

    /// The network with this number, without parameters.
    public UntrainedNetwork untrained(int number) {
        return prepared(number).network();
    }

    /// Trains each network to its last epoch and keeps its best.
    ///
    /// @throws slope.training.DivergedException if the loss leaves the finite numbers
    public Fit train(TrainingListener listener) {
        return train(TrainingCallbacks.by(listener));
    }

    /// Trains each network to its last epoch and keeps its best, or goes on with that from a state.
    ///
    /// @throws slope.training.DivergedException if the loss leaves the finite numbers
    public Fit train(TrainingCallbacks<FitState> callbacks) {
        return train(callbacks, TimeFrame.none());
    }

    /// Trains like the `train` before it, with a time limit that is also for what stands around the training.
    ///
    /// @throws slope.table.DataException if there is a time limit, and an epoch of each network does not fit in
    /// @throws slope.training.DivergedException if the loss leaves the finite numbers
    public Fit train(TrainingCallbacks<FitState> callbacks, TimeFrame frame) {
        return new FitRun(this, callbacks, frame).run();
    }

    /// Refuses rows that could not be scored after the training.
    ///
    /// @param where what people call the rows
    /// @throws slope.table.DataException if they lack a column, or a weight is none
    public void requireScorable(String where, Table unseen) {
        Set<String> needed = new LinkedHashSet<>(columns().used());
        needed.addAll(estimator.target().columns());
        estimator.target().exposure().ifPresent(needed::add);
        estimator.rows().weight().ifPresent(needed::add);
        NearestName.requireAll(where, needed, unseen.names());
        estimator.rows().weight().map(unseen::column).ifPresent(RowWeights::of);
    }

    /// How many networks are trained, one after another, if each goes through the rows as often as it may.
    public int networks() {
        return plan.expected() + (isRefitted() ? 1 : 0);
    }

    /// How many networks there can be.
    public int mostNetworks() {
        return members.size() + (isRefitted() ? 1 : 0);
    }

    /// Whether another network is trained after those that have ended.
    boolean hasAnother(List<TrainingResult> finished) {
        return isRefitted()
                ? finished.size() <= members.size()
                : plan.hasAnother(
                        finished.stream().map(result -> result.history().size()).toList());
    }

    /// A model as large as can come of this, its parameters all 0: what its file takes is known before the training.
    /// Each network is taken to be like the first. Those of other folds differ a little, and one network more than
    /// there can be stands for that.
    ///
    /// @throws DataException if a network is larger than an array
    public Model largestModel() {
        ParameterLayout layout = layout(first.architecture());
        Network zeros = Network.of(first.architecture(), Parameters.of(layout, new float[layout.length()]));
        int networks = members.size() * settings().getOr(Setting.SNAPSHOTS, 1) + (members.size() > 1 ? 1 : 0);
        return new Model(Collections.nCopies(networks, first.network().with(zeros)));
    }

    /// Refuses a training for which there cannot be memory.
    ///
    /// @param most bytes that there can be
    /// @throws DataException if one of its networks takes more
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

    /// What is known for the record of a fit before training: settings, where they come from, and weights.
    public FitRecord record() {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> sources = new LinkedHashMap<>();
        values.put("recipe", settings().recipe());
        values.put("task", target().kind().option());
        sources.put("task", estimator.target().kind().isPresent() ? "chosen" : "found");
        values.put("metric", metric().title());
        sources.put("metric", estimator.metric().isPresent() ? "chosen" : "usual for the task");
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
