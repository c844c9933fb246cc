package slope.serve.studio.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slope.evaluation.Evaluation;
import slope.report.json.Report;
import slope.serve.http.HttpException;
import slope.serve.studio.data.RowsReport;
import slope.table.Column;
import slope.target.ClassPredictions;

/// The test rows behind a cell of a confusion matrix, those first of which the model was surest.
///
/// @param columns of the table
/// @param rows at most as many as were asked for
/// @param ofRows how many there are
public record CellRows(List<String> columns, List<CellRow> rows, int ofRows) implements Report {
    public CellRows {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// A cell.
    ///
    /// @param observed class; any without one
    /// @param predicted class; any without one
    /// @param at the threshold of the second of two classes; without one the model's own decision
    record Cell(Optional<String> observed, Optional<String> predicted, Optional<Double> at) {}

    /// A row.
    ///
    /// @param number in the table, from 1
    /// @param probability of the predicted class
    public record CellRow(int number, List<Object> cells, String observed, String predicted, double probability) {}

    /// @param most rows
    /// @throws HttpException if the model does not predict classes
    static CellRows of(OpenedModel model, Cell cell, int most) {
        Evaluation evaluation = model.evaluation();
        if (!(evaluation.predictions() instanceof ClassPredictions classes)) {
            throw new HttpException(409, "the model predicts no classes, so there is no confusion matrix");
        }
        Column target =
                evaluation.rows().column(model.model().target().columns().getFirst());
        int[] numbers = model.testRows();
        List<CellRow> found = new ArrayList<>();
        for (int row = 0; row < target.rows(); row++) {
            int predicted = predicted(classes, row, cell.at);
            CellRow each = new CellRow(
                    numbers[row] + 1,
                    RowsReport.cells(model.table(), numbers[row]),
                    target.text(row),
                    classes.classes().get(predicted),
                    classes.probability(row, predicted));
            if (cell.observed.filter(name -> !name.equals(each.observed)).isEmpty()
                    && cell.predicted
                            .filter(name -> !name.equals(each.predicted))
                            .isEmpty()) {
                found.add(each);
            }
        }
        found.sort((one, other) -> Double.compare(other.probability, one.probability));
        return new CellRows(model.table().names(), found.stream().limit(most).toList(), found.size());
    }

    private static int predicted(ClassPredictions classes, int row, Optional<Double> threshold) {
        if (threshold.isPresent() && classes.classes().size() == 2) {
            return classes.probability(row, 1) >= threshold.get() ? 1 : 0;
        }
        return classes.predicted(row);
    }

    @Override
    public String report() {
        return "studio-cell-rows";
    }

    @Override
    public int version() {
        return 1;
    }
}
