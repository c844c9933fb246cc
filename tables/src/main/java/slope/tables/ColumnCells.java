package slope.tables;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.NumberColumn;
import slope.table.NumberedTexts;
import slope.table.TextSpans;
import slope.table.Written;
import slope.tables.ColumnResult.Finished;
import slope.tables.ColumnResult.Mixture;
import slope.tables.ColumnResult.Spoiled;
import slope.tables.KeptCells.Kind;

/// Collects the cells of a column and finds its kind: numbers, true/false, dates or text.
///
/// A column of mixed kinds is read again as text. What text means is found once all is there: see
/// [TextMeaning].
final class ColumnCells {
    private final String name;
    private volatile KnownMeaning meaning; // seen by the threads that read blocks, whatever they have begun with
    private final ReadOptions options;
    private final Optional<Notation> notation;
    private final boolean refusesPlain; // numbers that come as such
    private final MissingTexts missing;
    private OrdinaryWords ordinary;
    private final KeptCells kept;

    private Optional<Cell> firstOther = Optional.empty(); // that is no number
    private Optional<Cell> firstInfinite = Optional.empty();
    private boolean holdsCodes; // or numbers that have so many digits that they may be codes
    private boolean holdsMissingNumbers;
    private final Map<String, Double> numberOf = new HashMap<>(); // of texts in the notation that is known
    private boolean isNoted; // how the numbers are written
    private final Set<String> missingFound = new HashSet<>(); // texts of missing values

    private record Cell(int row, String text) {}

    /// @param options what else is known of the cells
    /// @param expectedRows how many there will be, if that is known
    ColumnCells(String name, KnownMeaning meaning, ReadOptions options, int expectedRows) {
        this.name = name;
        this.meaning = meaning;
        this.options = options;
        this.notation = options.notation(name).filter(ignored -> meaning == KnownMeaning.NUMBERS);
        this.refusesPlain = (isToBeFound() && options.dates().containsKey(name))
                || notation.filter(Notation::refusesPlain).isPresent();
        this.missing = meaning == KnownMeaning.COPIED ? MissingTexts.of(Set.of()) : options.missingTexts(name);
        this.ordinary = new OrdinaryWords(isTextInFiles(), missing);
        this.kept = new KeptCells(name, kindAtFirst(), options, expectedRows);
    }

    private Kind kindAtFirst() {
        return isText() ? Kind.TEXTS : Kind.NOTHING;
    }

    String name() {
        return name;
    }

    /// Whether the cells are text, whatever they look like.
    boolean isText() {
        return meaning == KnownMeaning.TEXT || meaning == KnownMeaning.COPIED || meaning == KnownMeaning.WRITTEN;
    }

    private boolean isToBeFound() {
        return meaning == KnownMeaning.TO_BE_FOUND || meaning == KnownMeaning.OF_ONE_KIND;
    }

    /// Takes the cells of text files for text from now on, if others come than those that are here.
    ///
    /// @param next what comes
    /// @return whether they are text since now
    boolean becomesText(Kind next) {
        if (meaning != KnownMeaning.TO_BE_FOUND || refusesPlain || kept.takes(next) || !kept.becomeTexts()) {
            return false;
        }
        ordinary = new OrdinaryWords(true, missing);
        meaning = KnownMeaning.WRITTEN;
        return true;
    }

    /// Whether the cells of a text file are text, also those that look like numbers.
    boolean isTextInFiles() {
        return isText() || options.areNumbersText(name);
    }

    /// What is missing among them, besides empty ones.
    MissingTexts missing() {
        return missing;
    }

    /// Which words are nothing else.
    OrdinaryWords ordinary() {
        return ordinary;
    }

    /// The texts of missing values that cells have.
    Set<String> missingFound() {
        return missingFound;
    }

    /// How many cells there are so far.
    int rows() {
        return kept.rows();
    }

    void addMissing() {
        kept.addMissing();
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
        if (refusesPlain && !Double.isNaN(value)) {
            addText(NumberColumn.text(value));
        } else {
            keepNumber(value);
        }
    }

    private void keepNumber(double value) {
        kept.add(value);
        if (Math.abs(value) >= NumberText.EXACT) {
            holdsCodes = true;
        }
    }

    /// Adds numbers and missing ones, which takes a tenth of the time that each by itself takes.
    ///
    /// @param values NaN where missing
    /// @param count of the rows; there may be unused values at the end
    /// @param present how many are not missing
    void addNumbers(double[] values, int count, int present) {
        if (refusesPlain && present > 0) {
            for (int row = 0; row < count; row++) {
                if (Double.isNaN(values[row])) {
                    addMissing();
                } else {
                    addNumber(values[row]);
                }
            }
            return;
        }
        kept.addNumbers(values, count, present);
    }

    /// Some numbers have leading zeros, so that they are codes and no amounts.
    void holdsCodes() {
        holdsCodes = true;
    }

    /// Some numbers are written otherwise than as digits alone.
    void holdsOtherNumbers() {
        kept.forgetTexts();
    }

    /// Some cells count as missing because of the number that they are; in text they are what is
    /// written.
    void holdsMissing(double number) {
        missingFound.add(missing.found(number));
        holdsMissingNumbers = true;
        kept.forgetTexts();
    }

    void addInfinite(String text) {
        if (firstInfinite.isEmpty()) {
            firstInfinite = Optional.of(new Cell(rows(), text));
        }
        addNumber(Double.NaN);
    }

    /// True or false, of a text file.
    void addWrittenBoolean(String text) {
        if (meaning == KnownMeaning.NUMBERS) {
            addText(text);
        } else {
            addBoolean(text);
        }
    }

    /// True or false, as this text says.
    void addBoolean(String text) {
        if (isText()) {
            addText(text);
            return;
        }
        noteOther(text);
        kept.add(KeptCells.isTrue(text));
    }

    /// Any other text; a number if it is one in the notation that is known.
    void addText(String text) {
        double number = notation.isPresent() ? numberOf.computeIfAbsent(text, notation.get()::number) : Double.NaN;
        if (!Double.isNaN(number)) {
            keepNumber(missing.has(number) ? Double.NaN : number);
            noteWritten(text, number);
            return;
        }
        noteOther(text);
        kept.add(text);
    }

    /// Adds cells of a text file that are no numbers, or missing.
    ///
    /// @param different all texts
    /// @param textOf the number of each row's text among them, [NumberedTexts#NONE] where missing
    /// @param count of the rows
    void addAllWritten(TextSpans different, int[] textOf, int count) {
        if (notation.isPresent()) {
            for (int row = 0; row < count; row++) {
                if (textOf[row] == NumberedTexts.NONE) {
                    addMissing();
                } else {
                    addText(different.text(textOf[row]));
                }
            }
            return;
        }
        noteOthers(different, textOf, count);
        kept.addTexts(different, textOf, count);
    }

    /// Adds cells of a text file that are true, false or missing.
    ///
    /// @param different all texts
    /// @param textOf the number of each row's text among them, [NumberedTexts#NONE] where missing
    /// @param count of the rows
    void addAllWrittenBooleans(TextSpans different, int[] textOf, int count) {
        if (!isToBeFound()) {
            addAllWritten(different, textOf, count);
            return;
        }
        noteOthers(different, textOf, count);
        kept.addBooleans(different, textOf, count);
    }

    /// A date or a moment, from a file that knows it for one.
    void addDate(LocalDateTime moment) {
        noteOther(moment.toString());
        kept.add(moment);
    }

    /// Decides the kind of the column. Without a single value it is a column of numbers.
    ColumnResult finish() {
        if (firstOther.isPresent() && notation.isPresent()) {
            Cell cell = firstOther.get();
            return new Spoiled(CellProblem.noNumber(
                    name,
                    cell.row(),
                    cell.text(),
                    notation.filter(known -> !known.equals(PlainNotation.NUMBER))
                            .map(Notation::pattern)));
        }
        if (firstOther.isEmpty() && firstInfinite.isPresent()) {
            Cell cell = firstInfinite.get();
            return new Spoiled(CellProblem.infinite(name, cell.row(), cell.text()));
        }
        boolean areNumbers = meaning == KnownMeaning.NUMBERS;
        return switch (kept.kind()) {
            case NOTHING, NUMBERS -> holdsCodes && !areNumbers ? mixture() : new Finished(kept.numbers());
            case BOOLEANS -> areNumbers ? mixture() : new Finished(kept.booleans());
            case TEXTS ->
                isText() && meaning != KnownMeaning.WRITTEN
                        ? new Finished(kept.takeTexts().build())
                        : meaningOf(CellTexts.of(kept.takeTexts()));
            case DATES -> areNumbers ? mixture() : new Finished(kept.dates());
            case MIXTURE -> mixture();
        };
    }

    private Mixture mixture() {
        return new Mixture(kept.firstMixed().or(() -> firstOther.map(Cell::row)).orElse(0));
    }

    private ColumnResult meaningOf(CellTexts texts) {
        ColumnResult result = TextMeaning.of(texts, options);
        boolean isWord = result instanceof Finished(Column column) && column instanceof CategoryColumn;
        return isWord && holdsMissingNumbers ? mixture() : result;
    }

    /// Forgets all cells, for those of the next piece.
    void startAgain() {
        kept.startAgain(kindAtFirst());
        firstOther = Optional.empty();
        firstInfinite = Optional.empty();
        holdsCodes = false;
        holdsMissingNumbers = false;
        numberOf.clear();
    }

    private void noteWritten(String text, double number) {
        String pattern = notation.orElseThrow().pattern();
        if (!isNoted && !pattern.equals(ReadOptions.PLAIN)) {
            kept.written(new Written(pattern, text, NumberColumn.text(number)));
            isNoted = true;
        }
    }

    private void noteOthers(TextSpans different, int[] textOf, int count) {
        for (int row = 0; row < count && firstOther.isEmpty(); row++) {
            if (textOf[row] != NumberedTexts.NONE) {
                firstOther = Optional.of(new Cell(rows() + row, different.text(textOf[row])));
            }
        }
    }

    private void noteOther(String text) {
        if (firstOther.isEmpty()) {
            firstOther = Optional.of(new Cell(rows(), text));
        }
    }
}
