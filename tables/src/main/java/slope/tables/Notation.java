package slope.tables;

import java.util.stream.Stream;

/// How text writes the numbers of a column. It has a text form, its pattern, see [#of].
sealed interface Notation permits PlainNotation, NumberNotation, TimeNotation {

    /// The number that a text is, NaN if it is none.
    double number(String text);

    /// The text form.
    String pattern();

    /// Whether 1.234 is no plain number but 1234.
    default boolean hasDecimalComma() {
        return false;
    }

    /// Whether a plain number is none of the column: 0.12 beside 12%, 12 beside 0:12.
    default boolean refusesPlain() {
        return false;
    }

    /// The notation with this pattern: the number 1234.5 in it, as in `$1,234.5` or `1.234,5 kg`;
    /// the number 1234, where no cell had decimals; `h:mm`, `h:mm:ss`, `P1D`; or `text`.
    ///
    /// @throws IllegalArgumentException if there is none
    static Notation of(String pattern) {
        return Stream.concat(Stream.<Notation>of(PlainNotation.values()), Stream.of(TimeNotation.values()))
                .filter(each -> each.pattern().equals(pattern))
                .findFirst()
                .orElseGet(() -> NumberNotation.of(pattern));
    }
}
