package slope.tables;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A column's cells in a block of CSV, each as a number or as one of the words that are no numbers.
final class CsvColumn {
    private static final int NO_WORD = -1;
    private static final int[] NO_WORDS = {};

    private final byte[] bytes;
    private final boolean isText;
    private final MissingTexts missing;
    private final double[] numbers; // NaN where missing or a word
    private final CellWords words;
    private int[] wordOf = NO_WORDS; // by row, NO_WORD where there is none; empty if there is none at all
    private int rows;
    private final Set<Double> missingNumbers = new HashSet<>(); // that stand for missing ones and occur
    private boolean hasCodes; // some numbers have leading zeros
    private List<TextCell> cells = List.of(); // the words

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
        double number = isText || start == end ? NumberText.NONE : NumberText.of(bytes, start, end);
        boolean isNumber = !Double.isNaN(number);
        if (isNumber && missing.has(number)) {
            missingNumbers.add(number);
            number = Double.NaN;
        } else if (isNumber && bytes[start] == '0' && NumberText.isCode(bytes, start, end)) {
            hasCodes = true;
        }
        numbers[rows++] = number;
        if (!isNumber && !isBlank(start, end)) {
            addWord(words.number(start, end));
        }
    }

    /// Finds out what the words are.
    void finish() {
        cells = words.texts().stream().map(text -> TextCell.of(text, missing)).toList();
    }

    /// Adds the cells to those of other blocks.
    void addTo(ColumnCells column) {
        if (hasCodes) {
            column.holdsCodes();
        }
        missingNumbers.forEach(column::holdsMissing);
        for (int row = 0; row < rows; row++) {
            if (row < wordOf.length && wordOf[row] != NO_WORD) {
                cells.get(wordOf[row]).addTo(column);
            } else if (Double.isNaN(numbers[row])) {
                column.addMissing();
            } else {
                column.addNumber(numbers[row]);
            }
        }
    }

    private void addWord(int number) {
        if (wordOf.length == 0) {
            wordOf = new int[numbers.length];
            Arrays.fill(wordOf, NO_WORD);
        }
        wordOf[rows - 1] = number;
    }

    private boolean isBlank(int start, int end) {
        int index = start;
        while (index < end && bytes[index] == ' ') {
            index++;
        }
        return index == end;
    }
}
