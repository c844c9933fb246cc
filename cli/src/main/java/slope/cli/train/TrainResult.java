package slope.cli.train;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slope.evaluation.Scores;
import slope.fit.Fit;
import slope.fit.FitPlan;
import slope.fit.FitResult;
import slope.fit.OutOfFold;
import slope.table.Table;
import slope.table.profile.InputColumns;
import slope.training.diagnostics.Health;

/// The result of a training: the model and its scores, computed once for every kind of report.
///
/// @param asked the request
/// @param fit the trained networks, with their plan
/// @param result the model, its scores and its record
/// @param test scores of the test rows, from a file or held out
/// @param health the health of each network's layers
/// @param seconds the training time
record TrainResult(Asked asked, Fit fit, FitResult result, Optional<Scores> test, List<Health> health, double seconds) {

    /// The request of a training, besides the model.
    ///
    /// @param file as it was named
    /// @param ignored the columns that were ignored by name
    /// @param testFile of test rows, as it was named; empty if there is none
    /// @param test the rows of that file
    /// @param predictions whether predictions of all rows are written
    record Asked(String file, List<String> ignored, String testFile, Optional<Table> test, boolean predictions) {}

    /// @param dataHash of the table, empty if it is not needed
    /// @param watch the remaining time for scores; if it is short, fewer training rows are scored
    static TrainResult of(Asked asked, Fit fit, String dataHash, double seconds, TimeWatch watch) {
        Duration begun = watch.stopwatch().passed();
        OutOfFold outOfFold = fit.outOfFold();
        Duration ofRow = watch.stopwatch().passed().minus(begun).dividedBy(outOfFold.rows());
        Optional<Scores> tested = asked.test().map(fit::testScores);
        Duration ofTrainingRow = ofRow.multipliedBy(fit.networks().size() * (asked.predictions() ? 2L : 1));
        FitResult result = fit.result(outOfFold, () -> watch.rowsThatFit(ofTrainingRow), dataHash);
        return new TrainResult(asked, fit, result, tested.or(result::testScores), fit.health(), seconds);
    }

    /// The plan.
    FitPlan plan() {
        return fit.plan();
    }

    /// Scores of training rows.
    Scores training() {
        return result.trainingScores();
    }

    /// Scores of the validation rows, out of fold.
    Scores validation() {
        return result.scores();
    }

    /// The columns that are no inputs, with the reason for each.
    List<InputColumns.LeftOut> columnsIgnored() {
        List<InputColumns.LeftOut> columns = new ArrayList<>();
        for (String name : asked.ignored()) {
            columns.add(new InputColumns.LeftOut(name, "ignored by name"));
        }
        columns.addAll(plan().columns().leftOut());
        return columns;
    }
}
