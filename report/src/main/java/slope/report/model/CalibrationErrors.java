package slope.report.model;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import slope.internal.text.Numerals;

/// The table of calibration errors: a row for each class or label.
public final class CalibrationErrors {
    /// What the errors mean.
    public static final String SENTENCE =
            "The error is the mean distance of predicted and observed in 15 bins of as many rows. Calibrated"
                    + " probabilities have one as well, the larger the fewer rows there are.";

    private CalibrationErrors() {}

    /// The names of its columns.
    ///
    /// @param what `class` or `label`
    public static List<String> heading(String what) {
        return List.of(
                what, "error", "if calibrated", "Brier", "= miscalibration", "- discrimination", "+ uncertainty");
    }

    /// A row.
    ///
    /// @param name of the class or label
    /// @param numbers in the order of the heading
    public static List<String> row(String name, double... numbers) {
        return Stream.concat(Stream.of(name), DoubleStream.of(numbers).mapToObj(number -> Numerals.fixed(number, 4)))
                .toList();
    }
}
