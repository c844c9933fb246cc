package slope.fit;

import slope.internal.random.SplitRandom;
import slope.table.CategoryColumn;
import slope.table.NumberColumn;
import slope.table.Table;

/// A table to train on.
public final class Boxes {
    private Boxes() {}

    /// Boxes whose size is a word for their width plus height, and whose volume is a product.
    public static Table of(int rows) {
        SplitRandom random = SplitRandom.of(3);
        double[] widths = new double[rows];
        double[] heights = new double[rows];
        double[] volumes = new double[rows];
        String[] sizes = new String[rows];
        for (int row = 0; row < rows; row++) {
            widths[row] = 10 + 20 * random.nextDouble();
            heights[row] = 10 + 20 * random.nextDouble();
            volumes[row] = widths[row] * heights[row];
            sizes[row] = widths[row] + heights[row] > 40 ? "large" : "small";
        }
        return Table.of(
                NumberColumn.of("width", widths),
                NumberColumn.of("height", heights),
                NumberColumn.of("volume", volumes),
                CategoryColumn.of("size", sizes));
    }
}
