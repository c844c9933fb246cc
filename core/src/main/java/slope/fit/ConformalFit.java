package slope.fit;

import java.util.List;
import java.util.Optional;
import slope.conformal.AdaptiveSet;
import slope.conformal.ClassSetKind;
import slope.conformal.ConformalRows;
import slope.conformal.ConformalScore;
import slope.conformal.CoverageChoice;
import slope.conformal.DrawnRows;
import slope.conformal.RowHash;
import slope.conformal.SplitConformal;
import slope.model.Model;
import slope.table.Table;

/// Makes the intervals or sets of a fit, of rows that were set aside: no network, epoch, snapshot, temperature or
/// threshold knows them, and the score is chosen on the validation rows.
///
/// Validation rows would not do: they chose the epochs of the networks that predict them out of fold.
final class ConformalFit {
    private ConformalFit() {}

    /// The model with the intervals or sets that were asked for; the same one if none were.
    ///
    /// @param model with all else, as it will predict
    /// @param decoded of the validation rows, out of fold and calibrated
    static Model completed(FitPlan plan, Model model, double[] decoded, Table validation) {
        Optional<CoverageChoice> choice = plan.estimator().rows().coverage();
        Optional<Table> rows = plan.rows().conformal();
        if (choice.isEmpty() || rows.isEmpty()) {
            return model;
        }
        List<ConformalScore> scores = choice.get().sets() == ClassSetKind.ADAPTIVE
                ? List.of(new AdaptiveSet(RowHash.of(
                        model.columns().keySet(), validation, plan.estimator().seed())))
                : ConformalScore.of(choice.get().coverage(), new ConformalRows(model.target(), decoded, validation));
        return model.with(SplitConformal.fit(
                choice.get(),
                drawn(plan.estimator().rows()),
                scores,
                new ConformalRows(model.target(), model.decoded(rows.get()), rows.get())));
    }

    private static DrawnRows drawn(RowSelection rows) {
        return rows.time().isPresent()
                ? DrawnRows.LATEST
                : rows.group().isPresent() ? DrawnRows.GROUPS : DrawnRows.AT_RANDOM;
    }
}
