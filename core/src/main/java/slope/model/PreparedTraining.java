package slope.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slope.data.InputColumns;
import slope.evaluation.Metric;
import slope.training.TrainingListener;
import slope.training.TrainingResult;

/// Everything that is decided about a table before the first step.
///
/// @param trainer what was asked for
/// @param rows the rows of the table that have a target and count
/// @param task what is predicted
/// @param taskNote a remark for people, where another task might be meant
/// @param metric what chooses the best epoch
/// @param settings every setting of the training
/// @param columns which columns enter, which do not, and why
/// @param members the networks to train: one, or one for each fold
public record PreparedTraining(
        ModelTrainer trainer,
        UsableRows rows,
        Task task,
        Optional<String> taskNote,
        Metric metric,
        Settings settings,
        InputColumns columns,
        List<PreparedMember> members) {

    public PreparedTraining {
        members = List.copyOf(members);
    }

    /// Trains each network to its last epoch and keeps its best.
    ///
    /// @throws slope.training.DivergedException if the loss leaves the finite numbers
    public TrainedModel train(TrainingListener listener) {
        TimeBudget budget = new TimeBudget(trainer.timeLimit());
        boolean refit = trainer.rows().refit() == RowChoice.Refit.ALL_ROWS;
        List<Member> judged = new ArrayList<>();
        List<TrainingResult> results = new ArrayList<>();
        for (int index = 0; index < members.size(); index++) {
            PreparedMember member = members.get(index);
            TrainingResult result = member.train(budget.share(members.size() - index + (refit ? 1 : 0)), listener);
            results.add(result);
            judged.add(new Member(member.encoding(), member.target(), result.network()));
        }
        if (!refit) {
            return new TrainedModel(this, new Model(judged), judged, results);
        }
        PreparedMember all = members.getFirst().refit();
        int epoch = results.getFirst().bestEpoch();
        Member last = new Member(all.encoding(), all.target(), all.trainUntil(epoch, budget.share(1), listener));
        return new TrainedModel(this, new Model(List.of(last)), judged, results);
    }
}
