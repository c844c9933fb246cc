package slope.tables;

import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import slope.internal.text.MissingWord;
import slope.table.CategoryColumn;

/// The different texts of a column, and how many cells have each.
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

    private final CategoryColumn column;
    private final int[] counts; // by the code of the text

    private CellTexts(CategoryColumn column, int[] counts) {
        this.column = column;
        this.counts = counts;
    }

    static CellTexts of(CategoryColumn column) {
        int[] counts = new int[column.categories().size()];
        for (int row = 0; row < column.rows(); row++) {
            if (!column.isMissing(row)) {
                counts[column.code(row)]++;
            }
        }
        return new CellTexts(column, counts);
    }

    /// The column with all cells.
    CategoryColumn column() {
        return column;
    }

    /// How many cells have a text.
    int count(int code) {
        return counts[code];
    }

    String name() {
        return column.name();
    }

    /// All texts; a number of one is its code.
    List<String> texts() {
        return column.categories();
    }

    /// The codes of some texts.
    BitSet codes(Predicate<String> some) {
        BitSet codes = new BitSet();
        for (int code = 0; code < counts.length; code++) {
            codes.set(code, counts[code] > 0 && some.test(texts().get(code)));
        }
        return codes;
    }

    /// How many cells have one of these texts.
    long cells(BitSet codes) {
        return codes.stream().mapToLong(code -> counts[code]).sum();
    }

    /// The texts that are not among these.
    BitSet others(BitSet codes) {
        BitSet others = codes(text -> true);
        others.andNot(codes);
        return others;
    }

    /// The first row with one of these texts.
    int firstRow(BitSet codes) {
        int row = 0;
        while (column.isMissing(row) || !codes.get(column.code(row))) {
            row++;
        }
        return row;
    }

    /// Whether the column is meant to have such texts alone: more than half of its cells have one,
    /// and the others are not so many and so different that they are codes. Words for missing
    /// values are not counted among the others, nor is the most frequent text if there are many
    /// others.
    boolean areMeant(BitSet some) {
        BitSet others = others(some);
        long cells = cells(some);
        if (cells == 0 || areCodes(others)) {
            return false;
        }
        if (cells > cells(others)) {
            return true;
        }
        others.stream().filter(code -> MissingWord.is(texts().get(code))).forEach(others::clear);
        if (some.cardinality() >= CODES) {
            others.stream()
                    .reduce((one, other) -> counts[one] >= counts[other] ? one : other)
                    .ifPresent(others::clear);
        }
        return some.cardinality() >= FEWEST && some.cardinality() > others.cardinality() && cells > cells(others);
    }

    /// Whether the column may be meant to have such texts alone, as far as a sample tells.
    boolean mayBeMeant(Predicate<String> some) {
        if (counts.length <= SAMPLE) {
            return true;
        }
        int most = IntStream.range(0, counts.length)
                .reduce((one, other) -> counts[one] >= counts[other] ? one : other)
                .orElseThrow();
        int such = 0;
        int others = 0;
        for (int row = 0; row < column.rows(); row += column.rows() / SAMPLE) {
            if (!column.isMissing(row)) {
                boolean isSuch = some.test(column.text(row));
                such += isSuch ? 1 : 0;
                others += isSuch || column.code(row) == most || MissingWord.is(column.text(row)) ? 0 : 1;
            }
        }
        return FAR * such >= others;
    }

    private boolean areCodes(BitSet others) {
        return others.cardinality() >= CODES && cells(others) * FEW >= column.rows();
    }
}
