package slope.tables;

import java.nio.charset.StandardCharsets;

/// How text writes the numbers of a column. It has a text form, its pattern, see [#of].
sealed interface Notation permits Notation.Plain, NumberNotation, TimeNotation {
    /// Digits, perhaps with a sign, a decimal point and an exponent.
    Notation PLAIN = new Plain();

    /// Of numbers as programs write them.
    record Plain() implements Notation {
        @Override
        public double number(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return NumberText.of(bytes, 0, bytes.length);
        }

        @Override
        public String pattern() {
            return "1234.5";
        }
    }

    /// The number that a text is, NaN if it is none.
    double number(String text);

    /// The text form.
    String pattern();

    /// Whether 1.234 is no plain number but 1234.
    default boolean hasDecimalComma() {
        return false;
    }

    /// The notation with this pattern: the number 1234.5 in it, as in `$1,234.5` or `1.234,5 kg`; the
    /// number 1234, where no cell had decimals; or `h:mm`, `h:mm:ss`, `P1D`.
    ///
    /// @throws IllegalArgumentException if there is none
    static Notation of(String pattern) {
        if (pattern.equals(PLAIN.pattern())) {
            return PLAIN;
        }
        return TimeNotation.of(pattern).<Notation>map(time -> time).orElseGet(() -> NumberNotation.of(pattern));
    }
}
