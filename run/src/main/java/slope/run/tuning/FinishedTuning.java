package slope.run.tuning;

import java.util.List;
import java.util.Optional;
import slope.evaluation.Scores;
import slope.fit.FitPlan;
import slope.fit.selection.Selection;
import slope.model.Model;

/// A search that has ended: its trials, and the model that was selected among them.
///
/// @param request what was asked
/// @param trials that are finished, by their numbers
/// @param selection among the candidates of these trials
/// @param model the selected model with its record
/// @param test scores of the model in the test rows of a file, if there are some
/// @param seconds that this call took
public record FinishedTuning(
        TuningRequest request,
        List<FinishedTrial> trials,
        Selection selection,
        Model model,
        Optional<Scores> test,
        double seconds)
        implements TuningResult {
    public FinishedTuning {
        trials = List.copyOf(trials);
    }

    /// The plan of the trainings: target, metric, rows and folds.
    public FitPlan plan() {
        return selection.plan();
    }

    /// A trial that is finished.
    ///
    /// @param count how often its candidates were added to the selection; 0 where none was
    public record FinishedTrial(Trial trial, TrialOutcome outcome, int count) {}
}
