package slope.fit;

import java.util.ArrayList;
import java.util.List;
import slope.evaluation.Scores;
import slope.metric.Metric;
import slope.metric.ScoredRows;
import slope.model.Model;
import slope.split.Split;
import slope.table.RowWeights;
import slope.table.Table;
import slope.target.Predictions;
import slope.target.Target;

/// Cross-validation: a model is fitted without the rows of each fold and predicts them.
///
/// Each fit chooses its best epoch by validation rows of its own, so no row of a fold influences
/// the model that predicts it. The out-of-fold scores of one fit cost less and are slightly
/// optimistic. Predictions of all folds are scored together, because a single fold may have too few
/// rows of a class for a score.
final class CrossValidation {
    private final Estimator estimator;
    private final List<ScoredRows> predicted = new ArrayList<>();
    private final List<ScoredRows> baselines = new ArrayList<>();

    private CrossValidation(Estimator estimator) {
        this.estimator = estimator;
    }

    static Scores of(Estimator estimator, Table table, int folds) {
        if (folds < 2) {
            throw new IllegalArgumentException("cross-validation needs at least 2 folds, not " + folds);
        }
        if (estimator.rows().testShare().isPresent()) {
            throw new IllegalArgumentException("cross-validation tests all rows; leave the share of test rows out");
        }
        if (estimator.rows().time().isPresent()) {
            throw new IllegalArgumentException(
                    "folds would predict the past from the future; split rows by time with a test share instead");
        }
        CrossValidation crossValidation = new CrossValidation(estimator);
        UsableRows rows = FitPlanner.usable(estimator, table);
        for (Split fold : FitPlanner.folds(estimator, rows.table(), folds)) {
            crossValidation.add(rows.table(), fold);
        }
        return Scores.of(
                ScoredRows.concat(crossValidation.predicted),
                ScoredRows.concat(crossValidation.baselines),
                estimator.metric().stream().toArray(Metric[]::new));
    }

    private void add(Table table, Split fold) {
        Table training = table.select(fold.training());
        Table test = table.select(fold.validation());
        Model model = estimator.fit(training).model();
        Target target = model.target();
        double[] actual = target.actual(test);
        double[] weights = RowWeights.of(estimator.rows().weight(), test);
        Predictions baseline = target.baseline(target.constant(training), test);
        predicted.add(model.predict(test).against(actual, weights));
        baselines.add(baseline.against(actual, weights));
    }
}
