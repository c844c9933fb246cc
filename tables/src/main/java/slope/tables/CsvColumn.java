package slope.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import slope.tables.TextCell.Kind;

/// A column's cells in a block of CSV, each as a number or as one of the words that are no numbers.
final class CsvColumn {
    private static final int[] NO_WORDS = {};
    private static final Set<Kind> WORDS = EnumSet.of(Kind.WORD);
    private static final Set<Kind> BOOLEANS = EnumSet.of(Kind.BOOLEAN);

    private final byte[] bytes;
    private final boolean isText;
    private final MissingTexts missing;
    private final double[] numbers; // NaN where missing or a word
    private final CellWords words;
    private int[] wordOf = NO_WORDS; // by row, CellWords.NONE where there is none; empty if there is none at all
    private int rows;
    private final Set<Double> missingNumbers = new HashSet<>(); // that stand for missing ones and occur
    private int numberCount; // of numbers that are not missing
    private boolean endsInWord;
    private boolean hasCodes; // some numbers have leading zeros, or more digits than doubles
    private final List<String> missingWords = new ArrayList<>(0); // words that stand for missing values
    private final List<TextCell> cells = new ArrayList<>(0); // the other words
    private final List<String> texts = new ArrayList<>(0); // theirs
    private final Set<Kind> kinds = EnumSet.noneOf(Kind.class); // theirs

    /// @param mostRows how many there may be
    /// @param gathered the column that the cells are added to
    CsvColumn(byte[] bytes, int mostRows, ColumnCells gathered) {
        this.bytes = bytes;
        this.isText = gathered.isTextInFiles();
        this.missing = gathered.missing();
        this.numbers = new double[mostRows];
        this.words = new CellWords(bytes);
    }

    /// Takes the next row's cell.
    void add(int start, int end) {
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
        int word = endsInWord ? words.find(start, end) : CellWords.NONE;
        double number = word == CellWords.NONE ? NumberText.of(bytes, start, end) : NumberText.NONE;
        if (!Double.isNaN(number)) {
            addNumber(number, start, end);
        } else {
            addWord(word == CellWords.NONE ? words.number(start, end) : word);
        }
    }

    /// Finds out what the words are.
    void finish() {
        int[] cellOf = new int[words.size()]; // by word; CellWords.NONE where it stands for a missing value
        for (int word = 0; word < cellOf.length; word++) {
            String text = words.text(word);
            TextCell cell = isText ? TextCell.ofText(text, missing) : TextCell.ofWord(text, missing);
            if (cell.kind() == Kind.MISSING) {
                cellOf[word] = CellWords.NONE;
                missingWords.add(text);
            } else {
                cellOf[word] = cells.size();
                cells.add(cell);
                texts.add(text);
                kinds.add(cell.kind());
            }
        }
        if (cells.size() < cellOf.length) {
            renumber(cellOf);
        }
    }

    private void renumber(int[] cellOf) {
        for (int row = 0; row < rows; row++) {
            if (wordOf[row] != CellWords.NONE) {
                wordOf[row] = cellOf[wordOf[row]];
                numbers[row] = Double.NaN;
            }
        }
    }

    /// Adds the cells to those of other blocks.
    void addTo(ColumnCells column) {
        if (hasCodes) {
            column.holdsCodes();
        }
        for (double number : missingNumbers) {
            column.holdsMissing(number);
        }
        for (String word : missingWords) {
            column.holdsMissing(word);
        }
        if (cells.isEmpty()) {
            column.addNumbers(numbers, rows, numberCount);
        } else if (numberCount == 0 && kinds.equals(WORDS)) {
            column.addAllWritten(texts, wordOf, rows);
        } else if (numberCount == 0 && kinds.equals(BOOLEANS)) {
            column.addAllWrittenBooleans(texts, wordOf, rows);
        } else {
            addEachTo(column);
        }
    }

    private void addEachTo(ColumnCells column) {
        for (int row = 0; row < rows; row++) {
            if (wordOf[row] != CellWords.NONE) {
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
        if ((bytes[start] == '0' && NumberText.isCode(bytes, start, end)) || Math.abs(number) > NumberText.EXACT) {
            hasCodes = true;
        }
    }

    private void addWord(int number) {
        if (wordOf.length == 0) {
            wordOf = new int[numbers.length];
            Arrays.fill(wordOf, CellWords.NONE);
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
