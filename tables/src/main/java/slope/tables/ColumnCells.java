package slope.tables;

import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DateColumn;
import slope.table.DateOrder;
import slope.table.NumberColumn;

/// Collects the cells of a column and finds its kind: numbers, true/false, dates or text.
///
/// Cells are kept as long as they are all of one kind. A column of mixed kinds is only counted from
/// then on: it is either refused, because only a few cells are not numbers, or read again as text.
/// Where most cells are numbers, the others count as codes, such as ticket numbers with a prefix,
/// if they have at least [#CODES] distinct values and are at least one cell in [#FEW]. Fewer are
/// mistakes or a sign for missing values, about which a person has to decide.
final class ColumnCells {
    private static final Pattern DECIMAL_COMMA = Pattern.compile("\\s*[+-]?\\d+,\\d+\\s*");

    /// So many distinct texts are not signs for missing values.
    private static final int CODES = 20;

    /// One cell in so many is too many for mistakes.
    private static final int FEW = 100;

    private final String name;
    private final Meaning meaning;
    private final Optional<DateOrder> dateOrder;
    private final MissingTexts missing;
    private final NumberColumn.Builder numbers;
    private final BooleanColumn.Builder booleans;
    private final CategoryColumn.Builder texts;
    private final DateColumn.Builder dates;

    private Kept kept;
    private int rows;
    private int numberCount; // those that are not NaN
    private int otherCount;
    private int decimalCommaCount; // as long as the others are nothing else
    private final Set<String> others = new HashSet<>(); // different ones, up to CODES
    private Optional<Cell> firstOther = Optional.empty();
    private Optional<Cell> firstInfinite = Optional.empty();
    private boolean holdsCodes;
    private boolean holdsMissingNumbers;
    private final Set<String> missingFound = new HashSet<>(); // texts of missing values

    private enum Kept {
        NOTHING,
        NUMBERS,
        BOOLEANS,
        TEXTS,
        DATES,
        MIXTURE
    }

    private record Cell(int row, String text) {}

    /// What is known of the cells beforehand.
    enum Meaning {
        TO_BE_FOUND,
        /// They are text, whatever they look like.
        TEXT,
        /// One that is no number spoils the column.
        NUMBERS
    }

    /// @param options what else is known of the cells
    /// @param expectedRows how many there will be, if that is known
    ColumnCells(String name, Meaning meaning, ReadOptions options, int expectedRows) {
        this.name = name;
        this.meaning = meaning;
        this.dateOrder = Optional.ofNullable(options.dates().get(name));
        this.missing = options.missingTexts(name);
        this.kept = meaning == Meaning.TEXT ? Kept.TEXTS : Kept.NOTHING;
        this.numbers = new NumberColumn.Builder(name, expectedRows);
        this.booleans = new BooleanColumn.Builder(name);
        this.texts = new CategoryColumn.Builder(name, expectedRows).spelling(options.spelling());
        this.dates = new DateColumn.Builder(name, expectedRows);
    }

    String name() {
        return name;
    }

    /// Whether the cells are text, whatever they look like.
    boolean isText() {
        return meaning == Meaning.TEXT;
    }

    /// What is missing among them, besides empty ones.
    MissingTexts missing() {
        return missing;
    }

    /// The texts of missing values that cells have.
    Set<String> missingFound() {
        return missingFound;
    }

    /// How many cells there are so far.
    int rows() {
        return rows;
    }

    void addMissing() {
        keepMissing();
        rows++;
    }

    /// A cell that is empty or has the text of a missing value.
    void addMissing(String text) {
        holdsMissing(text);
        addMissing();
    }

    /// Some cells have the text of a missing value.
    void holdsMissing(String text) {
        if (missingFound.size() < missing.texts().size()) {
            missing.found(text).ifPresent(missingFound::add);
        }
    }

    /// A number; NaN is a missing one.
    void addNumber(double value) {
        keep(Kept.NUMBERS);
        if (kept == Kept.NUMBERS) {
            numbers.add(value);
        }
        if (!Double.isNaN(value)) {
            numberCount++;
        }
        rows++;
    }

    /// Adds numbers and missing ones, which takes a tenth of the time that each by itself takes.
    ///
    /// @param values NaN where missing
    /// @param count of the rows; there may be unused values at the end
    /// @param present how many are not missing
    void addNumbers(double[] values, int count, int present) {
        if (present > 0) {
            keep(Kept.NUMBERS);
        }
        switch (kept) {
            case NUMBERS -> numbers.addAll(values, count);
            case BOOLEANS, TEXTS, DATES -> {
                for (int row = 0; row < count; row++) {
                    keepMissing();
                }
            }
            case NOTHING, MIXTURE -> {}
        }
        numberCount += present;
        rows += count;
    }

    /// Some numbers have leading zeros, so that they are codes and no amounts.
    void holdsCodes() {
        holdsCodes = true;
    }

    /// Some cells count as missing because of the number that they are; in text they are what is written.
    void holdsMissing(double number) {
        missingFound.add(missing.found(number));
        holdsMissingNumbers = true;
    }

    void addInfinite(String text) {
        if (firstInfinite.isEmpty()) {
            firstInfinite = Optional.of(new Cell(rows, text));
        }
        numberCount++;
        addNumber(Double.NaN);
    }

    /// A cell of a text file that is no number.
    void addWritten(String text) {
        if (decimalCommaCount == otherCount && DECIMAL_COMMA.matcher(text).matches()) {
            decimalCommaCount++;
        }
        addText(text);
    }

    /// True or false, of a text file.
    void addWrittenBoolean(String text) {
        if (meaning == Meaning.TO_BE_FOUND) {
            addBoolean(text);
        } else {
            addWritten(text);
        }
    }

    /// True or false, as this text says.
    void addBoolean(String text) {
        keep(Kept.BOOLEANS);
        if (kept == Kept.BOOLEANS) {
            booleans.add(Boolean.parseBoolean(text.strip()));
        }
        countOther(text);
    }

    void addText(String text) {
        keep(Kept.TEXTS);
        if (kept == Kept.TEXTS) {
            texts.add(text);
        }
        countOther(text);
    }

    /// Adds cells of a text file that are no numbers, or missing.
    ///
    /// @param different all texts
    /// @param textOf the place of each row's text among them, [CellWords#NONE] where missing
    /// @param count of the rows
    void addAllWritten(List<String> different, int[] textOf, int count) {
        boolean decimalCommas = decimalCommaCount == otherCount
                && different.stream()
                        .allMatch(text -> DECIMAL_COMMA.matcher(text).matches());
        keep(Kept.TEXTS);
        if (kept == Kept.TEXTS) {
            texts.addAll(different, textOf, count);
        }
        countOthers(different, textOf, count);
        decimalCommaCount = decimalCommas ? otherCount : decimalCommaCount;
    }

    /// Adds cells of a text file that are true, false or missing.
    ///
    /// @param different all texts
    /// @param textOf the place of each row's text among them, [CellWords#NONE] where missing
    /// @param count of the rows
    void addAllWrittenBooleans(List<String> different, int[] textOf, int count) {
        if (meaning != Meaning.TO_BE_FOUND) {
            addAllWritten(different, textOf, count);
            return;
        }
        keep(Kept.BOOLEANS);
        for (int row = 0; row < count && kept == Kept.BOOLEANS; row++) {
            if (textOf[row] == CellWords.NONE) {
                booleans.addMissing();
            } else {
                booleans.add(Boolean.parseBoolean(different.get(textOf[row]).strip()));
            }
        }
        countOthers(different, textOf, count);
    }

    /// A date or a moment, from a file that knows it for one.
    void addDate(LocalDateTime moment) {
        keep(Kept.DATES);
        if (kept == Kept.DATES) {
            dates.add(moment);
        }
        countOther(moment.toString());
    }

    /// What the cells make.
    sealed interface Result {}

    /// A column, all of whose cells are of one kind.
    record Finished(Column column) implements Result {}

    /// No column, because of one cell.
    record Spoiled(CellProblem problem) implements Result {}

    /// Cells of several kinds, to be read once more as text.
    record Mixture() implements Result {}

    /// Decides the kind of the column. Without a single value it is a column of numbers.
    Result finish() {
        if (decimalCommaCount == otherCount && firstOther.isPresent() && !isText()) {
            Cell cell = firstOther.get();
            return new Spoiled(
                    CellProblem.decimalComma(name, cell.row(), cell.text().strip()));
        }
        if (firstOther.isPresent()
                && (meaning == Meaning.NUMBERS || (numberCount > otherCount && dateOrder.isEmpty() && !hasCodes()))) {
            Cell cell = firstOther.get();
            return new Spoiled(CellProblem.noNumber(name, cell.row(), cell.text()));
        }
        if (otherCount == 0 && firstInfinite.isPresent()) {
            Cell cell = firstInfinite.get();
            return new Spoiled(CellProblem.infinite(name, cell.row(), cell.text()));
        }
        if (holdsCodes && meaning == Meaning.TO_BE_FOUND) {
            return new Mixture();
        }
        keepIfNothing(Kept.NUMBERS);
        return switch (kept) {
            case NOTHING, NUMBERS -> new Finished(numbers.build());
            case BOOLEANS -> new Finished(booleans.build());
            case TEXTS -> isText() ? new Finished(texts.build()) : datesOrTexts(texts.build());
            case DATES -> new Finished(dates.build());
            case MIXTURE -> new Mixture();
        };
    }

    private boolean hasCodes() {
        return others.size() >= CODES && (long) otherCount * FEW >= rows;
    }

    /// Forgets all cells, for those of the next piece.
    void startAgain() {
        kept = meaning == Meaning.TEXT ? Kept.TEXTS : Kept.NOTHING;
        rows = 0;
        numberCount = 0;
        otherCount = 0;
        decimalCommaCount = 0;
        others.clear();
        firstOther = Optional.empty();
        firstInfinite = Optional.empty();
        holdsCodes = false;
        holdsMissingNumbers = false;
    }

    private Result datesOrTexts(CategoryColumn texts) {
        if (dateOrder.isEmpty()) {
            Result words = holdsMissingNumbers ? new Mixture() : new Finished(texts);
            return DateTexts.of(texts).<Result>map(Finished::new).orElse(words);
        }
        OptionalInt other = DateTexts.firstOther(texts, dateOrder.get());
        return other.isEmpty()
                ? new Finished(DateTexts.of(texts, dateOrder.get()))
                : new Spoiled(
                        CellProblem.noDate(name, other.getAsInt(), texts.text(other.getAsInt()), dateOrder.get()));
    }

    private void countOthers(List<String> different, int[] textOf, int count) {
        for (int index = 0; index < different.size() && others.size() < CODES; index++) {
            others.add(different.get(index));
        }
        for (int row = 0; row < count; row++) {
            if (textOf[row] != CellWords.NONE) {
                if (firstOther.isEmpty()) {
                    firstOther = Optional.of(new Cell(rows + row, different.get(textOf[row])));
                }
                otherCount++;
            }
        }
        rows += count;
    }

    private void countOther(String text) {
        if (firstOther.isEmpty()) {
            firstOther = Optional.of(new Cell(rows, text));
        }
        if (others.size() < CODES) {
            others.add(text);
        }
        otherCount++;
        rows++;
    }

    private void keep(Kept kind) {
        keepIfNothing(kind);
        if (kept != kind) {
            kept = Kept.MIXTURE;
        }
    }

    private void keepIfNothing(Kept kind) {
        if (kept == Kept.NOTHING) {
            kept = kind;
            for (int row = 0; row < rows; row++) {
                keepMissing();
            }
        }
    }

    private void keepMissing() {
        switch (kept) {
            case NUMBERS -> numbers.add(Double.NaN);
            case BOOLEANS -> booleans.addMissing();
            case TEXTS -> texts.addMissing();
            case DATES -> dates.addMissing();
            case NOTHING, MIXTURE -> {}
        }
    }
}
