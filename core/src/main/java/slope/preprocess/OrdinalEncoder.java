package slope.preprocess;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.ColumnKind;

/// A category becomes one code, for a network that looks up what it knows of each level: 1 for the
/// first level, 2 for the second, and so on; 0 for missing cells, for levels that training pooled
/// because they were rare, and for levels that it never saw.
public final class OrdinalEncoder implements ColumnEncoder {
    /// A category with a code has an embedding of its own to learn, and cannot learn it from fewer training rows
    /// than this: it shares that of missing and unseen categories, which so learn something as well.
    public static final int FEWEST_ROWS = 3;

    private final String column;
    private final List<String> levels;
    private final CategoryCodes codes;

    /// @param column the column's name
    /// @param levels those with a code of their own, in order
    public OrdinalEncoder(String column, List<String> levels) {
        this.column = column;
        this.levels = List.copyOf(levels);
        this.codes = new CategoryCodes(levels, 1, 0);
    }

    /// A code for each category that enough training rows have.
    public static OrdinalEncoder fit(CategoryColumn training) {
        return new OrdinalEncoder(training.name(), CategoryCodes.frequent(training, FEWEST_ROWS, Integer.MAX_VALUE));
    }

    @Override
    public String column() {
        return column;
    }

    /// The levels with a code of their own, in the order of the codes from 1.
    public List<String> levels() {
        return levels;
    }

    /// How many codes there are, that of the others included.
    public int count() {
        return levels.size() + 1;
    }

    /// How many levels of the rows it was learned from have no code of their own, because they are in
    /// fewer than [#FEWEST_ROWS] of them.
    ///
    /// @param training the same rows
    public int pooled(CategoryColumn training) {
        return OneHotEncoder.seen(training).size() - levels.size();
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
    public InputKind inputKind() {
        return InputKind.CODE;
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
