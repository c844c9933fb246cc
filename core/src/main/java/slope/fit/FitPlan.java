package slope.fit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import slope.layer.Architecture;
import slope.layer.ParameterLayout;
import slope.layer.Parameters;
import slope.metric.Metric;
import slope.model.FittedNetwork;
import slope.model.Model;
import slope.network.Network;
import slope.recipe.FoldPlan;
import slope.recipe.Setting;
import slope.recipe.Settings;
import slope.table.DataException;
import slope.table.NearestName;
import slope.table.Table;
import slope.table.profile.InputColumns;
import slope.target.Target;
import slope.training.TrainingCallbacks;
import slope.training.TrainingListener;
import slope.training.TrainingResult;

/// Everything that is decided about a table before the first step.
///
/// @param trainer what was asked for
/// @param rows the rows of the table that have a target and count
/// @param target what is predicted, as all usable rows have it
/// @param targetNote a remark for people, where another kind of target might be meant
/// @param metric what chooses the best epoch
/// @param settings every setting of the training
/// @param columns which columns enter, which do not, and why
/// @param plan how many networks are trained
/// @param members the networks that may be trained: one, or one for each fold
/// @param ofAllRows the network to train after them, where one is to learn from every row
public record FitPlan(
        Estimator trainer,
        UsableRows rows,
        Target target,
        Optional<String> targetNote,
        Metric metric,
        Settings settings,
        InputColumns columns,
        FoldPlan plan,
        List<NetworkPlan> members,
        Optional<NetworkPlan> ofAllRows) {

    public FitPlan {
        members = List.copyOf(members);
    }

    /// Trains each network to its last epoch and keeps its best.
    ///
    /// @throws slope.training.DivergedException if the loss leaves the finite numbers
    public FitResult train(TrainingListener listener) {
        return train(TrainingCallbacks.by(listener));
    }

    /// Trains each network to its last epoch and keeps its best, or goes on with that from a state.
    ///
    /// @throws slope.training.DivergedException if the loss leaves the finite numbers
    public FitResult train(TrainingCallbacks<FitState> supervision) {
        return train(supervision, TimeFrame.none());
    }

    /// Trains like the `train` before it, with a time limit that is also for what stands around the training.
    ///
    /// @throws slope.table.DataException if there is a time limit, and an epoch of each network does not fit in
    /// @throws slope.training.DivergedException if the loss leaves the finite numbers
    public FitResult train(TrainingCallbacks<FitState> supervision, TimeFrame frame) {
        return new FitRun(this, supervision, frame).run();
    }

    /// Refuses rows that could not be scored after the training.
    ///
    /// @param where what people call the rows
    /// @throws slope.table.DataException if they lack a column, or a weight is none
    public void requireScorable(String where, Table unseen) {
        Set<String> needed = new LinkedHashSet<>(columns.used());
        needed.addAll(trainer.target().columns());
        trainer.target().exposure().ifPresent(needed::add);
        trainer.rows().weight().ifPresent(needed::add);
        NearestName.requireAll(where, needed, unseen.names());
        trainer.rows().weight().map(unseen::column).ifPresent(RowWeights::of);
    }

    /// How many networks are trained, one after another, if each goes through the rows as often as it may.
    public int networks() {
        return plan.expected() + (ofAllRows.isPresent() ? 1 : 0);
    }

    /// How many networks there can be.
    public int mostNetworks() {
        return members.size() + (ofAllRows.isPresent() ? 1 : 0);
    }

    /// Whether another network is trained after those that have ended.
    public boolean hasAnother(List<TrainingResult> finished) {
        return ofAllRows.isPresent()
                ? finished.size() <= members.size()
                : plan.hasAnother(
                        finished.stream().map(result -> result.history().size()).toList());
    }

    /// The network with this number in the order of training; the last may learn from all rows.
    NetworkPlan member(int number) {
        return number < members.size() ? members.get(number) : ofAllRows.orElseThrow();
    }

    /// The shape of the network with this number.
    public Architecture architecture(int number) {
        return member(number).architecture();
    }

    /// A model as large as can come of this, its parameters all 0: what its file takes is known before the training.
    /// Each network is taken to be like the first. Those of other folds differ a little, and one network more than
    /// there can be stands for that.
    ///
    /// @throws DataException if a network is larger than an array
    public Model largestModel() {
        NetworkPlan first = members.getFirst();
        ParameterLayout layout = layout(first.architecture());
        Network zeros = Network.of(first.architecture(), Parameters.of(layout, new float[layout.length()]));
        int networks = members.size() * settings.getOr(Setting.SNAPSHOTS, 1) + (members.size() > 1 ? 1 : 0);
        return new Model(Collections.nCopies(networks, new FittedNetwork(first.encoding(), first.target(), zeros)));
    }

    /// Refuses a training for which there cannot be memory.
    ///
    /// @param most bytes that there can be
    /// @throws DataException if one of its networks takes more
    public void refuseTooLarge(long most) {
        NetworkPlan first = members.getFirst();
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

    /// The best model that a training has come to; empty if no epoch of any network has ended.
    public Optional<FitResult> modelSoFar(FitState state) {
        List<TrainingResult> results = new ArrayList<>(state.finished());
        state.atWork()
                .map(FitState.AtWork::state)
                .filter(atWork -> atWork.best().epoch() > 0 && results.size() < members.size())
                .ifPresent(atWork -> results.add(atWork.resultSoFar(architecture(results.size()))));
        if (results.isEmpty()) {
            return Optional.empty();
        }
        List<TrainingResult> ofFolds = results.subList(0, Math.min(results.size(), members.size()));
        List<Model> judged = new ArrayList<>();
        for (TrainingResult result : ofFolds) {
            judged.add(model(member(judged.size()), result));
        }
        boolean isRefitted = results.size() > members.size();
        Model model = isRefitted
                ? model(member(members.size()), results.getLast())
                : new Model(
                        judged.stream().flatMap(each -> each.members().stream()).toList());
        return Optional.of(new FitResult(this, model, judged, ofFolds));
    }

    private static Model model(NetworkPlan prepared, TrainingResult result) {
        return new Model(result.snapshots().stream()
                .map(snapshot -> new FittedNetwork(prepared.encoding(), prepared.target(), snapshot.network()))
                .toList());
    }
}
