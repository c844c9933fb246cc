package slope.serve.studio.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import slope.report.json.Report;
import slope.report.prediction.InputsReport;
import slope.serve.studio.data.RowsReport;
import slope.table.Column;
import slope.table.Table;

/// A row to begin with.
///
/// @param number in the table, from 1; none of the typical row
/// @param row its cells in the columns that the model reads; null where missing
/// @param observed its target, if it has one
/// @param isTest whether it had no part in the training
public record StartRow(Optional<Integer> number, Map<String, Object> row, Optional<String> observed, boolean isTest)
        implements Report {
    public StartRow {
        row = Collections.unmodifiableMap(new LinkedHashMap<>(row));
    }

    static StartRow typical(InputsReport inputs) {
        return new StartRow(Optional.empty(), inputs.typical(), Optional.empty(), false);
    }

    /// A row of the table.
    ///
    /// @param number from 1
    /// @throws slope.table.DataException if there is none
    static StartRow of(OpenedModel model, int number) {
        Table row = model.row(number);
        Map<String, Object> cells = new LinkedHashMap<>();
        for (String name : model.model().columns().keySet()) {
            cells.put(name, RowsReport.cell(row.column(name), 0));
        }
        Optional<Column> target =
                row.find(model.model().target().columns().getFirst()).filter(column -> !column.isMissing(0));
        return new StartRow(Optional.of(number), cells, target.map(column -> column.text(0)), model.isTest(number - 1));
    }

    @Override
    public String report() {
        return "studio-row";
    }

    @Override
    public int version() {
        return 1;
    }
}
