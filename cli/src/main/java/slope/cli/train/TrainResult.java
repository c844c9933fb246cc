package slope.cli.train;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slope.fit.FitResult;
import slope.fit.OutOfFold;
import slope.table.Table;
import slope.table.profile.InputColumns;
import slope.training.diagnostics.Health;

/// What there is to tell about a training: the trained model and its scores, computed once for
/// every kind of report.
///
/// @param file the file as it was named
/// @param ignored the columns that were not read, because somebody said so
/// @param trained the model, and how it came about
/// @param outOfFold what is predicted for the validation rows
/// @param training scores on the rows that were learned from
/// @param validation scores of the validation rows, out of fold
/// @param testFile the file of test rows, as it was named; empty if there is none
/// @param test scores of the test rows: of that file, or of the rows that were held out
/// @param health how the parts of each network do
/// @param seconds that training took
record TrainResult(
        String file,
        List<String> ignored,
        FitResult trained,
        OutOfFold outOfFold,
        FitResult.Scores training,
        FitResult.Scores validation,
        String testFile,
        Optional<FitResult.Scores> test,
        List<Health> health,
        double seconds) {

    /// What is wanted besides the model.
    ///
    /// @param testFile of test rows, as it was named; empty if there is none
    /// @param test the test rows, of that file or held out
    /// @param predictions whether each row is predicted once more, to be written
    record Wanted(String testFile, Optional<Table> test, boolean predictions) {}

    /// @param watch over the time that is left for scores; where it is short, fewer of the rows that were learned
    ///     from are scored
    static TrainResult of(
            String file, List<String> ignored, FitResult trained, Wanted wanted, double seconds, TimeWatch watch) {
        Duration begun = watch.stopwatch().passed();
        OutOfFold outOfFold = trained.outOfFold();
        FitResult.Scores validation = trained.scores(outOfFold);
        Duration ofRow = watch.stopwatch()
                .passed()
                .minus(begun)
                .dividedBy(outOfFold.rows().rows());
        Optional<FitResult.Scores> tested = wanted.test().map(trained::testScores);
        Duration ofTrainingRow = ofRow.multipliedBy(trained.networks().size() * (wanted.predictions() ? 2L : 1));
        return new TrainResult(
                file,
                ignored,
                trained,
                outOfFold,
                trained.trainingScores(watch.rowsThatFit(ofTrainingRow)),
                validation,
                wanted.testFile(),
                tested,
                trained.health(),
                seconds);
    }

    /// The columns that are no inputs, with the reason for each.
    List<InputColumns.LeftOut> columnsIgnored() {
        List<InputColumns.LeftOut> columns = new ArrayList<>();
        for (String name : ignored) {
            columns.add(new InputColumns.LeftOut(name, "ignored as asked"));
        }
        columns.addAll(trained.preparation().columns().leftOut());
        return columns;
    }
}
