package slope.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import slope.model.Model;
import slope.table.Column;
import slope.table.SelectedRows;
import slope.table.Table;

/// Rows whose cells come from several rows of one table, predicted in blocks. No cell is copied: each
/// group of columns is a selection of rows of its own.
final class MixedRows {
    /// Rows that are predicted together: enough that a network uses all its threads.
    private static final int MOST_ROWS = 1 << 14;

    /// Cells of them, so that wide tables take no more memory than long ones.
    private static final int MOST_CELLS = 1 << 22;

    private final Model model;
    private final Table table;
    private final List<ColumnGroup> groups;
    private final int[][] sources; // groups × block: the row that the cells of the group are from
    private final List<double[]> decoded = new ArrayList<>(); // of the blocks that are predicted
    private int inBlock;
    private int count;

    /// @param groups of columns, all that the model reads
    MixedRows(Model model, Table table, List<ColumnGroup> groups) {
        this.model = model;
        this.table = table;
        this.groups = groups;
        this.sources = new int[groups.size()][Math.clamp(MOST_CELLS / groups.size(), 1, MOST_ROWS)];
    }

    /// Rows in which some columns are by themselves, and all others of the model together behind them.
    static MixedRows of(Model model, Table table, String... columns) {
        List<ColumnGroup> groups = new ArrayList<>();
        for (String column : columns) {
            groups.add(ColumnGroup.of(column));
        }
        List<String> others = model.columns().keySet().stream()
                .filter(name -> !List.of(columns).contains(name))
                .toList();
        if (!others.isEmpty()) {
            groups.add(new ColumnGroup("others", others));
        }
        return new MixedRows(model, table, groups);
    }

    /// Adds a row.
    ///
    /// @param rows the row of the table that each group's cells are from, at least one for each group
    /// @return its number among the added rows
    int add(int... rows) {
        for (int group = 0; group < sources.length; group++) {
            sources[group][inBlock] = rows[group];
        }
        inBlock++;
        if (inBlock == sources[0].length) {
            predict();
        }
        return count++;
    }

    /// The model's decoded outputs of all added rows, in their order.
    double[] decoded() {
        predict();
        double[] all =
                new double[decoded.stream().mapToInt(block -> block.length).sum()];
        int start = 0;
        for (double[] block : decoded) {
            System.arraycopy(block, 0, all, start, block.length);
            start += block.length;
        }
        return all;
    }

    private void predict() {
        if (inBlock > 0) {
            List<Column> columns = new ArrayList<>();
            for (int group = 0; group < sources.length; group++) {
                SelectedRows rows = SelectedRows.of(Arrays.copyOf(sources[group], inBlock));
                groups.get(group)
                        .columns()
                        .forEach(name -> columns.add(table.column(name).select(rows)));
            }
            decoded.add(model.decoded(new Table(columns)));
            inBlock = 0;
        }
    }
}
