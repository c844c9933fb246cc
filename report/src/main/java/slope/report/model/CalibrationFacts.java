package slope.report.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slope.internal.text.Numerals;
import slope.model.Model;
import slope.target.TemperatureScaling;

/// How a model's probabilities are calibrated.
///
/// @param temperatures above 1 where the networks were too sure of themselves; one for classes, one for each
///     label
/// @param uniformShare the share of the uniform distribution in the probabilities
public record CalibrationFacts(List<Temperature> temperatures, double uniformShare) {
    public CalibrationFacts {
        temperatures = List.copyOf(temperatures);
    }

    /// The temperature of a target column's probabilities.
    public record Temperature(String column, double temperature) {}

    /// Those of a model; empty where the networks' probabilities are served as they are, or numbers are predicted.
    public static Optional<CalibrationFacts> of(Model model) {
        return model.calibration().map(found -> of(model.target().columns(), found));
    }

    private static CalibrationFacts of(List<String> columns, TemperatureScaling found) {
        List<Temperature> temperatures = new ArrayList<>();
        for (double exponent : found.exponents()) {
            temperatures.add(new Temperature(columns.get(temperatures.size()), 1 / exponent));
        }
        return new CalibrationFacts(temperatures, found.share());
    }

    /// For people: `temperature 1.31`, and for labels each one's.
    public String text() {
        return temperatures.size() == 1
                ? "temperature " + number(temperatures.getFirst())
                : "temperatures "
                        + String.join(
                                ", ",
                                temperatures.stream()
                                        .map(each -> "%s of %s".formatted(number(each), each.column()))
                                        .toList());
    }

    private static String number(Temperature each) {
        return Numerals.fixed(each.temperature(), 2);
    }
}
