package slope.cli.trace;

import java.util.Locale;
import slope.data.BooleanEncoding;
import slope.data.CategoryEncoding;
import slope.data.CodeEncoding;
import slope.data.Column;
import slope.data.ColumnEncoding;
import slope.data.DateColumn;
import slope.data.DateEncoding;
import slope.data.MissingEncoding;
import slope.data.NumberColumn;
import slope.data.NumberEncoding;
import slope.data.Scaling;

/// How the cell of a row becomes an input, as a formula with its numbers.
final class CellText {
    private CellText() {}

    /// @param cells the encoding's column, of the row alone
    static String of(ColumnEncoding encoding, Column cells) {
        boolean missing = cells.isMissing(0);
        return switch (encoding) {
            case NumberEncoding(String _, double filling, Scaling scaling)
            when missing -> "missing, so " + scaled(number(filling), scaling);
            case NumberEncoding(String _, double _, Scaling scaling) -> scaled(cells.text(0), scaling);
            case DateEncoding(String _, DateEncoding.Part part, double filling, Scaling scaling) ->
                cells instanceof DateColumn dates && !missing
                        ? "%s: %s".formatted(part.title(), scaled(number(part.of(dates.seconds(0))), scaling))
                        : "missing, so " + scaled(number(filling), scaling);
            case MissingEncoding(String _, float whenMissing, float whenPresent) ->
                "%s where missing, %s where not".formatted(number(whenMissing), number(whenPresent));
            case BooleanEncoding(String _, float whenTrue, float whenFalse, float whenMissing) ->
                "%s for true, %s for false, %s for missing"
                        .formatted(number(whenTrue), number(whenFalse), number(whenMissing));
            case CodeEncoding code -> {
                int level = missing ? -1 : code.levels().indexOf(cells.text(0));
                yield level < 0
                        ? "0: missing, rare or never seen"
                        : "level %s of %s".formatted(level + 1, code.levels().size());
            }
            case CategoryEncoding category ->
                missing || !category.levels().contains(cells.text(0)) ? "missing, rare or never seen" : "its level's";
        };
    }

    private static String scaled(String value, Scaling scaling) {
        return switch (scaling) {
            case Scaling.Unchanged _ -> value;
            case Scaling.Standard(double _, double deviation)
            when deviation == 0 -> "0, as in every row of the training";
            case Scaling.Standard(double mean, double deviation) -> distance(value, mean, deviation);
            case Scaling.Robust(double _, double range) when range == 0 -> "0, as in every row of the training";
            case Scaling.Robust(double median, double range) ->
                "u/√(1 + (u/%s)²), u = %s".formatted(number(Scaling.Robust.BOUND), distance(value, median, range));
            case Scaling.Normal normal ->
                String.format(
                        Locale.ROOT,
                        "Φ⁻¹ of the share of training rows below %s, by %,d quantiles",
                        value,
                        normal.quantiles().size());
        };
    }

    private static String distance(String value, double centre, double unit) {
        return "(%s − %s) / %s"
                .formatted(value, centre < 0 ? "(" + number(centre) + ")" : number(centre), number(unit));
    }

    private static String number(double value) {
        return NumberColumn.text(value);
    }
}
