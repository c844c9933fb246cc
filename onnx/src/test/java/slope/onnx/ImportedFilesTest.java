package slope.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slope.Slope;
import slope.internal.random.SplitRandom;
import slope.model.FittedNetwork;
import slope.model.Model;
import slope.onnx.format.OnnxException;
import slope.recipe.Recipe;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.target.Classes;

/// Networks as other programs write them, made with ONNX's own messages, compared with ONNX Runtime.
class ImportedFilesTest {
    private static final int INPUTS = ImportedWriter.INPUTS;

    @ParameterizedTest
    @ValueSource(strings = {"Relu", "Sigmoid", "Tanh", "LeakyRelu", "Elu", "Selu", "Gelu", "Mish", "Softmax"})
    void aNetworkInTheStyleOfPyTorch(String activation) throws Exception {
        boolean softmax = activation.equals("Softmax");
        ImportedWriter file = new ImportedWriter();
        file.tensor("w1", 5, INPUTS).tensor("b1", 5).tensor("w2", 2, 5).tensor("b2", 2);
        file.node("Gemm", "h1", "x", "w1", "b1").attribute("transB", 1);
        file.node(softmax ? "Relu" : activation, "h2", "h1");
        file.node("Dropout", "h3", "h2");
        file.node("Gemm", "h4", "h3", "w2", "b2").attribute("transB", 1);
        file.node(softmax ? "Softmax" : "Identity", "y", "h4");
        ImportedAgreement.assertAgreement(file.bytes("y", 2));
    }

    @Test
    void aNetworkInTheStyleOfKeras() throws Exception {
        ImportedWriter file = new ImportedWriter();
        file.tensor("w1", INPUTS, 4).tensor("b1", 4).tensor("w2", 4, 1).tensor("b2", 1);
        file.positive("scale", 4).positive("shift", 4).positive("mean", 4).positive("variance", 4);
        file.node("Flatten", "f", "x").node("Cast", "c", "f").attribute("to", 1);
        file.node("MatMul", "h1", "c", "w1").node("Add", "h2", "b1", "h1").node("Relu", "h3", "h2");
        file.node("BatchNormalization", "h4", "h3", "scale", "shift", "mean", "variance");
        file.node("MatMul", "h5", "h4", "w2").node("Add", "h6", "h5", "b2").node("Sigmoid", "y", "h6");
        byte[] bytes = file.bytes("y", 1);
        ImportedAgreement.assertAgreement(bytes);
        assertThat(ModelFile.of(bytes).model().target()).isInstanceOf(Classes.class);
    }

    @Test
    void itCanBeSavedAsSlopesOwn() throws Exception {
        ImportedWriter file = new ImportedWriter().tensor("w", INPUTS, 2);
        file.node("MatMul", "y", "x", "w");
        Model model = ModelFile.of(file.bytes("y", 2)).model();
        ModelFile again = ModelFile.of(new ModelFile(model, Provenance.unknown()).toByteArray());
        Map<String, @Nullable Object> row = Map.of("x1", 1.5, "x2", -20_000, "x3", 0.25);
        assertThat(again.model().predict(row).value("y2"))
                .isEqualTo(model.predict(row).value("y2"));
    }

    @Test
    void itGoesOnLearningAndIsServedAgain() throws Exception {
        ImportedWriter file =
                new ImportedWriter().tensor("w1", 6, INPUTS).tensor("b1", 6).tensor("w2", 6, 1);
        file.node("Gemm", "h1", "x", "w1", "b1").attribute("transB", 1).node("Tanh", "h2", "h1");
        file.node("MatMul", "y", "h2", "w2");
        FittedNetwork start = ModelFile.of(file.bytes("y", 1)).model().members().getFirst();
        double[][] cells = new double[INPUTS + 1][60];
        for (int row = 0; row < 60; row++) {
            for (int column = 0; column < INPUTS; column++) {
                cells[column][row] = (float) SplitRandom.of(3, row, column).nextGaussian();
            }
            cells[INPUTS][row] = cells[0][row] - cells[2][row];
        }
        Table table = Table.of(
                NumberColumn.of("p", cells[0]),
                NumberColumn.of("q", cells[1]),
                NumberColumn.of("r", cells[2]),
                NumberColumn.of("answer", cells[3]));
        Model trained = Slope.predict("answer")
                .recipe(Recipe.fineTune(start).learningRate(0.02).epochs(40))
                .fit(table)
                .model();
        assertThat(trained.members().getFirst().network()).isNotEqualTo(start.network());
        try (RuntimeSession session = new RuntimeSession(new ModelFile(trained, Provenance.unknown()).toByteArray())) {
            Map<String, @Nullable Object> row = Map.of("p", 0.5f, "q", -0.25f, "r", 1.5f);
            double served = ((double[][]) session.run(List.of(row)).get("value"))[0][0];
            assertThat(trained.predict(row).value()).isCloseTo(served, within(1e-5));
        }
    }

    @Test
    void anOperatorThatIsNotSupportedIsNamedWithItsNode() {
        ImportedWriter file = new ImportedWriter();
        file.node("Conv", "y", "x");
        assertRefused(file, "its Conv node \"node of y\" has an operator that is not supported");
    }

    @Test
    void aCircleIsRefused() {
        ImportedWriter file = new ImportedWriter();
        file.node("Relu", "a", "b").node("Relu", "b", "a").node("Relu", "y", "b");
        assertRefused(file, "its Relu node \"node of a\" does not go on from \"x\"");
    }

    @Test
    void aSecondBranchIsRefused() {
        ImportedWriter file = new ImportedWriter().tensor("w", INPUTS, INPUTS);
        file.node("MatMul", "a", "x", "w").node("Add", "y", "a", "x");
        assertRefused(file, "its MatMul node \"node of a\" is no step of an activation that Slope has");
    }

    @Test
    void aMatrixOfAnotherSizeIsRefused() {
        ImportedWriter file = new ImportedWriter().tensor("w", 2, 2);
        file.node("MatMul", "y", "x", "w");
        assertRefused(file, "multiplies rows of 3 numbers by a matrix of 2 × 2");
    }

    private static void assertRefused(ImportedWriter file, String sentence) {
        assertThatThrownBy(() -> ModelFile.of(file.bytes("y", 1)))
                .isInstanceOf(OnnxException.class)
                .hasMessageContaining(sentence);
    }
}
