package slope.tables;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// How text writes the numbers of a column. It has a text form, its pattern, see [#of].
sealed interface Notation permits Notation.Plain, Notation.Text, NumberNotation, TimeNotation {
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

    /// Of codes, which are no numbers although they look like some.
    Notation TEXT = new Text();

    /// Of codes.
    record Text() implements Notation {
        @Override
        public double number(String text) {
            return Double.NaN;
        }

        @Override
        public String pattern() {
            return "text";
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
    /// number 1234, where no cell had decimals; `h:mm`, `h:mm:ss`, `P1D`; or `text`.
    ///
    /// @throws IllegalArgumentException if there is none
    static Notation of(String pattern) {
        for (Notation each : List.of(PLAIN, TEXT)) {
            if (each.pattern().equals(pattern)) {
                return each;
            }
        }
        return TimeNotation.of(pattern).<Notation>map(time -> time).orElseGet(() -> NumberNotation.of(pattern));
    }
}
