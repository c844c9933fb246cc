package slope.report.prediction;

import java.util.List;
import slope.model.Model;
import slope.report.json.Report;
import slope.table.Table;
import slope.target.Predictions;

/// How a row's prediction moves as one of its columns does (individual conditional expectation: Goldstein et al. 2015,
/// arXiv 1309.6392).
///
/// @param outputs classes, labels, or what the numbers are called
/// @param values that the column had, in order
/// @param predictions for each value, a number for each output
public record CurveReport(String column, List<String> outputs, List<Object> values, List<List<Double>> predictions)
        implements Report {
    private static final int MOST_VALUES = 61;

    public CurveReport {
        outputs = List.copyOf(outputs);
        values = List.copyOf(values);
        predictions = List.copyOf(predictions);
    }

    /// The curve of a row.
    ///
    /// @param row a table of this row alone
    /// @param column that the model reads
    /// @param training whose values are tried
    /// @throws slope.table.DataException if the model reads no such column
    public static CurveReport of(Model model, Table row, String column, Table training) {
        ReadColumns.require(model, column);
        GridColumn grid = GridColumn.of(training.column(column), MOST_VALUES);
        Predictions predictions = model.predict(grid.tried(row));
        return new CurveReport(
                column, PredictedOutputs.names(predictions), grid.cells(), PredictedOutputs.rows(predictions));
    }

    @Override
    public String report() {
        return "curve";
    }

    @Override
    public int version() {
        return 1;
    }
}
