package slope.report.prediction;

import java.util.List;
import java.util.function.IntUnaryOperator;
import slope.explain.NearestRows;
import slope.model.Model;
import slope.report.json.Report;
import slope.table.Column;
import slope.table.Table;

/// Rows of the training that are most like a row, by the columns that the model reads.
///
/// @param rows the nearest first
public record NearestReport(List<NearRow> rows) implements Report {
    public NearestReport {
        rows = List.copyOf(rows);
    }

    /// A row that is near.
    ///
    /// @param number of the row in its table, from 1
    /// @param distance see [NearestRows]
    /// @param observed its target
    public record NearRow(int number, double distance, String observed) {}

    /// The rows that are nearest to a row.
    ///
    /// @param row a table of this row alone
    /// @param training with the target
    /// @param number of a row of the training in the whole table, from 0
    /// @param count how many, at most
    public static NearestReport of(Model model, Table row, Table training, IntUnaryOperator number, int count) {
        Column observed = training.column(model.target().columns().getFirst());
        return new NearestReport(NearestRows.of(training, row, model.columns().keySet(), count).stream()
                .map(near -> new NearRow(number.applyAsInt(near.row()) + 1, near.distance(), observed.text(near.row())))
                .toList());
    }

    @Override
    public String report() {
        return "nearest-rows";
    }

    @Override
    public int version() {
        return 1;
    }
}
