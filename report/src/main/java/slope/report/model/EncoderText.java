package slope.report.model;

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

/// How a column enters a network, in words: what an encoder makes of any of its cells.
public final class EncoderText {
    private static final int DIGITS = 4;

    private EncoderText() {}

    /// What the encoder does, as half a sentence.
    public static String of(ColumnEncoder encoder) {
        return switch (encoder) {
            case NumberEncoder number ->
                "the number, %s; a missing one counts as %s"
                        .formatted(scaled(number.scaling()), text(number.imputed()));
            case DateEncoder date ->
                "its %s, %s; a missing one counts as %s"
                        .formatted(date.part().title(), scaled(date.scaling()), text(date.imputed()));
            case MissingIndicator indicator ->
                "whether it is missing: %s, else %s"
                        .formatted(text(indicator.whenMissing()), text(indicator.whenPresent()));
            case BooleanEncoder truth ->
                "%s for true, %s for false, %s where it is missing"
                        .formatted(text(truth.whenTrue()), text(truth.whenFalse()), text(truth.whenMissing()));
            case OneHotEncoder oneHot -> oneHot(oneHot);
            case OrdinalEncoder code ->
                "%s; missing, rare and new ones share one"
                        .formatted(learned(code.levels().size(), "categories"));
            case ExactValueEncoder code ->
                "besides, %s; the other values share one"
                        .formatted(learned(code.values().size(), "frequent values"));
        };
    }

    private static String oneHot(OneHotEncoder encoder) {
        int levels = encoder.levels().size();
        if (levels == 2 && encoder.width() == 1) {
            return "%s for \"%s\", %s for \"%s\", %s for any other or a missing one"
                    .formatted(
                            text(encoder.value(0, 0)),
                            encoder.levels().getFirst().name(),
                            text(encoder.value(1, 0)),
                            encoder.levels().getLast().name(),
                            text(encoder.value(2, 0)));
        }
        return "an input for each of %s categories%s"
                .formatted(levels, encoder.width() > levels ? ", and one for missing, rare and new ones" : "");
    }

    private static String learned(int count, String of) {
        return "a code for each of %s %s, whose numbers are learned".formatted(Numerals.count(count), of);
    }

    private static String scaled(Scaler scaling) {
        return switch (scaling) {
            case Scaler.Unchanged ignored -> "as it is";
            case Scaler.Standard standard when standard.standardDeviation() == 0 -> "always 0, as all are equal";
            case Scaler.Standard(double mean, double standardDeviation) ->
                "less the mean %s, in standard deviations of %s".formatted(text(mean), text(standardDeviation));
            case Scaler.SignedLogarithm(Scaler.Standard standard) -> "as sign · ln(1 + its size), " + scaled(standard);
            case Scaler.Robust robust when robust.range() == 0 -> "always 0, as all are equal";
            case Scaler.Robust(double median, double range) ->
                "less the median %s, in interquartile ranges of %s, bent so that none is beyond ±%s"
                        .formatted(text(median), text(range), text(Scaler.Robust.BOUND));
            case Scaler.Normal ignored -> "by its rank among the training rows, as a normal number";
        };
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Numerals.exact(value)
                : Numerals.significant(value, DIGITS);
    }
}
