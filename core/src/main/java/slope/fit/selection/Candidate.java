package slope.fit.selection;

import java.util.List;
import slope.model.FittedNetwork;
import slope.table.Table;

/// What may be selected: a network of each fold, trained alike without the rows of its fold. It
/// predicts new rows by the mean of these networks.
///
/// @param name for people, such as `tuned 3`
/// @param networks those of the first folds, in the order of the folds; at least one
public record Candidate(String name, List<FittedNetwork> networks) {
    public Candidate {
        networks = List.copyOf(networks);
        if (networks.isEmpty()) {
            throw new IllegalArgumentException("a candidate needs at least one network");
        }
    }

    /// The decoded outputs for rows of the folds, one fold after another; see
    /// [slope.target.Target].
    ///
    /// @param folds the validation rows of each fold
    double[] outOfFold(List<Table> folds) {
        int width = networks.getFirst().target().width();
        double[] all = new double[width * folds.stream().mapToInt(Table::rows).sum()];
        int place = 0;
        for (int fold = 0; fold < folds.size(); fold++) {
            double[] decoded = networks.get(fold).decoded(folds.get(fold));
            System.arraycopy(decoded, 0, all, place, decoded.length);
            place += decoded.length;
        }
        return all;
    }
}
