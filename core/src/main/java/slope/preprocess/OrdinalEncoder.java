package slope.preprocess;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.Level;

/// Encodes a category as one code, for a category embedding: 1 for the first category, 2 for the
/// second, and so on; 0 for missing cells, for categories that were pooled because they were rare,
/// and for categories that training never had.
public final class OrdinalEncoder implements CodeEncoder {
    private final String column;
    private final List<Level> levels;
    private final CategoryCodes codes;

    /// @param column the column's name
    /// @param levels the categories with a code of their own, in order
    public OrdinalEncoder(String column, List<Level> levels) {
        this.column = column;
        this.levels = List.copyOf(levels);
        this.codes = new CategoryCodes(levels, 1, 0);
    }

    /// A code for each category with enough training rows.
    public static OrdinalEncoder fit(CategoryColumn training) {
        return new OrdinalEncoder(training.name(), Level.frequent(training, MINIMUM_FREQUENCY, Integer.MAX_VALUE));
    }

    @Override
    public String column() {
        return column;
    }

    /// The categories with a code of their own, in the order of the codes from 1.
    public List<Level> levels() {
        return levels;
    }

    @Override
    public int count() {
        return levels.size() + 1;
    }

    /// The number of categories of the training rows without a code of their own, because they
    /// occur in fewer than [#MINIMUM_FREQUENCY] rows.
    ///
    /// @param training the same rows
    public int pooled(CategoryColumn training) {
        return Level.of(training).size() - levels.size();
    }

    @Override
    public Optional<ColumnKind> reads() {
        return Optional.of(ColumnKind.CATEGORY);
    }

    @Override
    public List<String> inputNames() {
        return List.of(column + " code");
    }

    @Override
    public void encode(Column cells, float[] inputs, int offset, int stride) {
        int index = offset;
        for (int code : codes.of(cells)) {
            inputs[index] = code;
            index += stride;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OrdinalEncoder that && column.equals(that.column) && levels.equals(that.levels);
    }

    @Override
    public int hashCode() {
        return Objects.hash(column, levels);
    }

    @Override
    public String toString() {
        return "OrdinalEncoder[" + column + ", " + levels + "]";
    }
}
