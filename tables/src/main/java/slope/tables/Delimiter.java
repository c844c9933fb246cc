package slope.tables;

import java.util.Optional;

/// What separates the fields of a line of CSV.
///
/// @param character of ASCII, neither a letter nor a digit, a blank, a quote or a line end
public record Delimiter(char character) {
    private static final String TAB = "tab";
    private static final int ASCII = 128;

    /// @throws IllegalArgumentException if no such character separates fields
    public Delimiter {
        if (!separates(character)) {
            throw new IllegalArgumentException("\"" + character + "\" does not separate fields");
        }
    }

    /// The delimiter that a text names: one character, or `tab`.
    public static Optional<Delimiter> named(String text) {
        String character = text.equals(TAB) || text.equals("\\t") ? "\t" : text;
        return character.length() == 1 && separates(character.charAt(0))
                ? Optional.of(new Delimiter(character.charAt(0)))
                : Optional.empty();
    }

    private static boolean separates(char character) {
        return character > 0
                && character < ASCII
                && !Character.isLetterOrDigit(character)
                && " \"\r\n".indexOf(character) < 0;
    }

    /// Its name in a request: the character itself, or `tab`.
    public String title() {
        return character == '\t' ? TAB : String.valueOf(character);
    }

    /// Its name in a sentence.
    static String words(char character) {
        return switch (character) {
            case ',' -> "comma";
            case ';' -> "semicolon";
            case '\t' -> TAB;
            case '|' -> "bar (|)";
            default -> "'" + character + "'";
        };
    }
}
