package slope.tables;

import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.Supplier;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DateColumn;
import slope.table.DateOrder;
import slope.table.NumberColumn;
import slope.table.NumberedTexts;
import slope.table.TextSpans;
import slope.table.Written;

/// Cells of a column, kept as long as all are of one kind.
final class KeptCells {
    private final NumberColumn.Builder numbers;
    private final BooleanColumn.Builder booleans;
    private final Supplier<CategoryColumn.Builder> newTexts;
    private CategoryColumn.Builder texts;
    private final DateColumn.Builder dates;
    private Kind kind;
    private int rows;
    private boolean areWritten = true; // whether the text of each cell is known
    private boolean hasFractions; // of seconds, which dates leave out
    private Optional<Integer> firstMixed = Optional.empty(); // of another kind than those before it

    /// What is kept.
    enum Kind {
        /// There are missing cells at most.
        NOTHING,
        NUMBERS,
        BOOLEANS,
        TEXTS,
        DATES,
        MIXTURE
    }

    /// @param kind of all cells, if that is known
    /// @param expectedRows how many there will be, if that is known
    KeptCells(String name, Kind kind, ReadOptions options, int expectedRows) {
        this.kind = kind;
        this.numbers = new NumberColumn.Builder(name, expectedRows);
        this.booleans = new BooleanColumn.Builder(name);
        this.newTexts = () -> new CategoryColumn.Builder(name, expectedRows).spelling(options.spelling());
        this.texts = newTexts.get();
        this.dates = new DateColumn.Builder(name, expectedRows);
    }

    Kind kind() {
        return kind;
    }

    /// How many cells there are so far.
    int rows() {
        return rows;
    }

    /// The first row of another kind than those before it.
    Optional<Integer> firstMixed() {
        return firstMixed;
    }

    /// Whether cells of a kind can be kept beside those that are here.
    boolean takes(Kind other) {
        return other == Kind.NOTHING || other == kind || (kind == Kind.NOTHING && other != Kind.MIXTURE);
    }

    /// Some numbers are written otherwise than as they are, so that their text is not known any more.
    void forgetTexts() {
        areWritten = false;
    }

    /// Makes texts of all cells.
    ///
    /// @return false if it is not known how they were written
    boolean becomeTexts() {
        if (!areWritten || !(kind == Kind.NOTHING || kind == Kind.NUMBERS || kind == Kind.TEXTS)) {
            return false;
        }
        if (kind == Kind.NUMBERS) {
            startAgain(Kind.TEXTS);
            NumberColumn written = numbers.build();
            for (int row = 0; row < written.rows(); row++) {
                if (written.isMissing(row)) {
                    addMissing();
                } else {
                    add(written.text(row));
                }
            }
        }
        keepIfNothing(Kind.TEXTS);
        return true;
    }

    void addMissing() {
        keepMissing();
        rows++;
    }

    /// A number; NaN is a missing one.
    void add(double value) {
        if (keeps(Kind.NUMBERS)) {
            numbers.add(value);
            areWritten = false;
        }
        rows++;
    }

    void add(boolean value) {
        if (keeps(Kind.BOOLEANS)) {
            booleans.add(value);
        }
        rows++;
    }

    void add(String text) {
        if (keeps(Kind.TEXTS)) {
            texts.add(text);
        }
        rows++;
    }

    void add(LocalDateTime moment) {
        if (keeps(Kind.DATES)) {
            dates.add(moment);
            noteFraction(moment);
        }
        rows++;
    }

    /// Adds numbers and missing ones.
    ///
    /// @param values NaN where missing
    /// @param count of the rows; there may be unused values at the end
    /// @param present how many are not missing
    void addNumbers(double[] values, int count, int present) {
        if (present > 0) {
            keep(Kind.NUMBERS);
        }
        switch (kind) {
            case NUMBERS -> numbers.addAll(values, count);
            case BOOLEANS, TEXTS, DATES -> {
                for (int row = 0; row < count; row++) {
                    keepMissing();
                }
            }
            case NOTHING, MIXTURE -> {}
        }
        rows += count;
    }

    /// Adds texts, of which at least one is not missing.
    ///
    /// @param different all texts
    /// @param textOf the number of each row's text among them, [NumberedTexts#NONE] where missing
    /// @param count of the rows
    void addTexts(TextSpans different, int[] textOf, int count) {
        if (keeps(Kind.TEXTS)) {
            texts.addAll(different, textOf, count);
        }
        rows += count;
    }

    /// The same of texts that say true or false.
    void addBooleans(TextSpans different, int[] textOf, int count) {
        if (keeps(Kind.BOOLEANS)) {
            BitSet truths = new BitSet(different.size());
            for (int text = 0; text < different.size(); text++) {
                truths.set(text, isTrue(different.text(text)));
            }
            for (int row = 0; row < count; row++) {
                if (textOf[row] == NumberedTexts.NONE) {
                    booleans.addMissing();
                } else {
                    booleans.add(truths.get(textOf[row]));
                }
            }
        }
        rows += count;
    }

    /// What a text says that is true or false.
    static boolean isTrue(String text) {
        return Boolean.parseBoolean(text.strip());
    }

    /// Tells how the numbers are written.
    void written(Written example) {
        numbers.written(example);
    }

    /// The numbers; without a single cell there are missing ones.
    Column numbers() {
        keepIfNothing(Kind.NUMBERS);
        return numbers.build();
    }

    Column booleans() {
        return booleans.build();
    }

    /// Hands out the texts, of which it is not known yet what they mean.
    CategoryColumn.Builder takeTexts() {
        CategoryColumn.Builder taken = texts;
        texts = newTexts.get();
        return taken;
    }

    Column dates() {
        return dates.build();
    }

    /// Forgets all cells, for those of the next piece.
    void startAgain(Kind kind) {
        this.kind = kind;
        rows = 0;
        firstMixed = Optional.empty();
    }

    private boolean keeps(Kind wanted) {
        keep(wanted);
        return kind == wanted;
    }

    private void keep(Kind wanted) {
        keepIfNothing(wanted);
        if (kind != wanted) {
            kind = Kind.MIXTURE;
            firstMixed = firstMixed.or(() -> Optional.of(rows));
        }
    }

    private void keepIfNothing(Kind wanted) {
        if (kind == Kind.NOTHING) {
            kind = wanted;
            for (int row = 0; row < rows; row++) {
                keepMissing();
            }
        }
    }

    private void noteFraction(LocalDateTime moment) {
        if (moment.get(ChronoField.NANO_OF_SECOND) > 0 && !hasFractions) {
            hasFractions = true;
            String value = DateColumn.text(moment.truncatedTo(ChronoUnit.SECONDS)) + DateText.NO_FRACTIONS;
            dates.written(new Written(DateOrder.YEAR_FIRST.words(), moment.toString(), value));
        }
    }

    private void keepMissing() {
        switch (kind) {
            case NUMBERS -> numbers.add(Double.NaN);
            case BOOLEANS -> booleans.addMissing();
            case TEXTS -> texts.addMissing();
            case DATES -> dates.addMissing();
            case NOTHING, MIXTURE -> {}
        }
    }
}
