package slope.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slope.layer.Activation;
import slope.model.Model;
import slope.preprocess.ColumnEncoder;
import slope.target.Target;

/// ONNX Runtime and Slope say the same of the same rows: models made by hand, so that every kind of column,
/// activation, layer and target is among them. [TrainedAgreementTest] has those of the recipes.
class RuntimeAgreementTest {
    static Stream<Target> targets() {
        return Cases.TARGETS.stream();
    }

    static Stream<Activation> activations() {
        return Cases.ACTIVATIONS.stream();
    }

    /// By column: one may have several encodings.
    static Stream<List<ColumnEncoder>> columns() {
        Map<String, List<ColumnEncoder>> byName =
                Cases.columns().stream().collect(Collectors.groupingBy(ColumnEncoder::column));
        return byName.values().stream();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void ofEveryTaskInTenThousandRows(Target target) throws Exception {
        Agreement.assertAgreement(
                Cases.model(Cases.columns(), target, Activation.RELU, 1), Cases.rows(Cases.columns(), 10_000, 7));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void ofEveryTaskInASingleRow(Target target) throws Exception {
        Agreement.assertAgreement(
                Cases.model(Cases.columns(), target, Activation.RELU, 2), Cases.rows(Cases.columns(), 1, 7));
    }

    @ParameterizedTest
    @MethodSource("activations")
    void withEveryActivation(Activation activation) throws Exception {
        Agreement.assertAgreement(
                Cases.model(Cases.columns(), Cases.MANY, activation, 3), Cases.rows(Cases.columns(), 300, 7));
    }

    @ParameterizedTest
    @MethodSource("columns")
    void ofEveryColumnAlone(List<ColumnEncoder> alone) throws Exception {
        Agreement.assertAgreement(Cases.model(alone, Cases.TWO, Activation.TANH, 4), Cases.rows(alone, 300, 7));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void ofSeveralNetworksThatAreAveraged(Target target) throws Exception {
        Agreement.assertAgreement(Cases.folds(Cases.columns(), target), Cases.rows(Cases.columns(), 300, 7));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void ofSeveralNetworksThatCountDifferently(Target target) throws Exception {
        Agreement.assertAgreement(Cases.weighted(Cases.columns(), target), Cases.rows(Cases.columns(), 300, 7));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void withEveryKindOfLayer(Target target) throws Exception {
        Agreement.assertAgreement(Cases.layered(target), Cases.rows(Cases.layeredColumns(), 1000, 7));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void withNormsAndAResidualBlock(Target target) throws Exception {
        Agreement.assertAgreement(
                Cases.normalized(target), Cases.rows(Cases.layeredColumns().subList(0, 5), 1000, 7));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void ofMembersThatShareTheirLayers(Target target) throws Exception {
        for (int rows : List.of(1, 1000)) {
            Agreement.assertAgreement(Cases.ensemble(target, 6), Cases.rows(Cases.ensembleColumns(), rows, 7));
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void ofFoldsWhoseNetworksHaveMembers(Target target) throws Exception {
        Agreement.assertAgreement(Cases.foldsOfEnsembles(target), Cases.rows(Cases.columns(), 300, 7));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void withLinearParts(Target target) throws Exception {
        List<Map<String, Object>> rows = Cases.rows(Cases.ensembleColumns(), 1000, 7);
        Agreement.assertAgreement(Cases.withLinearPart(Cases.ensemble(target, 6), 71), rows);
        Agreement.assertAgreement(
                Cases.withLinearPart(
                        new Model(List.of(
                                Cases.model(Cases.ensembleColumns(), target, Activation.RELU, 3)
                                        .members()
                                        .getFirst(),
                                Cases.model(Cases.ensembleColumns(), target, Activation.TANH, 4)
                                        .members()
                                        .getFirst())),
                        72),
                rows);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void ofOneNetworkWithALinearPart(Target target) throws Exception {
        Model model = Cases.model(Cases.ensembleColumns(), target, Activation.RELU, 3);
        Agreement.assertAgreement(Cases.withLinearPart(model, 73), Cases.rows(Cases.ensembleColumns(), 1000, 7));
    }

    @ParameterizedTest
    @MethodSource("slope.onnx.Cases#calibrated")
    void ofCalibratedProbabilities(Model model) throws Exception {
        Agreement.assertAgreement(model, Cases.rows(Cases.columns(), 1000, 7));
    }

    @ParameterizedTest
    @MethodSource("slope.onnx.Cases#conformal")
    void ofIntervalsAndSets(Model model) throws Exception {
        Agreement.assertAgreement(model, Cases.rows(Cases.columns(), 1000, 7));
    }

    @Test
    void namesThatColumnsTakeAreLeftToThem() throws Exception {
        Model model = Cases.model(Cases.columns(), Cases.MANY, Activation.RELU, 5);
        try (RuntimeSession session = new RuntimeSession(new ModelFile(model, Provenance.unknown()).toByteArray())) {
            assertThat(session.run(Cases.rows(Cases.columns(), 2, 0))).containsOnlyKeys("label_2", "probabilities");
        }
    }
}
