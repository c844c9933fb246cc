package slope.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import slope.table.NumberedTexts;
import slope.table.TextSpans;
import slope.tables.TextCell.Kind;

/// A column's cells in a block of CSV, each as a number or as one of the words that are no numbers.
final class CsvColumn {
    private static final int[] NO_WORDS = {};
    private static final Set<Kind> WORDS = EnumSet.of(Kind.WORD);
    private static final Set<Kind> BOOLEANS = EnumSet.of(Kind.BOOLEAN);

    private final byte[] bytes;
    private final CsvFields fields;
    private final int field; // of them
    private final boolean isText;
    private final MissingTexts missing;
    private final OrdinaryWords ordinary;
    private final double[] numbers; // NaN where missing
    private TextSpans words;
    private int[] wordOf = NO_WORDS; // by row, NONE where there is none; empty if there is none at all
    private int rows;
    private final Set<Double> missingNumbers = new HashSet<>(); // that stand for missing ones and occur
    private int numberCount; // of numbers that are not missing
    private boolean endsInWord;
    private boolean hasCodes; // some numbers have leading zeros, or more digits than doubles
    private boolean areWhole = true; // numbers are digits alone, which tell how each is written
    private final List<String> missingWords = new ArrayList<>(0); // words that stand for missing values
    private final Set<Kind> kinds = EnumSet.noneOf(Kind.class); // of the other words

    private CsvColumn(CsvFields fields, int field, ColumnCells gathered) {
        this.bytes = fields.bytes();
        this.fields = fields;
        this.field = field;
        this.isText = gathered.isTextInFiles();
        this.missing = gathered.missing();
        this.ordinary = gathered.ordinary();
        this.words = new TextSpans(bytes);
        this.numbers = new double[fields.rows()];
    }

    /// Takes the cells of a field, and finds out what the words among them are.
    ///
    /// @param gathered the column that the cells are added to
    static CsvColumn of(CsvFields fields, int field, ColumnCells gathered) {
        CsvColumn column = new CsvColumn(fields, field, gathered);
        if (!column.isText) {
            column.addNumbers();
        }
        column.addOthers();
        column.finish();
        return column;
    }

    /// Takes cells as long as they are numbers, or blank. Columns of numbers need nothing else, so that Java compiles
    /// nothing else for them.
    private void addNumbers() {
        while (rows < fields.rows()) {
            int start = fields.start(rows, field);
            int end = fields.end(rows, field);
            double number = NumberText.of(bytes, start, end);
            if (!Double.isNaN(number)) {
                addNumber(number, start, end);
            } else if (isBlank(start, end)) {
                numbers[rows++] = Double.NaN;
            } else {
                return;
            }
        }
    }

    /// Takes the other cells, among which words may stand.
    private void addOthers() {
        while (rows < fields.rows()) {
            add(fields.start(rows, field), fields.end(rows, field));
        }
    }

    private void add(int start, int end) {
        if (isBlank(start, end)) {
            numbers[rows++] = Double.NaN;
        } else if (isText || NumberText.isWord(bytes[start])) {
            addWord(words.number(start, end));
        } else {
            addNumberOrWord(start, end);
        }
    }

    private void addNumberOrWord(int start, int end) {
        // A word that is known is no number; where words stand, most are known.
        int word = endsInWord ? words.find(start, end) : NumberedTexts.NONE;
        double number = word == NumberedTexts.NONE ? NumberText.of(bytes, start, end) : NumberText.NONE;
        if (!Double.isNaN(number)) {
            addNumber(number, start, end);
        } else {
            addWord(word == NumberedTexts.NONE ? words.number(start, end) : word);
        }
    }

    private void finish() {
        boolean[] kept = new boolean[words.size()]; // by word: whether it stands for a value
        boolean hasOrdinary = false;
        for (int word = 0; word < kept.length; word++) {
            kept[word] = ordinary.has(words, word);
            hasOrdinary |= kept[word];
            if (!kept[word]) {
                kept[word] = isKept(word);
            }
        }
        if (hasOrdinary) {
            kinds.add(Kind.WORD);
        }
        if (!missingWords.isEmpty()) {
            leaveOut(kept);
        }
    }

    private boolean isKept(int word) {
        Kind kind = cell(word).kind();
        if (kind == Kind.MISSING) {
            missingWords.add(words.text(word));
            return false;
        }
        kinds.add(kind);
        return true;
    }

    private TextCell cell(int word) {
        String text = words.text(word);
        return isText ? TextCell.ofText(text, missing) : TextCell.ofWord(text, missing);
    }

    private void leaveOut(boolean[] kept) {
        int[] numbered = new int[kept.length]; // by word, without those that stand for missing values
        int size = 0;
        for (int word = 0; word < kept.length; word++) {
            numbered[word] = kept[word] ? size++ : NumberedTexts.NONE;
        }
        words = words.only(kept);
        for (int row = 0; row < rows; row++) {
            if (wordOf[row] != NumberedTexts.NONE) {
                wordOf[row] = numbered[wordOf[row]];
                numbers[row] = Double.NaN;
            }
        }
    }

    /// Adds the cells to those of other blocks. Where the column has numbers as well as words, they are
    /// taken once more, all as text.
    void addTo(ColumnCells column) {
        if (isText != column.isTextInFiles() || column.becomesText(kind())) {
            of(fields, field, column).addTo(column);
            return;
        }
        if (hasCodes) {
            column.holdsCodes();
        }
        if (!areWhole) {
            column.holdsOtherNumbers();
        }
        for (double number : missingNumbers) {
            column.holdsMissing(number);
        }
        for (String word : missingWords) {
            column.holdsMissing(word);
        }
        switch (kind()) {
            case TEXTS -> column.addAllWritten(words, wordOf, rows);
            case BOOLEANS -> column.addAllWrittenBooleans(words, wordOf, rows);
            case NOTHING, NUMBERS, DATES, MIXTURE -> addNumbersAndOthersTo(column);
        }
    }

    /// What the cells are, a mixture also where numbers are codes.
    private KeptCells.Kind kind() {
        boolean areNumbers = !kinds.contains(Kind.WORD) && !kinds.contains(Kind.BOOLEAN);
        if (areNumbers && !hasCodes) {
            return numberCount == 0 && kinds.isEmpty() ? KeptCells.Kind.NOTHING : KeptCells.Kind.NUMBERS;
        }
        if (numberCount > 0) {
            return KeptCells.Kind.MIXTURE;
        }
        return kinds.equals(WORDS)
                ? KeptCells.Kind.TEXTS
                : kinds.equals(BOOLEANS) ? KeptCells.Kind.BOOLEANS : KeptCells.Kind.MIXTURE;
    }

    private void addNumbersAndOthersTo(ColumnCells column) {
        if (words.size() == 0) {
            column.addNumbers(numbers, rows, numberCount);
        } else {
            addEachTo(column);
        }
    }

    private void addEachTo(ColumnCells column) {
        List<TextCell> cells =
                IntStream.range(0, words.size()).mapToObj(this::cell).toList();
        for (int row = 0; row < rows; row++) {
            if (wordOf[row] != NumberedTexts.NONE) {
                cells.get(wordOf[row]).addTo(column);
            } else if (Double.isNaN(numbers[row])) {
                column.addMissing();
            } else {
                column.addNumber(numbers[row]);
            }
        }
    }

    private void addNumber(double number, int start, int end) {
        endsInWord = false;
        if (missing.has(number)) {
            numbers[rows++] = Double.NaN;
            missingNumbers.add(number);
            return;
        }
        numbers[rows++] = number;
        numberCount++;
        areWhole = areWhole && NumberText.isWhole(bytes, start, end);
        if ((bytes[start] == '0' && NumberText.isCode(bytes, start, end)) || Math.abs(number) >= NumberText.EXACT) {
            hasCodes = true;
        }
    }

    private void addWord(int number) {
        if (wordOf.length == 0) {
            wordOf = new int[numbers.length];
            Arrays.fill(wordOf, NumberedTexts.NONE);
        }
        wordOf[rows++] = number;
        endsInWord = true;
    }

    private boolean isBlank(int start, int end) {
        int index = start;
        while (index < end && bytes[index] == ' ') {
            index++;
        }
        return index == end;
    }
}
