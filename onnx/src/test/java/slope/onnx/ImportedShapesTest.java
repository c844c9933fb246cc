package slope.onnx;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import slope.onnx.format.OnnxException;

/// Nodes that give rows another shape and leave their numbers as they are.
class ImportedShapesTest {
    private static final int INPUTS = ImportedWriter.INPUTS;

    /// `x.view(x.shape[0], -1)` of PyTorch.
    @Test
    void aViewThatKeepsTheNumberOfRows() throws Exception {
        ImportedWriter file =
                new ImportedWriter().rows(1, INPUTS).wholes("0", 0).wholes("rest", -1);
        file.node("Constant", "first").attribute("value_int", 0).node("Shape", "s", "x");
        file.node("Gather", "g", "s", "first").node("Unsqueeze", "u", "g", "0");
        file.node("Concat", "c", "u", "rest").attribute("axis", 0).node("Reshape", "f", "x", "c");
        assertAgreement(file, "f", 2);
    }

    /// The same by PyTorch's newer exporter.
    @Test
    void aViewThatAsksForTheFirstDimensionOnly() throws Exception {
        ImportedWriter file = new ImportedWriter().rows(INPUTS, 1).wholes("rest", -1);
        file.node("Shape", "s", "x").attribute("start", 0).attribute("end", 1).node("Squeeze", "q", "s");
        file.node("Reshape", "r", "q", "rest").node("Concat", "c", "r", "rest").attribute("axis", 0);
        file.node("Reshape", "f", "x", "c");
        assertAgreement(file, "f", 2);
    }

    @ParameterizedTest
    @CsvSource({"-1, 3", "0, -1", "0, 3"})
    void rowsOfAnotherShape(long rows, long numbers) throws Exception {
        ImportedWriter file = new ImportedWriter().rows(INPUTS, 1).wholes("shape", rows, numbers);
        assertAgreement(file.node("Reshape", "f", "x", "shape"), "f", 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, -2})
    void rowsThatAreFlattened(long axis) throws Exception {
        ImportedWriter file = new ImportedWriter().rows(1, INPUTS);
        assertAgreement(file.node("Flatten", "f", "x").attribute("axis", axis), "f", 2);
    }

    /// `output.squeeze(1)` before a sigmoid, and back.
    @Test
    void aSingleNumberWithoutItsDimension() throws Exception {
        ImportedWriter file = new ImportedWriter().tensor("w", INPUTS, 1).wholes("1", 1);
        file.node("MatMul", "h", "x", "w").node("Squeeze", "s", "h", "1").node("Sigmoid", "y", "s");
        ImportedAgreement.assertAgreement(file.bytes("y", 0));
    }

    /// `output.flatten()`.
    @Test
    void singleNumbersInOneDimension() throws Exception {
        ImportedWriter file =
                new ImportedWriter().tensor("w", INPUTS, 1).wholes("0", 0).wholes("rest", -1);
        file.node("MatMul", "h", "x", "w").node("Shape", "s", "h").node("Slice", "p", "s", "0", "0", "0");
        file.node("Concat", "c", "p", "rest").attribute("axis", 0).node("Reshape", "y", "h", "c");
        ImportedAgreement.assertAgreement(file.bytes("y", 0));
    }

    @Test
    void rowsThatAreTornApartAreRefused() {
        ImportedWriter file = new ImportedWriter().rows(2, INPUTS).wholes("shape", -1, INPUTS);
        file.tensor("w", INPUTS, 2).node("Reshape", "f", "x", "shape").node("MatMul", "y", "f", "w");
        assertRefused(file, "its Reshape node \"node of f\" makes other rows of rows of 6 numbers");
    }

    @Test
    void rowsThatAreJoinedAreRefused() {
        ImportedWriter file = new ImportedWriter().node("Flatten", "y", "x").attribute("axis", 0);
        assertRefused(file, "its Flatten node \"node of y\" flattens from axis 0 on");
    }

    @Test
    void rowsWithSeveralDimensionsAreRefused() {
        ImportedWriter file =
                new ImportedWriter().rows(INPUTS, 1).tensor("b", INPUTS).node("Add", "y", "x", "b");
        assertRefused(file, "its Add node \"node of y\" wants rows × numbers, but comes to rows × 3 × 1");
    }

    @Test
    void aNumberOfRowsToComputeWithIsRefused() {
        ImportedWriter file =
                new ImportedWriter().wholes("0", 0).node("Shape", "s", "x").node("Gather", "g", "s", "0");
        file.node("Cast", "f", "g").attribute("to", 1).node("Mul", "y", "x", "f");
        assertRefused(file, "its Cast node \"node of f\" computes with the number of rows");
    }

    private static void assertAgreement(ImportedWriter file, String rows, int outputs) throws Exception {
        file.tensor("w", INPUTS, outputs).node("MatMul", "y", rows, "w");
        ImportedAgreement.assertAgreement(file.bytes("y", outputs));
    }

    private static void assertRefused(ImportedWriter file, String sentence) {
        assertThatThrownBy(() -> ModelFile.of(file.bytes("y", 2)))
                .isInstanceOf(OnnxException.class)
                .hasMessageContaining(sentence);
    }
}
