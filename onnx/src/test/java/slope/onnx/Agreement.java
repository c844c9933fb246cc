package slope.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import slope.model.FittedNetwork;
import slope.model.Model;
import slope.table.JavaValue;
import slope.table.Table;
import slope.target.Amounts;
import slope.target.Classes;
import slope.target.Labels;
import slope.target.Numbers;
import slope.target.Prediction;
import slope.target.Quantiles;
import slope.target.TargetScale;

/// Whether ONNX Runtime and Slope say the same of the same rows.
///
/// What enters a network is the same, and what leaves it is decoded in double by both. In between both add
/// up floats, in different orders. So probabilities may differ by 1e-6, and a value by 1e-5 of its distance
/// from the target's mean, or of a standard deviation where that is more, however large the mean is. Where
/// an input is more than 100 deviations away both grow with it: a float of 10,000 is off by up to 0.0005.
final class Agreement {
    private static final double PROBABILITY = 1e-6;
    private static final double VALUE = 1e-5;

    private Agreement() {}

    /// Scores the rows as one batch in ONNX Runtime and one by one in Slope.
    static void assertAgreement(Model model, List<Map<String, @Nullable Object>> rows) throws Exception {
        Map<String, Object> outputs;
        try (RuntimeSession session = new RuntimeSession(new ModelFile(model, Provenance.unknown()).toByteArray())) {
            outputs = session.run(rows);
        }
        for (int row = 0; row < rows.size(); row++) {
            double growth = growth(model, rows.get(row));
            Prediction prediction = model.predict(rows.get(row));
            assertRowAgrees(model, prediction, new OutputRow(outputs, row, rows.get(row)), growth);
            if (model.conformal().isPresent()) {
                new SetAgreement(model, outputs, growth).assertRow(prediction, row);
            }
        }
    }

    private static void assertRowAgrees(Model model, Prediction prediction, OutputRow row, double growth) {
        switch (model.target()) {
            case Classes classes -> {
                for (int index = 0; index < classes.width(); index++) {
                    row.assertClose(
                            row.number("probabilities", index),
                            prediction.probability(classes.classes().get(index)),
                            PROBABILITY * growth);
                }
                double beyond = classes.threshold()
                        .map(least -> Math.abs(
                                prediction.probability(classes.classes().getLast()) - least.probability()))
                        .orElseGet(() ->
                                prediction.probability(prediction.text()) - prediction.probability(row.word("label")));
                // Within that difference of a threshold, or where two classes are as likely, either may be named.
                if (!row.word("label").equals(prediction.text())) {
                    assertThat(beyond).as(row.toString()).isCloseTo(0, within(2 * PROBABILITY * growth));
                }
            }
            case Labels labels -> {
                for (String label : labels.columns()) {
                    row.assertClose(
                            row.number("probability_" + label, 0), prediction.probability(label), PROBABILITY * growth);
                }
                for (int label = 0; label < labels.columns().size(); label++) {
                    assertThat(row.word("label_" + labels.columns().get(label)))
                            .isEqualTo(prediction.all().text(prediction.row(), label));
                }
            }
            case Numbers numbers -> {
                for (TargetScale scale : numbers.scales()) {
                    String name = numbers.scales().size() == 1 ? "value" : "value_" + scale.column();
                    row.assertValue(row.number(name, 0), prediction.value(scale.column()), scale, growth);
                }
            }
            case Quantiles quantiles -> {
                for (double level : quantiles.levels()) {
                    row.assertValue(
                            row.number("quantile_" + level, 0),
                            prediction.value(quantiles.scale().column() + "_" + level),
                            quantiles.scale(),
                            growth);
                }
            }
            // e^output: what the output is off by is a share of the count.
            case Amounts _ ->
                row.assertClose(row.number("value", 0), prediction.value(), VALUE * prediction.value() * growth);
        }
    }

    /// A row of what ONNX Runtime says.
    private record OutputRow(Map<String, Object> outputs, int row, Map<String, @Nullable Object> cells) {
        double number(String name, int column) {
            return switch (output(name)) {
                case float[][] floats -> floats[row][column];
                case double[][] doubles -> doubles[row][column];
                default -> throw new AssertionError(name);
            };
        }

        String word(String name) {
            return ((String[]) output(name))[row];
        }

        void assertValue(double value, double expected, TargetScale scale, double growth) {
            double deviations = Math.max(1, Math.abs(expected - scale.mean()) / scale.standardDeviation());
            assertClose(value, expected, VALUE * deviations * scale.standardDeviation() * growth);
        }

        void assertClose(double value, double expected, double tolerance) {
            assertThat(value).as("row %s: %s", row, cells).isCloseTo(expected, within(tolerance));
        }

        private Object output(String name) {
            return Objects.requireNonNullElseGet(outputs.get(name), () -> outputs.get(name + "_2"));
        }
    }

    private static double growth(Model model, Map<String, @Nullable Object> row) {
        Table table = new Table(row.entrySet().stream()
                .map(cell -> JavaValue.column(cell.getKey(), cell.getValue()))
                .toList());
        double largest = 0;
        for (FittedNetwork member : model.members()) {
            for (float input : member.encoding().encode(table)) {
                largest = Math.max(largest, Math.abs(input));
            }
        }
        return Math.max(1, largest / 100);
    }
}
