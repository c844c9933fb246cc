package slope.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slope.data.ColumnEncoding;
import slope.data.RowEncoder;
import slope.data.TargetEncoding;
import slope.data.TargetScale;
import slope.model.Member;
import slope.model.Model;
import slope.model.Prediction;
import slope.network.Activation;

/// ONNX Runtime and Slope say the same of the same rows.
///
/// Probabilities may differ by 1e-6. A value may differ by 1e-5 of its size, and where it nearly cancels
/// against the target's mean by 1e-5 of the deviation: no float is closer to 0 than that. Where an input
/// is more than 100 deviations away both grow with it: a float of 10,000 is off by up to 0.0005, and the
/// two add up in different orders.
class RuntimeAgreementTest {
    private static final double PROBABILITY = 1e-6;
    private static final double VALUE = 1e-5;

    static Stream<TargetEncoding> targets() {
        return Cases.TARGETS.stream();
    }

    static Stream<Activation> activations() {
        return Cases.ACTIVATIONS.stream();
    }

    /// By column: one may have several encodings.
    static Stream<List<ColumnEncoding>> columns() {
        Map<String, List<ColumnEncoding>> byName =
                Cases.columns().stream().collect(Collectors.groupingBy(ColumnEncoding::column));
        return byName.values().stream();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void ofEveryTaskInTenThousandRows(TargetEncoding target) throws Exception {
        assertAgreement(Cases.model(Cases.columns(), target, Activation.RELU, 1), Cases.columns(), 10_000);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void ofEveryTaskInASingleRow(TargetEncoding target) throws Exception {
        assertAgreement(Cases.model(Cases.columns(), target, Activation.RELU, 2), Cases.columns(), 1);
    }

    @ParameterizedTest
    @MethodSource("activations")
    void withEveryActivation(Activation activation) throws Exception {
        assertAgreement(Cases.model(Cases.columns(), Cases.MANY, activation, 3), Cases.columns(), 300);
    }

    @ParameterizedTest
    @MethodSource("columns")
    void ofEveryColumnAlone(List<ColumnEncoding> alone) throws Exception {
        assertAgreement(Cases.model(alone, Cases.TWO, Activation.TANH, 4), alone, 300);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void ofSeveralNetworksThatAreAveraged(TargetEncoding target) throws Exception {
        assertAgreement(Cases.folds(Cases.columns(), target), Cases.columns(), 300);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void withEveryKindOfLayer(TargetEncoding target) throws Exception {
        assertAgreement(Cases.layered(target), Cases.layeredColumns(), 1000);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void ofMembersThatShareTheirLayers(TargetEncoding target) throws Exception {
        for (int rows : List.of(1, 1000)) {
            assertAgreement(Cases.ensemble(target, 6), Cases.ensembleColumns(), rows);
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void ofFoldsWhoseNetworksHaveMembers(TargetEncoding target) throws Exception {
        assertAgreement(Cases.foldsOfEnsembles(target), Cases.columns(), 300);
    }

    @Test
    void namesThatColumnsTakeAreLeftToThem() throws Exception {
        Model model = Cases.model(Cases.columns(), Cases.MANY, Activation.RELU, 5);
        try (RuntimeSession session = new RuntimeSession(new ModelFile(model, Provenance.unknown()).toByteArray())) {
            assertThat(session.run(Cases.rows(Cases.columns(), 2, 0))).containsOnlyKeys("label_2", "probabilities");
        }
    }

    private static void assertAgreement(Model model, List<ColumnEncoding> columns, int count) throws Exception {
        List<Map<String, Object>> rows = Cases.rows(columns, count, 7);
        Map<String, Object> outputs;
        try (RuntimeSession session = new RuntimeSession(new ModelFile(model, Provenance.unknown()).toByteArray())) {
            outputs = session.run(rows);
        }
        for (int row = 0; row < count; row++) {
            double growth = growth(model, rows.get(row));
            assertRowAgrees(model, model.predict(rows.get(row)), new OutputRow(outputs, row, rows.get(row)), growth);
        }
    }

    private static void assertRowAgrees(Model model, Prediction prediction, OutputRow row, double growth) {
        switch (model.target()) {
            case TargetEncoding.Classes classes -> {
                for (int index = 0; index < classes.count(); index++) {
                    row.assertClose(
                            row.number("probabilities", index),
                            prediction.probability(classes.classes().get(index)),
                            PROBABILITY * growth);
                }
                assertThat(row.word("label")).as(row.toString()).isEqualTo(prediction.text());
            }
            case TargetEncoding.Labels labels -> {
                for (String label : labels.columns()) {
                    row.assertClose(
                            row.number("probability_" + label, 0), prediction.probability(label), PROBABILITY * growth);
                }
                assertThat(row.word("label_first")).isEqualTo(prediction.all().text(prediction.row(), 0));
                assertThat(row.word("label_second")).isEqualTo(prediction.all().text(prediction.row(), 1));
            }
            case TargetEncoding.Numbers numbers -> {
                for (TargetScale scale : numbers.scales()) {
                    String name = numbers.scales().size() == 1 ? "value" : "value_" + scale.column();
                    row.assertValue(row.number(name, 0), prediction.value(scale.column()), scale.deviation() * growth);
                }
            }
            case TargetEncoding.Quantiles quantiles -> {
                for (double level : quantiles.levels()) {
                    row.assertValue(
                            row.number("quantile_" + level, 0),
                            prediction.value("target_" + level),
                            quantiles.scale().deviation() * growth);
                }
            }
            // e^output: what the output is off by is a share of the count.
            case TargetEncoding.Counts _ ->
                row.assertValue(row.number("value", 0), prediction.value(), prediction.value() * growth);
        }
    }

    /// A row of what ONNX Runtime says.
    private record OutputRow(Map<String, Object> outputs, int row, Map<String, Object> cells) {
        double number(String name, int column) {
            return ((float[][]) output(name))[row][column];
        }

        String word(String name) {
            return ((String[]) output(name))[row];
        }

        void assertValue(double value, double expected, double unit) {
            assertClose(value, expected, VALUE * Math.max(Math.abs(expected), unit));
        }

        void assertClose(double value, double expected, double tolerance) {
            assertThat(value).as("row %s: %s", row, cells).isCloseTo(expected, within(tolerance));
        }

        private Object output(String name) {
            return Objects.requireNonNullElseGet(outputs.get(name), () -> outputs.get(name + "_2"));
        }
    }

    private static double growth(Model model, Map<String, Object> row) {
        double largest = 0;
        for (Member member : model.members()) {
            int width = member.network().architecture().inputs();
            for (float input : RowEncoder.encode(member.encoding(), row::get, width)) {
                largest = Math.max(largest, Math.abs(input));
            }
        }
        return Math.max(1, largest / 100);
    }
}
