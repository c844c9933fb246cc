package slope.cli.train;

import java.util.ArrayList;
import java.util.List;
import slope.data.Column;
import slope.data.InputColumns;
import slope.data.Table;
import slope.evaluation.Baseline;
import slope.evaluation.Metrics;
import slope.model.Model;
import slope.model.TrainedModel;

/// What there is to tell about a training: the trained model and its scores, computed once for
/// every kind of report.
///
/// @param file the file as it was named
/// @param ignored the columns that were not read, because somebody said so
/// @param rows the rows of the file
/// @param trained the model, and how it came about
/// @param training scores on the rows that were learned from
/// @param validation scores on the rows that were kept apart
/// @param baseline the trivial prediction's scores on the rows that were kept apart
/// @param seconds that training took
record TrainOutcome(
        String file,
        List<String> ignored,
        int rows,
        TrainedModel trained,
        Metrics training,
        Metrics validation,
        Metrics baseline,
        double seconds) {

    static TrainOutcome of(String file, List<String> ignored, Table table, TrainedModel trained, double seconds) {
        Table training = trained.preparation().training();
        Table validation = trained.preparation().validation();
        Model model = trained.model();
        Column learned = training.column(model.target().column());
        Column keptApart = validation.column(model.target().column());
        return new TrainOutcome(
                file,
                ignored,
                table.rows(),
                trained,
                Metrics.of(model.predict(training), model.target(), learned),
                Metrics.of(model.predict(validation), model.target(), keptApart),
                Metrics.of(Baseline.predict(model.target(), learned, keptApart.rows()), model.target(), keptApart),
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
