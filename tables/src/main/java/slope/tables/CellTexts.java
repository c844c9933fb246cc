package slope.tables;

import java.util.BitSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import slope.internal.text.MissingWord;
import slope.table.CategoryColumn;
import slope.table.NumberedTexts;

/// The different texts of a column, and how many cells have each. The code of a text is its number in the order in
/// which
/// they came.
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
    private final int[] counts; // by the code of the text

    private CellTexts(CategoryColumn.Builder column, int[] counts) {
        this.column = column;
        this.texts = column.texts();
        this.counts = counts;
    }

    static CellTexts of(CategoryColumn.Builder column) {
        int[] counts = new int[column.texts().size()];
        for (int row = 0; row < column.rows(); row++) {
            if (column.number(row) != NumberedTexts.NONE) {
                counts[column.number(row)]++;
            }
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

    /// The code of a cell's text, which is not missing.
    int code(int row) {
        return column.number(row);
    }

    /// How many texts there are.
    int size() {
        return counts.length;
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
        return counts[code];
    }

    /// The column of these texts, where they mean nothing else. There are no cells afterwards.
    CategoryColumn column() {
        return column.build();
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
            cells += counts[code];
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
                    .reduce((one, other) -> counts[one] >= counts[other] ? one : other)
                    .ifPresent(others::clear);
        }
        return some.cardinality() >= FEWEST && some.cardinality() > others.cardinality() && cells > cells(others);
    }

    /// Whether the column may be meant to have such texts alone, as far as a sample tells.
    boolean mayBeMeant(Predicate<String> some) {
        if (size() <= SAMPLE) {
            return areMeant(codes(some));
        }
        int most = IntStream.range(0, size())
                .reduce((one, other) -> counts[one] >= counts[other] ? one : other)
                .orElseThrow();
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

    private boolean areCodes(BitSet others) {
        return others.cardinality() >= CODES && cells(others) * FEW >= rows();
    }
}
