package slope.explain;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import slope.internal.table.SortedRows;
import slope.table.Column;
import slope.table.Table;

/// Predictions for a row some groups of whose columns are replaced by those of a background row. Each
/// different row is predicted once: groups that are the same in both rows make none.
final class Coalitions {
    private final Table table;
    private final List<ColumnGroup> groups;
    private final int row;
    private final MixedRows mixed;
    private final Map<BitSet, Integer> numbers = new HashMap<>(); // among the mixed rows, by the groups kept
    private BitSet differing = new BitSet(); // groups in which the background row is different
    private int background;

    /// @param row the row of the table that is explained
    /// @param mixed where rows to be predicted are added
    Coalitions(Table table, List<ColumnGroup> groups, int row, MixedRows mixed) {
        this.table = table;
        this.groups = groups;
        this.row = row;
        this.mixed = mixed;
    }

    /// Replaces by another background row from now on.
    void replaceBy(int background) {
        this.background = background;
        numbers.clear();
        differing = new BitSet();
        for (int group = 0; group < groups.size(); group++) {
            differing.set(group, groups.get(group).columns().stream().anyMatch(this::differs));
        }
    }

    private boolean differs(String name) {
        Column column = table.column(name);
        return column.isMissing(row) != column.isMissing(background)
                || (!column.isMissing(row) && SortedRows.key(column, row) != SortedRows.key(column, background));
    }

    /// The number among the mixed rows of the one that keeps these groups of the explained row.
    int keeping(BitSet kept) {
        BitSet different = (BitSet) kept.clone();
        different.and(differing);
        Integer known = numbers.get(different);
        if (known != null) {
            return known;
        }
        int[] sources = new int[groups.size()];
        for (int group = 0; group < sources.length; group++) {
            sources[group] = different.get(group) ? row : background;
        }
        int number = mixed.add(sources);
        numbers.put(different, number);
        return number;
    }
}
