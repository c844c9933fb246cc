package slope.report.tuning;

import java.util.ArrayList;
import java.util.List;
import slope.fit.PairedRows;
import slope.fit.selection.Selection;
import slope.model.Model;

/// What was selected.
///
/// @param candidates among which it was
/// @param networks of the model
/// @param selected those that are in the model, with their shares of it
/// @param gain over the first candidate, the training without a search
/// @param score of the model by the metric of the search: of rows that are predicted by what other
///     rows select
/// @param optimisticScore the score in the rows that selected it, before calibration: too good to
///     be true
public record SelectionFacts(
        int candidates,
        int networks,
        List<SelectedCandidate> selected,
        SelectionGain gain,
        double score,
        double optimisticScore) {
    public SelectionFacts {
        selected = List.copyOf(selected);
    }

    /// A candidate that was selected.
    ///
    /// @param name the recipe and the number of its trial
    /// @param count how often it is in the mean
    /// @param score its own, out of fold and before calibration
    public record SelectedCandidate(String name, int count, double score) {}

    /// How much lower the mean loss of a row is than by the first candidate, where other rows select. Where that is not
    /// kept the first candidate is the model.
    ///
    /// @param loss negative where it is higher
    /// @param standardError of it, which takes rows as independent
    /// @param kept whether it is more than one standard error
    public record SelectionGain(double loss, double standardError, boolean kept) {
        private static SelectionGain of(PairedRows.Gain gain) {
            return new SelectionGain(gain.mean(), gain.standardError(), gain.isClear());
        }
    }

    static SelectionFacts of(Selection selection, Model model, double score) {
        List<SelectedCandidate> selected = new ArrayList<>();
        List<Double> scores = selection.candidateScores();
        for (int index = 0; index < scores.size(); index++) {
            int count = selection.counts().get(index);
            if (count > 0) {
                selected.add(
                        new SelectedCandidate(selection.candidates().get(index).name(), count, scores.get(index)));
            }
        }
        return new SelectionFacts(
                scores.size(),
                model.members().size(),
                selected,
                SelectionGain.of(selection.gain()),
                score,
                selection.optimisticScore());
    }

    /// How many counts there are in all.
    int counts() {
        return selected.stream().mapToInt(SelectedCandidate::count).sum();
    }
}
