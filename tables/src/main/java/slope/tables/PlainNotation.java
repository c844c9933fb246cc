package slope.tables;

import java.nio.charset.StandardCharsets;

/// Cells as programs write them.
enum PlainNotation implements Notation {
    /// Digits, perhaps with a sign, a decimal point and an exponent.
    NUMBER("1234.5"),
    /// Codes, which are no numbers although they may look like some.
    TEXT("text");

    private final String pattern;

    PlainNotation(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String pattern() {
        return pattern;
    }

    @Override
    public double number(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return this == TEXT ? NumberText.NONE : NumberText.of(bytes, 0, bytes.length);
    }
}
