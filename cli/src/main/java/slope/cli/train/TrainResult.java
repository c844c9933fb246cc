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

/// What there is to tell about a training: the trained model and its scores, computed once for
/// every kind of report.
///
/// @param asked what it was asked for
/// @param fit the trained networks, with their plan
/// @param result the model, its scores and its record
/// @param test scores of the test rows: of a file of their own, or of the rows that were held out
/// @param health how the layers of each network do
/// @param seconds that training took
record TrainResult(Asked asked, Fit fit, FitResult result, Optional<Scores> test, List<Health> health, double seconds) {

    /// What a training was asked for, besides the model.
    ///
    /// @param file as it was named
    /// @param ignored the columns that were not read, because they were named
    /// @param testFile of test rows, as it was named; empty if there is none
    /// @param test the rows of that file
    /// @param predictions whether each row is predicted once more, to be written
    record Asked(String file, List<String> ignored, String testFile, Optional<Table> test, boolean predictions) {}

    /// @param dataHash of the table, empty where nobody asks for it
    /// @param watch over the time that is left for scores; where it is short, fewer training rows are scored
    static TrainResult of(Asked asked, Fit fit, String dataHash, double seconds, TimeWatch watch) {
        Duration begun = watch.stopwatch().passed();
        OutOfFold outOfFold = fit.outOfFold();
        Duration ofRow = watch.stopwatch().passed().minus(begun).dividedBy(outOfFold.rows());
        Optional<Scores> tested = asked.test().map(fit::testScores);
        Duration ofTrainingRow = ofRow.multipliedBy(fit.networks().size() * (asked.predictions() ? 2L : 1));
        FitResult result = fit.result(outOfFold, () -> watch.rowsThatFit(ofTrainingRow), dataHash);
        return new TrainResult(asked, fit, result, tested.or(result::testScores), fit.health(), seconds);
    }

    /// What was decided before training.
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
            columns.add(new InputColumns.LeftOut(name, "ignored as asked"));
        }
        columns.addAll(plan().columns().leftOut());
        return columns;
    }
}
