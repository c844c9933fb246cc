package slope.fit;

import java.util.List;
import java.util.Optional;
import slope.evaluation.SetEvaluation;
import slope.metric.Metric;
import slope.metric.Metrics;
import slope.metric.ScoredRows;
import slope.model.Model;
import slope.split.Split;
import slope.table.RowWeights;
import slope.table.Table;
import slope.target.Predictions;
import slope.target.Target;
import slope.training.TrainingCallbacks;

/// One fold of a cross-validation: a model that was fitted without its rows, and what it predicts for them.
final class OneFold {
    private final int trainingRows;
    private final ScoredRows predicted;
    private final ScoredRows baseline;
    private final Optional<ScoredRows> linear;
    private final List<SetEvaluation> sets;
    private final Metric metric;

    /// @param split with the fold's rows as validation rows
    OneFold(Estimator estimator, Table table, Split split, TrainingCallbacks<FitState> callbacks) {
        this(estimator, table.select(split.training()), table.select(split.validation()), callbacks);
    }

    /// @param training of the rows that are not in the fold
    /// @param test the rows of the fold
    OneFold(Estimator estimator, Table training, Table test, TrainingCallbacks<FitState> callbacks) {
        Fit fit = estimator.plan(training).train(callbacks, TimeFrame.none());
        Model model = fit.result().model();
        Target target = model.target();
        double[] actual = target.actual(test);
        double[] weights = RowWeights.of(estimator.rows().weight(), test);
        this.trainingRows = training.rows();
        Predictions predictions = model.predict(test);
        this.predicted = predictions.against(actual, weights);
        this.baseline = target.baseline(target.constant(training), test).against(actual, weights);
        this.linear = LinearYardstick.of(fit.folds().subList(0, 1)).stream()
                .findFirst()
                .map(yardstick -> target.predictions(yardstick.decoded(test)).against(actual, weights));
        this.sets = SetEvaluation.of(model, predictions, test);
        this.metric = fit.plan().decided().metric();
    }

    /// The intervals or sets of the fold's rows, for each target column; none where none were asked for.
    List<SetEvaluation> sets() {
        return sets;
    }

    ScoredRows predicted() {
        return predicted;
    }

    ScoredRows baseline() {
        return baseline;
    }

    /// @param repeat from 1
    /// @param fold from 1
    CrossValidation.Fold scores(int repeat, int fold) {
        return new CrossValidation.Fold(
                repeat,
                fold,
                new CrossValidation.FoldRows(trainingRows, predicted.rows()),
                Metrics.of(predicted, metric),
                Metrics.of(baseline, metric),
                linear.map(rows -> Metrics.of(rows, metric)));
    }
}
