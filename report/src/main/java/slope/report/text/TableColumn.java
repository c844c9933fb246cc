package slope.report.text;

import java.util.List;

/// A column of a [TextTable].
///
/// @param width of its widest cell
/// @param longestWord the width of it
/// @param numeric whether it holds a number anywhere below its first row, which may be a heading
record TableColumn(int width, int longestWord, boolean numeric) {

    static TableColumn of(List<String> cells) {
        int width = 0;
        int longestWord = 0;
        boolean numeric = false;
        for (String cell : cells) {
            width = Math.max(width, DisplayWidth.of(cell));
            numeric |= isNumber(cell);
            for (String word : cell.split(" ", -1)) {
                longestWord = Math.max(longestWord, DisplayWidth.of(word));
            }
        }
        return new TableColumn(width, longestWord, numeric);
    }

    /// The same column with less room.
    TableColumn narrowed(int most) {
        return width <= most ? this : new TableColumn(most, Math.min(longestWord, most), numeric);
    }

    /// The least width in which its words can be read: no word is broken, and few cells become tall.
    int leastWidth() {
        return Math.min(24, Math.max(longestWord, (width + 1) / 2));
    }

    String padded(String cell) {
        String padding = " ".repeat(Math.max(0, width - DisplayWidth.of(cell)));
        return numeric ? padding + cell : cell + padding;
    }

    /// Such as `12`, `-0.5`, `+3`, `100,000` or `1.2e-7`. Written out, because the first use of
    /// a regular expression costs a command that is over at once more than the rest of its
    /// table.
    private static boolean isNumber(String cell) {
        int first = !cell.isEmpty() && "-+−".indexOf(cell.charAt(0)) >= 0 ? 1 : 0;
        if (first == cell.length() || !isDigit(cell.charAt(first))) {
            return false;
        }
        for (int index = first; index < cell.length(); index++) {
            if (!isDigit(cell.charAt(index)) && ".,e+-".indexOf(cell.charAt(index)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
