package slope.cli.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slope.data.InputColumns;
import slope.data.Table;
import slope.model.OutOfFold;
import slope.model.TrainedModel;
import slope.training.Health;

/// What there is to tell about a training: the trained model and its scores, computed once for
/// every kind of report.
///
/// @param file the file as it was named
/// @param ignored the columns that were not read, because somebody said so
/// @param trained the model, and how it came about
/// @param outOfFold what is predicted for the validation rows
/// @param training scores on the rows that were learned from
/// @param validation scores of the validation rows, out of fold
/// @param testFile the file of rows that were never seen, as it was named; empty if there is none
/// @param test scores on them
/// @param health how the parts of each network do
/// @param seconds that training took
record TrainOutcome(
        String file,
        List<String> ignored,
        TrainedModel trained,
        OutOfFold outOfFold,
        TrainedModel.Scores training,
        TrainedModel.Scores validation,
        String testFile,
        Optional<TrainedModel.Scores> test,
        List<Health> health,
        double seconds) {

    /// Rows that were never seen.
    ///
    /// @param file as it was named; empty if there is none
    record Test(String file, Optional<Table> table) {}

    static TrainOutcome of(String file, List<String> ignored, TrainedModel trained, Test test, double seconds) {
        OutOfFold outOfFold = trained.outOfFold();
        return new TrainOutcome(
                file,
                ignored,
                trained,
                outOfFold,
                trained.trainingScores(),
                trained.scores(outOfFold),
                test.file(),
                test.table().map(trained::testScores),
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
