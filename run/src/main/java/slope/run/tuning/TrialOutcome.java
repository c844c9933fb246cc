package slope.run.tuning;

import java.util.List;

/// What came of a trial, as its folder keeps it.
public sealed interface TrialOutcome {

    /// The seconds that it took; of a trial that was interrupted those since it was resumed.
    double seconds();

    /// It gave a model.
    ///
    /// @param snapshots how many networks of the model are of each fold, in the order of the folds
    /// @param score of the validation rows, out of fold, by the metric of the search
    record Trained(List<Integer> snapshots, double score, double seconds) implements TrialOutcome {
        public Trained {
            snapshots = List.copyOf(snapshots);
        }
    }

    /// It gave none: some draws diverge.
    ///
    /// @param sentence why
    record Failed(String sentence, double seconds) implements TrialOutcome {}
}
