package slope.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slope.layer.Activation;
import slope.layer.Dense;
import slope.onnx.format.OnnxException;
import slope.target.Classes;

/// Activations that other programs write as several nodes, as those have them: z is "h", the outcome "a".
class ImportedActivationsTest {
    private static final int INPUTS = ImportedWriter.INPUTS;

    /// PyTorch up to operators 19.
    @Test
    void geluAsPyTorchHasIt() throws Exception {
        ImportedWriter file =
                start().constant("root", Math.sqrt(2)).constant("one", 1).constant("half", 0.5);
        file.node("Div", "d", "h", "root").node("Erf", "e", "d").node("Add", "f", "e", "one");
        file.node("Mul", "g", "h", "f").node("Mul", "a", "g", "half");
        assertIs(file, Activation.GELU);
    }

    /// Keras by tf2onnx: 0.5·z first, √½ instead of √2, constants in front.
    @Test
    void geluAsKerasHasIt() throws Exception {
        ImportedWriter file =
                start().constant("root", 0.70710677).constant("one", 1).constant("half", 0.5);
        file.node("Mul", "g", "half", "h").node("Mul", "d", "root", "h").node("Erf", "e", "d");
        file.node("Add", "f", "one", "e").node("Mul", "a", "g", "f");
        assertIs(file, Activation.GELU);
    }

    /// `approximate="tanh"`, PyTorch's `GELU(approximate="tanh")` from operators 20 on.
    @Test
    void geluByTanhAsOneNode() throws Exception {
        assertIs(start().node("Gelu", "a", "h").attribute("approximate", "tanh"), Activation.GELU_TANH);
    }

    /// PyTorch up to operators 19: z·(z·z), the constants in front.
    @Test
    void geluByTanhAsPyTorchHasIt() throws Exception {
        ImportedWriter file = startOfGeluByTanh();
        file.node("Mul", "square", "h", "h").node("Mul", "cube", "h", "square");
        file.node("Mul", "c", "cubic", "cube").node("Add", "d", "h", "c").node("Mul", "u", "root", "d");
        file.node("Tanh", "t", "u").node("Add", "e", "one", "t");
        file.node("Mul", "f", "h", "e").node("Mul", "a", "half", "f");
        assertIs(file, Activation.GELU_TANH);
    }

    /// Keras by tf2onnx: ½·z first, a power, the constants behind.
    @Test
    void geluByTanhAsKerasHasIt() throws Exception {
        ImportedWriter file = startOfGeluByTanh().constant("three", 3);
        file.node("Mul", "g", "half", "h").node("Pow", "cube", "h", "three").node("Mul", "c", "cube", "cubic");
        file.node("Add", "d", "h", "c").node("Mul", "u", "d", "root").node("Tanh", "t", "u");
        file.node("Add", "e", "t", "one").node("Mul", "a", "g", "e");
        assertIs(file, Activation.GELU_TANH);
    }

    /// As [slope.onnx.graph] writes it, in a file that does not say so.
    @Test
    void geluByTanhAsSlopeHasIt() throws Exception {
        ImportedWriter file = start().constant("cubic", Activation.GeluTanh.CUBIC);
        file.constant("linear", Activation.GeluTanh.LINEAR).node("Mul", "square", "h", "h");
        file.node("Mul", "c", "square", "cubic").node("Add", "d", "c", "linear").node("Mul", "u", "h", "d");
        file.node("Sigmoid", "s", "u").node("Mul", "a", "h", "s");
        assertIs(file, Activation.GELU_TANH);
    }

    @Test
    void geluByAnotherApproximationIsRefused() {
        ImportedWriter file = start().node("Gelu", "a", "h").attribute("approximate", "sigmoid");
        assertRefused(file, "its Gelu node \"node of a\" approximates GELU by \"sigmoid\"; only tanh is known");
    }

    @Test
    void siluAsPyTorchHasIt() throws Exception {
        assertIs(start().node("Sigmoid", "s", "h").node("Mul", "a", "h", "s"), Activation.SILU);
    }

    @Test
    void mishAsPyTorchHasIt() throws Exception {
        ImportedWriter file = start();
        file.node("Softplus", "s", "h").node("Tanh", "t", "s").node("Mul", "a", "h", "t");
        assertIs(file, Activation.MISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Softmax", "LogSoftmax"})
    void aSoftmaxAtTheEndMakesClasses(String softmax) {
        ImportedWriter file = new ImportedWriter().tensor("w", INPUTS, 3);
        file.node("MatMul", "h", "x", "w").node(softmax, "y", "h").attribute("axis", -1);
        assertThat(ModelFile.of(file.bytes("y", 3)).model().target()).isInstanceOf(Classes.class);
    }

    @Test
    void aSoftmaxDownTheRowsIsRefused() {
        ImportedWriter file = new ImportedWriter().tensor("w", INPUTS, 3);
        file.node("MatMul", "h", "x", "w").node("Softmax", "a", "h").attribute("axis", 0);
        assertRefused(file, "its Softmax node \"node of a\" goes over axis 0");
    }

    /// z·sigmoid(1.702·z), which is near GELU and not it.
    @Test
    void anActivationThatSlopeHasNotIsRefused() {
        ImportedWriter file = start().constant("factor", 1.702);
        file.node("Mul", "m", "h", "factor").node("Sigmoid", "s", "m").node("Mul", "a", "h", "s");
        assertRefused(file, "its nodes from \"h\" to \"a\" are no activation that Slope has");
    }

    @Test
    void aWayAroundALayerIsRefused() {
        ImportedWriter file = start().tensor("w2", 4, 4);
        file.node("MatMul", "m", "h", "w2").node("Add", "a", "m", "h");
        assertRefused(file, "its MatMul node \"node of m\" is no step of an activation that Slope has");
    }

    private static ImportedWriter start() {
        ImportedWriter file = new ImportedWriter().tensor("w1", INPUTS, 4).tensor("b1", 4);
        return file.tensor("w3", 4, 2).node("Gemm", "h", "x", "w1", "b1");
    }

    private static ImportedWriter startOfGeluByTanh() {
        ImportedWriter file = start().constant("cubic", 0.044715).constant("root", Math.sqrt(2 / Math.PI));
        return file.constant("one", 1).constant("half", 0.5);
    }

    private static void assertIs(ImportedWriter file, Activation activation) throws Exception {
        byte[] bytes = file.node("MatMul", "y", "a", "w3").bytes("y", 2);
        assertThat(ModelFile.of(bytes)
                        .model()
                        .members()
                        .getFirst()
                        .network()
                        .architecture()
                        .layers())
                .startsWith(new Dense(4, activation, Dense.Bias.PRESENT))
                .hasSize(2);
        ImportedAgreement.assertAgreement(bytes);
    }

    private static void assertRefused(ImportedWriter file, String sentence) {
        assertThatThrownBy(() -> ModelFile.of(file.bytes("a", 4)))
                .isInstanceOf(OnnxException.class)
                .hasMessageContaining(sentence);
    }
}
