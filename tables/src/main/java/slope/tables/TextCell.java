package slope.tables;

import java.nio.charset.StandardCharsets;

/// A cell of a text file, and what it is where numbers may be.
///
/// @param text as it is written
/// @param number NaN where it is missing, or none
record TextCell(String text, Kind kind, double number) {
    enum Kind {
        MISSING,
        NUMBER,
        /// A number that stands for a missing value, among numbers alone.
        MISSING_NUMBER,
        INFINITE,
        /// True or false, in upper or lower case.
        BOOLEAN,
        /// Any other text.
        WORD
    }

    static TextCell of(String text, MissingTexts missing) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        double number = NumberText.of(bytes, 0, bytes.length);
        if (Double.isNaN(number) || missing.has(text)) {
            return ofWord(text, missing);
        }
        return missing.has(number)
                ? new TextCell(text, Kind.MISSING_NUMBER, number)
                : new TextCell(text, Kind.NUMBER, number);
    }

    /// A cell that is no finite number.
    static TextCell ofWord(String text, MissingTexts missing) {
        return new TextCell(text, missing.has(text) ? Kind.MISSING : kind(text.strip()), Double.NaN);
    }

    /// A cell of a column of text.
    static TextCell ofText(String text, MissingTexts missing) {
        return new TextCell(text, missing.has(text) ? Kind.MISSING : Kind.WORD, Double.NaN);
    }

    private static Kind kind(String word) {
        char first = word.charAt(0);
        if (first > '9') {
            boolean isBoolean = word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false");
            return isBoolean ? Kind.BOOLEAN : kindOfName(word);
        }
        Kind named = first == '+' || first == '-' ? kindOfName(word.substring(1)) : Kind.WORD;
        boolean isTooLarge = named == Kind.WORD && NumberText.isInfinite(word.getBytes(StandardCharsets.UTF_8));
        return isTooLarge ? Kind.INFINITE : named;
    }

    private static Kind kindOfName(String name) {
        if (name.equalsIgnoreCase("nan")) {
            return Kind.NUMBER;
        }
        return name.equalsIgnoreCase("inf") || name.equalsIgnoreCase("infinity") ? Kind.INFINITE : Kind.WORD;
    }

    void addTo(ColumnCells cells) {
        switch (cells.isTextInFiles() && kind != Kind.MISSING ? Kind.WORD : kind) {
            case MISSING -> cells.addMissing(text);
            case MISSING_NUMBER -> {
                cells.addMissing();
                cells.holdsMissing(number);
            }
            case NUMBER -> cells.addNumber(number);
            case INFINITE -> cells.addInfinite(text.strip());
            case BOOLEAN -> cells.addWrittenBoolean(text);
            case WORD -> cells.addText(text);
        }
    }
}
