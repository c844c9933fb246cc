package slope.report.trace;

import java.util.List;
import java.util.Locale;
import slope.internal.text.Numerals;
import slope.preprocess.BooleanEncoder;
import slope.preprocess.ColumnEncoder;
import slope.preprocess.DateEncoder;
import slope.preprocess.ExactValueEncoder;
import slope.preprocess.MissingIndicator;
import slope.preprocess.NumberEncoder;
import slope.preprocess.OneHotEncoder;
import slope.preprocess.OrdinalEncoder;
import slope.preprocess.Scaler;
import slope.table.Column;
import slope.table.DateColumn;
import slope.table.Level;
import slope.table.NumberColumn;

/// How the cell of a row becomes an input, as a formula with its numbers.
final class CellText {
    private CellText() {}

    /// @param cells the encoding's column, of the row alone
    static String of(ColumnEncoder encoding, Column cells) {
        boolean missing = cells.isMissing(0);
        return switch (encoding) {
            case NumberEncoder number
            when missing -> "missing, so " + scaled(number(number.imputed()), number.scaling());
            case NumberEncoder number -> scaled(cells.text(0), number.scaling());
            case DateEncoder date ->
                cells instanceof DateColumn dates && !missing
                        ? "%s: %s"
                                .formatted(
                                        date.part().title(),
                                        scaled(number(date.part().of(dates.seconds(0))), date.scaling()))
                        : "missing, so " + scaled(number(date.imputed()), date.scaling());
            case MissingIndicator indicator ->
                "%s where missing, %s where not"
                        .formatted(number(indicator.whenMissing()), number(indicator.whenPresent()));
            case BooleanEncoder truth ->
                "%s for true, %s for false, %s for missing"
                        .formatted(number(truth.whenTrue()), number(truth.whenFalse()), number(truth.whenMissing()));
            case OrdinalEncoder code -> category(code.levels(), cells);
            case ExactValueEncoder code -> value(code, cells);
            case OneHotEncoder oneHot -> category(oneHot.levels(), cells);
        };
    }

    private static String value(ExactValueEncoder code, Column cells) {
        int index = cells instanceof NumberColumn number && !cells.isMissing(0)
                ? code.values().indexOf(number.value(0) + 0.0)
                : -1;
        return index < 0 ? "missing, rare or never seen" : "value %s of %s".formatted(index + 1, code.count() - 1);
    }

    private static String category(List<Level> levels, Column cells) {
        for (int index = 0; index < levels.size() && !cells.isMissing(0); index++) {
            if (levels.get(index).spellings().anyMatch(cells.text(0)::equals)) {
                return "category %s of %s".formatted(index + 1, levels.size());
            }
        }
        return "missing, rare or never seen";
    }

    private static String scaled(String value, Scaler scaling) {
        return switch (scaling) {
            case Scaler.Unchanged unchanged -> value;
            case Scaler.Standard standard when standard.standardDeviation() == 0 -> "0, as in every training row";
            case Scaler.Standard(double mean, double standardDeviation) -> distance(value, mean, standardDeviation);
            case Scaler.SignedLogarithm(Scaler.Standard standard) ->
                scaled("sign · ln(1 + |%s|)".formatted(value), standard);
            case Scaler.Robust robust when robust.range() == 0 -> "0, as in every training row";
            case Scaler.Robust(double median, double range) ->
                "u/√(1 + (u/%s)²), u = %s".formatted(number(Scaler.Robust.BOUND), distance(value, median, range));
            case Scaler.Normal normal ->
                String.format(
                        Locale.ROOT,
                        "Φ⁻¹ of the share of training rows below %s, by %,d quantiles",
                        value,
                        normal.quantiles().size());
        };
    }

    private static String distance(String value, double centre, double unit) {
        return "(%s - %s) / %s".formatted(value, Numerals.inFormula(centre), number(unit));
    }

    private static String number(double value) {
        return Numerals.exact(value);
    }
}
