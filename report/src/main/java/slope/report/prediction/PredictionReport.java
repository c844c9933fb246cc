package slope.report.prediction;

import java.util.List;
import java.util.Optional;
import slope.model.Model;
import slope.model.TrainingRanges;
import slope.report.json.Report;
import slope.report.model.TargetFacts;
import slope.report.trace.OccludedColumn;
import slope.report.trace.PredictedColumn;
import slope.report.trace.RowTrace;
import slope.report.trace.TraceReport;
import slope.table.DateColumn;
import slope.table.Table;

/// A row's prediction.
///
/// @param task what the model predicts, and how its intervals or sets are made
/// @param prediction with the range of the networks' own predictions
/// @param occlusion the columns, those that moved the prediction most first
/// @param unusual the columns with a value that training did not have
public record PredictionReport(
        TargetFacts task, List<PredictedColumn> prediction, List<OccludedColumn> occlusion, List<UnusualColumn> unusual)
        implements Report {
    public PredictionReport {
        prediction = List.copyOf(prediction);
        occlusion = List.copyOf(occlusion);
        unusual = List.copyOf(unusual);
    }

    /// A value that training did not have.
    ///
    /// @param minimum of training, of numbers and dates
    /// @param maximum of training, of numbers and dates
    public record UnusualColumn(String column, Optional<Object> minimum, Optional<Object> maximum) {
        private static UnusualColumn of(String column, Model model, Table row) {
            for (TrainingRanges each : model.record().ranges()) {
                if (each instanceof TrainingRanges.Range range && range.column().equals(column)) {
                    boolean areDates = row.column(column) instanceof DateColumn;
                    return new UnusualColumn(
                            column,
                            Optional.of(GridColumn.cell(range.minimum(), areDates)),
                            Optional.of(GridColumn.cell(range.maximum(), areDates)));
                }
            }
            return new UnusualColumn(column, Optional.empty(), Optional.empty());
        }
    }

    /// The prediction of a row.
    ///
    /// @param row a table of this row alone
    public static PredictionReport of(Model model, Table row) {
        TraceReport trace = TraceReport.of(RowTrace.of(model, row));
        return new PredictionReport(
                trace.task(),
                trace.prediction(),
                trace.occlusion(),
                TrainingRanges.unusual(model.record().ranges(), row, 0).stream()
                        .map(column -> UnusualColumn.of(column, model, row))
                        .toList());
    }

    @Override
    public String report() {
        return "prediction";
    }

    @Override
    public int version() {
        return 1;
    }
}
