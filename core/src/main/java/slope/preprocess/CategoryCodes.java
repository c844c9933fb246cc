package slope.preprocess;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import slope.table.CategoryColumn;
import slope.table.Column;

/// The codes of the categories that an encoding knows.
final class CategoryCodes {
    private final Map<String, Integer> codeOf = new HashMap<>();
    private final int unknown;

    /// @param categories the categories, numbered from `first` on
    /// @param unknown the code of every other category, and of missing cells
    CategoryCodes(List<String> categories, int first, int unknown) {
        this.unknown = unknown;
        for (String category : categories) {
            codeOf.put(category, first + codeOf.size());
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

    /// The categories that occur in enough training rows, sorted; at most `most`, the most frequent
    /// ones.
    static List<String> frequent(CategoryColumn training, int fewestRows, int most) {
        int[] counts = counts(training);
        // Stable sort: equally frequent categories stay in the column's order, which is
        // alphabetical.
        List<String> categories = new ArrayList<>(IntStream.range(0, counts.length)
                .filter(code -> counts[code] >= fewestRows)
                .boxed()
                .sorted(Comparator.comparingInt((Integer code) -> counts[code]).reversed())
                .limit(most)
                .map(training.categories()::get)
                .toList());
        categories.sort(null);
        return categories;
    }

    /// The number of training rows of each category.
    static int[] counts(CategoryColumn training) {
        int[] counts = new int[training.categories().size()];
        for (int row = 0; row < training.rows(); row++) {
            if (!training.isMissing(row)) {
                counts[training.code(row)]++;
            }
        }
        return counts;
    }
}
