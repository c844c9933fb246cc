package slope.conformal;

import java.util.List;
import slope.preprocess.OrdinalEncoder;
import slope.table.Column;
import slope.table.Level;
import slope.table.Table;

/// Quantiles of the rows of each category of a column. A category that is not here had too few rows.
///
/// @param column its name
/// @param groups those with quantiles of their own
public record GroupQuantiles(String column, List<Group> groups) {
    public GroupQuantiles {
        groups = List.copyOf(groups);
    }

    /// A category.
    ///
    /// @param level its name, in all spellings
    /// @param quantiles of its rows, one for each target column
    public record Group(Level level, List<ConformalQuantile> quantiles) {
        public Group {
            quantiles = List.copyOf(quantiles);
        }
    }

    /// From the column to the number of the group: from 1 in the order of [#groups], 0 for all other categories
    /// and missing cells.
    public OrdinalEncoder encoder() {
        return new OrdinalEncoder(column, groups.stream().map(Group::level).toList());
    }

    /// The group of each row, as [#encoder] numbers them.
    public int[] of(Table rows) {
        return of(rows.column(column));
    }

    /// The group of each cell.
    public int[] of(Column cells) {
        float[] codes = new float[cells.rows()];
        encoder().encode(cells, codes, 0, 1);
        int[] numbers = new int[codes.length];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = (int) codes[row];
        }
        return numbers;
    }

    /// The quantile of a group.
    ///
    /// @param group as [#of] numbers them, from 1
    /// @param index of the target column
    ConformalQuantile quantile(int group, int index) {
        return groups.get(group - 1).quantiles().get(index);
    }
}
