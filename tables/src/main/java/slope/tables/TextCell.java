package slope.tables;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.regex.Pattern;

/// A cell of a text file, and what it is where numbers may be.
///
/// @param text as it is written
/// @param number NaN where it is missing, or none
record TextCell(String text, Kind kind, double number) {
    private static final Pattern INFINITE = Pattern.compile("(?i)[+-]?inf(inity)?");
    private static final Pattern NOT_A_NUMBER = Pattern.compile("(?i)[+-]?nan");

    /// What numbers begin with, `inf` and `nan` too.
    private static final BitSet MAY_BE_NUMBER = new BitSet();

    static {
        "0123456789+-.iInN".chars().forEach(MAY_BE_NUMBER::set);
    }

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
        if (missing.has(text)) {
            return new TextCell(text, Kind.MISSING, Double.NaN);
        }
        String bare = text.strip();
        if (!MAY_BE_NUMBER.get(bare.charAt(0))) {
            boolean isBoolean = bare.equalsIgnoreCase("true") || bare.equalsIgnoreCase("false");
            return new TextCell(text, isBoolean ? Kind.BOOLEAN : Kind.WORD, Double.NaN);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        double number = NumberText.of(bytes, 0, bytes.length);
        if (missing.has(number)) {
            return new TextCell(text, Kind.MISSING_NUMBER, number);
        }
        if (!Double.isNaN(number) || NOT_A_NUMBER.matcher(bare).matches()) {
            return new TextCell(text, Kind.NUMBER, number);
        }
        boolean infinite = INFINITE.matcher(bare).matches() || NumberText.isInfinite(bytes);
        return new TextCell(text, infinite ? Kind.INFINITE : Kind.WORD, Double.NaN);
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
