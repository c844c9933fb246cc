package slope.preprocess;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.Level;

/// The codes of the levels that an encoding knows, by all of their spellings.
final class CategoryCodes {
    private final Map<String, Integer> codeOf = new HashMap<>();
    private final int unknown;

    /// @param levels the levels, numbered from `first` on
    /// @param unknown the code of every other text, and of missing cells
    CategoryCodes(List<Level> levels, int first, int unknown) {
        this.unknown = unknown;
        int next = first;
        for (Level level : levels) {
            int code = next++;
            level.spellings().forEach(spelling -> codeOf.put(spelling, code));
        }
    }

    /// The code of each row's category. A column of another kind is read as text: 3 in a file of
    /// numbers is the category "3" of a file of codes.
    int[] of(Column cells) {
        int[] codes = new int[cells.rows()];
        if (cells instanceof CategoryColumn column && column.categories().size() < codes.length) {
            int[] codeOfCategory = of(column.categories()); // each category once instead of once a row
            for (int row = 0; row < codes.length; row++) {
                codes[row] = cells.isMissing(row) ? unknown : codeOfCategory[column.code(row)];
            }
            return codes;
        }
        for (int row = 0; row < codes.length; row++) {
            codes[row] = cells.isMissing(row) ? unknown : codeOf.getOrDefault(cells.text(row), unknown);
        }
        return codes;
    }

    private int[] of(List<String> categories) {
        int[] codes = new int[categories.size()];
        for (int category = 0; category < codes.length; category++) {
            codes[category] = codeOf.getOrDefault(categories.get(category), unknown);
        }
        return codes;
    }
}
