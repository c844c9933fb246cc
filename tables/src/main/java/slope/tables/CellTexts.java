package slope.tables;

import java.util.BitSet;
import java.util.function.Predicate;
import slope.internal.text.MissingWord;
import slope.table.CategoryColumn;
import slope.table.NumberColumn;
import slope.table.NumberedTexts;

/// The different texts of a column, and how many cells have each. The code of a text is its number in the order in
/// which they came.
final class CellTexts {
    /// So many distinct texts are not signs for missing values.
    static final int CODES = 20;

    /// One cell in so many is too many for mistakes.
    private static final int FEW = 100;

    /// A sample in which one cell in so many is a number is not one of a column of which half are.
    private static final int FAR = 10;

    /// With fewer distinct values among words for missing ones, a column is rather one of
    /// categories.
    private static final int FEWEST = 3;

    /// With more distinct texts, a sample of so many cells tells whether it is worth looking at all.
    private static final int SAMPLE = 1000;

    private final CategoryColumn.Builder column;
    private final NumberedTexts texts;
    private final int[] counts; // by the code of the text plus 1; of missing cells in front

    private CellTexts(CategoryColumn.Builder column, int[] counts) {
        this.column = column;
        this.texts = column.texts();
        this.counts = counts;
    }

    static CellTexts of(CategoryColumn.Builder column) {
        int[] counts = new int[column.texts().size() + 1];
        for (int row = 0; row < column.rows(); row++) {
            counts[column.number(row) + 1]++;
        }
        return new CellTexts(column, counts);
    }

    String name() {
        return column.name();
    }

    int rows() {
        return column.rows();
    }

    boolean isMissing(int row) {
        return column.number(row) == NumberedTexts.NONE;
    }

    /// The code of a cell's text, [NumberedTexts#NONE] where it is missing.
    int code(int row) {
        return column.number(row);
    }

    /// How many texts there are.
    int size() {
        return counts.length - 1;
    }

    /// The text with a code.
    String text(int code) {
        return texts.text(code);
    }

    /// The text of a cell.
    String textOfRow(int row) {
        return texts.text(column.number(row));
    }

    /// How many cells have a text.
    int count(int code) {
        return counts[code + 1];
    }

    /// The column of these texts, where they mean nothing else. There are no cells afterwards.
    CategoryColumn column() {
        return column.build();
    }

    /// The column as numbers.
    ///
    /// @param numbers by code, NaN where they are missing
    NumberColumn.Builder numbers(double[] numbers) {
        double[] behindMissing = new double[numbers.length + 1]; // by the code plus 1
        behindMissing[0] = Double.NaN;
        System.arraycopy(numbers, 0, behindMissing, 1, numbers.length);
        NumberColumn.Builder builder = new NumberColumn.Builder(name(), rows());
        for (int row = 0; row < rows(); row++) {
            builder.add(behindMissing[code(row) + 1]);
        }
        return builder;
    }

    /// The codes of some texts.
    BitSet codes(Predicate<String> some) {
        BitSet codes = new BitSet(size());
        for (int code = 0; code < size(); code++) {
            codes.set(code, some.test(text(code)));
        }
        return codes;
    }

    /// How many cells have one of these texts.
    long cells(BitSet codes) {
        long cells = 0;
        for (int code = codes.nextSetBit(0); code >= 0; code = codes.nextSetBit(code + 1)) {
            cells += count(code);
        }
        return cells;
    }

    /// The texts that are not among these.
    BitSet others(BitSet codes) {
        BitSet others = (BitSet) codes.clone();
        others.flip(0, size());
        return others;
    }

    /// The first row with one of these texts.
    int firstRow(BitSet codes) {
        int row = 0;
        while (isMissing(row) || !codes.get(code(row))) {
            row++;
        }
        return row;
    }

    /// Whether the column is meant to have such texts alone: more than half of its cells have one,
    /// and the others are not so many and so different that they are codes. Words for missing
    /// values are not counted among the others, nor is the most frequent text if there are many
    /// others.
    ///
    /// Of texts that are not meant, no choice is.
    boolean areMeant(BitSet some) {
        BitSet others = others(some);
        long cells = cells(some);
        if (cells == 0 || areCodes(others)) {
            return false;
        }
        if (cells > cells(others)) {
            return true;
        }
        others.stream().filter(code -> MissingWord.is(text(code))).forEach(others::clear);
        if (some.cardinality() >= CODES) {
            others.stream()
                    .reduce((one, other) -> count(one) >= count(other) ? one : other)
                    .ifPresent(others::clear);
        }
        return some.cardinality() >= FEWEST && some.cardinality() > others.cardinality() && cells > cells(others);
    }

    /// Whether the column may be meant to have such texts alone, as far as a sample tells.
    boolean mayBeMeant(Predicate<String> some) {
        if (size() <= SAMPLE) {
            return areMeant(codes(some));
        }
        int most = mostFrequent();
        int such = 0;
        int others = 0;
        for (int row = 0; row < rows(); row += rows() / SAMPLE) {
            if (!isMissing(row)) {
                String text = textOfRow(row);
                boolean isSuch = some.test(text);
                such += isSuch ? 1 : 0;
                others += isSuch || code(row) == most || MissingWord.is(text) ? 0 : 1;
            }
        }
        return FAR * such >= others;
    }

    private int mostFrequent() {
        int most = 0;
        for (int code = 1; code < size(); code++) {
            most = count(code) > count(most) ? code : most;
        }
        return most;
    }

    private boolean areCodes(BitSet others) {
        return others.cardinality() >= CODES && cells(others) * FEW >= rows();
    }
}
