package slope.serve.studio.data;

import java.util.ArrayList;
import java.util.List;
import slope.report.json.Report;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DateColumn;
import slope.table.NumberColumn;
import slope.table.Table;

/// Rows of a table.
///
/// @param columns their names
/// @param rows a list of cells each
/// @param from the number of the first row, from 1
/// @param ofRows how many there are in all
public record RowsReport(List<String> columns, List<List<Object>> rows, int from, int ofRows) implements Report {
    public RowsReport {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// Rows one after the other.
    ///
    /// @param from the number of the first, from 1
    static RowsReport of(Table table, int from, int count) {
        List<List<Object>> rows = new ArrayList<>();
        for (int row = from - 1; row < Math.min(table.rows(), from - 1 + (long) count); row++) {
            rows.add(cells(table, row));
        }
        return new RowsReport(table.names(), rows, from, table.rows());
    }

    /// The cells of a row.
    ///
    /// @param row from 0
    public static List<Object> cells(Table table, int row) {
        return table.columns().stream().map(column -> cell(column, row)).toList();
    }

    /// A cell as JSON has it: NaN, which becomes null, where it is missing.
    ///
    /// @param row from 0
    public static Object cell(Column column, int row) {
        if (column.isMissing(row)) {
            return Double.NaN;
        }
        return switch (column) {
            case NumberColumn numbers -> numbers.value(row);
            case BooleanColumn truths -> truths.isTrue(row);
            case DateColumn dates -> dates.text(row);
            case CategoryColumn words -> words.text(row);
        };
    }

    @Override
    public String report() {
        return "studio-rows";
    }

    @Override
    public int version() {
        return 1;
    }
}
