package slope.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import slope.layer.Activation;
import slope.layer.Dense;
import slope.onnx.format.OnnxException;

/// What other programs compute of constants alone, and constants that are added to rows or scale them.
class ImportedConstantsTest {
    private static final int INPUTS = ImportedWriter.INPUTS;

    /// PyTorch writes tensors of the same numbers once, here those of two batch normalisations.
    @Test
    void tensorsThatAreShared() throws Exception {
        ImportedWriter file = new ImportedWriter().tensor("w1", INPUTS, 4).positive("ones", 4);
        file.tensor("zeros", 4).tensor("w2", 4, 2);
        file.node("Identity", "variance", "ones").node("Identity", "shift", "zeros");
        file.node("MatMul", "h1", "x", "w1");
        file.node("BatchNormalization", "h2", "h1", "ones", "zeros", "zeros", "variance")
                .node("Relu", "h3", "h2");
        file.node("BatchNormalization", "h4", "h3", "ones", "shift", "zeros", "variance");
        file.node("MatMul", "y", "h4", "w2");
        assertIs(file, Activation.RELU);
    }

    @Test
    void weightsThatAreTurnedRound() throws Exception {
        ImportedWriter file =
                new ImportedWriter().tensor("w1", 4, INPUTS).tensor("b1", 4).tensor("w2", 2, 4);
        file.node("Transpose", "t1", "w1").node("MatMul", "m", "x", "t1").node("Add", "h", "b1", "m");
        file.node("Tanh", "a", "h").node("Transpose", "t2", "w2").node("MatMul", "y", "a", "t2");
        assertIs(file, Activation.TANH);
    }

    /// What TensorFlow makes of a batch normalisation that was not computed before it was saved.
    @Test
    void aBatchNormalisationInPieces() throws Exception {
        ImportedWriter file = new ImportedWriter().tensor("w1", INPUTS, 4).positive("variance", 4);
        file.positive("scale", 4).tensor("shift", 1, 4).tensor("mean", 4).constant("epsilon", 1e-3);
        file.tensor("w2", 4, 2).node("Add", "v", "variance", "epsilon").node("Sqrt", "d", "v");
        file.node("Reciprocal", "r", "d").node("Mul", "f", "r", "scale").node("Mul", "p", "mean", "f");
        file.node("Sub", "s", "shift", "p").node("Neg", "n1", "s").node("Neg", "n2", "n1");
        file.node("MatMul", "m", "x", "w1").node("Mul", "g", "f", "m").node("Add", "h", "g", "n2");
        file.node("Relu", "a", "h").node("MatMul", "y", "a", "w2");
        assertIs(file, Activation.RELU);
    }

    @Test
    void columnsThatAreScaledFirstAndValuesThatAreScaledBack() throws Exception {
        ImportedWriter file = new ImportedWriter().tensor("mean", INPUTS).positive("deviation", 1, INPUTS);
        file.tensor("w1", INPUTS, 4).tensor("w2", 4, 2).constant("unit", 12.5).constant("zero", -3);
        file.node("Sub", "c", "x", "mean").node("Div", "d", "c", "deviation").node("MatMul", "h", "d", "w1");
        file.node("Relu", "a", "h").node("MatMul", "m", "a", "w2").node("Mul", "v", "m", "unit");
        file.node("Add", "y", "v", "zero");
        assertIs(file, Activation.RELU);
    }

    /// 1 − tanh, whose layer has its activation already: the layer behind takes the rest.
    @Test
    void whatIsLeftOfAConstant() throws Exception {
        ImportedWriter file =
                new ImportedWriter().tensor("w1", INPUTS, 4).tensor("w2", 4, 2).constant("one", 1);
        file.node("MatMul", "h", "x", "w1").node("Tanh", "t", "h").node("Sub", "s", "one", "t");
        file.node("Neg", "a", "s").node("MatMul", "y", "a", "w2");
        assertIs(file, Activation.TANH);
    }

    @Test
    void aScaleAtTheEndIsALayer() throws Exception {
        ImportedWriter file = new ImportedWriter().tensor("w1", INPUTS, 4).tensor("range", 4);
        file.node("MatMul", "h", "x", "w1").node("Tanh", "t", "h").node("Mul", "y", "t", "range");
        ImportedAgreement.assertAgreement(file.bytes("y", 4));
    }

    /// As PyTorch's newer exporter has it before it is optimised: constants in nodes, √(2/π) to be computed.
    @Test
    void constantsInNodes() throws Exception {
        ImportedWriter file = new ImportedWriter().tensor("w1", INPUTS, 4).tensor("w2", 4, 2);
        file.node("MatMul", "h", "x", "w1").node("Constant", "three").attribute("value_int", 3);
        file.node("Constant", "two").attribute("value_float", 2.0);
        file.node("Constant", "pi").attribute("value_float", Math.PI);
        file.node("Constant", "cubic").attribute("value_float", 0.044715);
        file.node("Constant", "one").attribute("value_float", 1.0);
        file.node("Constant", "half").attribute("value_float", 0.5);
        file.node("Div", "q", "two", "pi").node("Sqrt", "root", "q");
        file.node("Cast", "power", "three").attribute("to", 1);
        file.node("Pow", "p", "h", "power").node("Mul", "c", "cubic", "p").node("Add", "d", "h", "c");
        file.node("Mul", "u", "root", "d").node("Tanh", "t", "u").node("Add", "e", "t", "one");
        file.node("Mul", "f", "h", "e").node("Mul", "a", "half", "f").node("MatMul", "y", "a", "w2");
        assertIs(file, Activation.GELU_TANH);
    }

    @Test
    void aLearnedSlopeForAllNumbers() throws Exception {
        ImportedWriter file =
                new ImportedWriter().tensor("w1", INPUTS, 4).tensor("w2", 4, 2).constant("slope", 0.25);
        file.node("MatMul", "h", "x", "w1").wholes("shape", 1, -1).node("Reshape", "s", "slope", "shape");
        file.node("PRelu", "a", "h", "s").node("MatMul", "y", "a", "w2");
        assertIs(file, new Activation.LeakyRelu(0.25));
    }

    @Test
    void learnedSlopesThatDifferAreRefused() {
        ImportedWriter file = new ImportedWriter().tensor("w", INPUTS, 4).tensor("slopes", 4);
        file.node("MatMul", "h", "x", "w").node("PRelu", "y", "h", "slopes");
        assertRefused(file, "its PRelu node \"node of y\" has several slopes; one for all numbers is read");
    }

    @Test
    void aDivisionByWhatIsComputedIsRefused() {
        ImportedWriter file = new ImportedWriter().tensor("w", INPUTS, 4).constant("one", 1);
        file.node("MatMul", "h", "x", "w").node("Div", "y", "one", "h");
        assertRefused(file, "its Div node \"node of y\" divides by what the network computes");
    }

    /// Of 4 × 1 numbers each goes to a row of its own.
    @Test
    void numbersDownTheRowsAreRefused() {
        ImportedWriter file = new ImportedWriter().tensor("w", INPUTS, 4).tensor("b", 4, 1);
        file.node("MatMul", "h", "x", "w").node("Add", "y", "h", "b");
        assertRefused(file, "its Add node \"node of y\" has numbers of the shape [4, 1] for rows of 4");
    }

    @Test
    void digitsThatAreCutOffAreRefused() {
        ImportedWriter file = new ImportedWriter().tensor("w", INPUTS, 4);
        file.node("MatMul", "h", "x", "w").node("Cast", "y", "h").attribute("to", 7);
        assertRefused(file, "its Cast node \"node of y\" cuts digits off");
    }

    @Test
    void anUnknownOperatorOnConstantsIsNamed() {
        ImportedWriter file = new ImportedWriter().tensor("w", INPUTS, 4);
        file.node("Cosh", "v", "w").node("MatMul", "y", "x", "v");
        assertRefused(file, "its Cosh node \"node of v\" makes a constant in a way that is not supported");
    }

    /// Two layers, so that nothing of it was made a layer of its own, and the same outputs as ONNX Runtime's.
    private static void assertIs(ImportedWriter file, Activation activation) throws Exception {
        byte[] bytes = file.bytes("y", 2);
        assertThat(ModelFile.of(bytes)
                        .model()
                        .members()
                        .getFirst()
                        .network()
                        .architecture()
                        .layers())
                .containsExactly(
                        new Dense(4, activation, Dense.Bias.PRESENT),
                        new Dense(2, Activation.IDENTITY, Dense.Bias.PRESENT));
        ImportedAgreement.assertAgreement(bytes);
    }

    private static void assertRefused(ImportedWriter file, String sentence) {
        assertThatThrownBy(() -> ModelFile.of(file.bytes("y", 4)))
                .isInstanceOf(OnnxException.class)
                .hasMessageContaining(sentence);
    }
}
