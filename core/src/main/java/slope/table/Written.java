package slope.table;

/// How text writes the values of a column, where that has to be said: `$1,234.50` is a number,
/// `31/12/99` a date.
///
/// @param pattern the notation: how it writes 1234.5, such as `$1,234.5`, or the form of its times,
///     such as `h:mm`; for dates their order, which [DateOrder] names
/// @param example a cell
/// @param value what the example is read as, such as `1234.5`
public record Written(String pattern, String example, String value) {
    @Override
    public String toString() {
        return "\"%s\" (%s)".formatted(example, value);
    }
}
