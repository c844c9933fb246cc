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
        List<Member> trained = new ArrayList<>();
        List<TrainingResult> results = new ArrayList<>();
        for (PreparedMember member : members) {
            TrainingResult result = member.train(listener);
            results.add(result);
            trained.add(new Member(member.encoding(), member.target(), result.network()));
        }
        return new TrainedModel(this, new Model(trained), results);
    }
}
