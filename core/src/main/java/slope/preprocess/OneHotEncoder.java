package slope.preprocess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.Level;

/// One-hot encoding of a category: usually one input for each category, 1 for its own and 0 for the
/// others.
///
/// It is a small table of numbers, a row for each category and a last one for all others: missing
/// cells, categories that were pooled because they were rare, and categories that training never
/// had.
public final class OneHotEncoder implements ColumnEncoder {
    private final String column;
    private final List<Level> levels;
    private final List<String> inputNames;
    private final float[] values; // (levels + 1) × inputs, row-major
    private final CategoryCodes codes;

    /// @param column the column's name
    /// @param levels the categories with a row of their own, in order
    /// @param inputNames one for each input
    /// @param values (levels + 1) × inputs, row-major; copied
    public OneHotEncoder(String column, List<Level> levels, List<String> inputNames, float[] values) {
        this.column = column;
        this.levels = List.copyOf(levels);
        this.inputNames = List.copyOf(inputNames);
        this.values = values.clone();
        this.codes = new CategoryCodes(levels, 0, levels.size());
        if (values.length != (levels.size() + 1) * inputNames.size()) {
            throw new IllegalArgumentException("%s categories and one for the others need %s numbers, not %s"
                    .formatted(levels.size(), (levels.size() + 1) * inputNames.size(), values.length));
        }
    }

    /// Whether other categories and missing cells share an input of their own.
    public enum OtherInput {
        PRESENT,
        ABSENT
    }

    /// One input for each category, 1 for its own. Without an input for the others, these are 0
    /// everywhere.
    public static OneHotEncoder oneHot(String column, List<Level> levels, OtherInput other) {
        List<String> names = new ArrayList<>();
        for (Level level : levels) {
            names.add(column + " is " + level.name());
        }
        if (other == OtherInput.PRESENT) {
            names.add(column + " is missing or another");
        }
        float[] values = new float[(levels.size() + 1) * names.size()];
        for (int input = 0; input < names.size(); input++) {
            values[input * names.size() + input] = 1;
        }
        return new OneHotEncoder(column, levels, names, values);
    }

    /// One input for each of the most frequent categories of the training rows. The others share
    /// one with missing cells, if training rows have any: weights of an input that no training row
    /// uses are noise.
    ///
    /// @param most the maximum number of categories with an input of their own
    public static OneHotEncoder fit(CategoryColumn training, int most) {
        List<Level> kept = Level.frequent(training, 1, most);
        boolean needsOther =
                training.missingCount() > 0 || kept.size() < Level.of(training).size();
        return oneHot(training.name(), kept, needsOther ? OtherInput.PRESENT : OtherInput.ABSENT);
    }

    /// Two categories in one input: 1 for the first, −1 for the second, 0 for neither.
    public static OneHotEncoder binary(String column, Level first, Level second) {
        return new OneHotEncoder(
                column, List.of(first, second), List.of(column + " is " + first.name()), new float[] {1, -1, 0});
    }

    /// The same, with each input scaled by its values in the training rows.
    public OneHotEncoder scaledRobustly(Column training) {
        int[] counts = new int[levels.size() + 1];
        for (int code : codes.of(training)) {
            counts[code]++;
        }
        int width = width();
        float[] scaled = new float[values.length];
        double[] rows = new double[training.rows()];
        for (int input = 0; input < width; input++) {
            int size = 0;
            for (int code = 0; code < counts.length; code++) {
                Arrays.fill(rows, size, size + counts[code], values[code * width + input]);
                size += counts[code];
            }
            Scaler scaling = Scaler.Robust.fit(rows);
            for (int code = 0; code < counts.length; code++) {
                scaled[code * width + input] = scaling.apply(values[code * width + input]);
            }
        }
        return new OneHotEncoder(column, levels, inputNames, scaled);
    }

    @Override
    public String column() {
        return column;
    }

    /// The categories with a row of their own, in the order of the rows.
    public List<Level> levels() {
        return levels;
    }

    /// The inputs of a category.
    ///
    /// @param category its index, or the number of categories for all others
    public float value(int category, int input) {
        return values[category * width() + input];
    }

    @Override
    public Optional<ColumnKind> reads() {
        return Optional.of(ColumnKind.CATEGORY);
    }

    @Override
    public List<String> inputNames() {
        return inputNames;
    }

    @Override
    public int width() {
        return inputNames.size();
    }

    @Override
    public InputKind inputKind() {
        return InputKind.PASS_THROUGH;
    }

    @Override
    public void encode(Column cells, float[] inputs, int offset, int stride) {
        int width = width();
        int start = offset;
        for (int code : codes.of(cells)) {
            System.arraycopy(values, code * width, inputs, start, width);
            start += stride;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OneHotEncoder that
                && column.equals(that.column)
                && levels.equals(that.levels)
                && inputNames.equals(that.inputNames)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(column, levels, inputNames, Arrays.hashCode(values));
    }

    @Override
    public String toString() {
        return "OneHotEncoder[" + column + ", " + inputNames + ", " + Arrays.toString(values) + "]";
    }
}
