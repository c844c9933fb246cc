package slope.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import slope.model.Model;
import slope.onnx.format.OnnxException;

/// Reading takes time and memory that grow with the file, whatever shape its graph has. What is allocated is compared
/// instead of the clock: four times as many nodes take about four times as much, and sixteen times where every node
/// looks at all others.
class LinearReadingTest {
    private static final int NODES = 8_000;
    private static final double MOST_TIMES = 6;

    /// Ways to put very many nodes into a file.
    enum Shape {
        RELU("Relu", ""),
        IDENTITY("Identity", ""),
        ADD("Add", "one"),
        SCALE("Mul", "one"),
        RESHAPE("Reshape", "shape"),
        ALTERNATING("Relu", ""),
        CONSTANTS("Identity", ""),
        SHAPES("Identity", ""),
        FAN("Concat", "");

        private final String operator;
        private final String constant; // its second input, if it has one

        Shape(String operator, String constant) {
            this.operator = operator;
            this.constant = constant;
        }

        byte[] file(int nodes) {
            ImportedWriter file = new ImportedWriter()
                    .tensor("weights", ImportedWriter.INPUTS, 1)
                    .constant("one", 1)
                    .wholes("shape", -1, 1);
            file.node("MatMul", "0", "x", "weights");
            String last = "0";
            switch (this) {
                case CONSTANTS -> {
                    file.node("Identity", "constant 0", "one");
                    for (int node = 1; node < nodes; node++) {
                        file.node("Add", "constant " + node, "constant " + (node - 1), "one");
                    }
                }
                case SHAPES -> {
                    for (int node = 0; node < nodes; node++) {
                        file.node("Shape", "shape " + node, "0");
                    }
                }
                case FAN -> {
                    String[] shapes = new String[nodes];
                    Arrays.fill(shapes, "shape");
                    file.node("Concat", "long", shapes);
                }
                default -> {
                    for (int node = 1; node <= nodes; node++) {
                        String next = Integer.toString(node);
                        if (this == ALTERNATING && node % 2 == 0) {
                            file.node("Add", next, last, "one");
                        } else {
                            file.node(operator, next, inputs(last));
                        }
                        last = next;
                    }
                }
            }
            file.node("Relu", "end", last);
            return file.bytes("end", 1);
        }

        private String[] inputs(String last) {
            return constant.isEmpty() ? new String[] {last} : new String[] {last, constant};
        }
    }

    @ParameterizedTest
    @EnumSource
    void fourTimesAsManyNodesTakeFourTimesAsMuch(Shape shape) {
        byte[] some = shape.file(NODES);
        byte[] many = shape.file(4 * NODES);
        read(some); // classes are loaded and filled for once
        assertThat((double) read(many) / read(some)).isLessThan(MOST_TIMES);
    }

    @Test
    void aChainOf200000NodesIsReadAndPredicts() {
        byte[] file = Shape.RELU.file(200_000);
        Model model = ModelFile.of(file).model();
        assertThat(model.members().getFirst().network().predict(new float[ImportedWriter.INPUTS]))
                .containsExactly(0);
        assertThat(read(file)).isLessThan(600L << 20);
    }

    /// The column names of as many outputs would take far more memory than the file.
    @Test
    void moreOutputsThanAnybodyHasAreRefused() {
        byte[] file = new ImportedWriter()
                .tensor("weights", ImportedWriter.INPUTS, 70_000)
                .node("MatMul", "end", "x", "weights")
                .bytes("end", 70_000);
        assertThatThrownBy(() -> ModelFile.of(file))
                .isInstanceOf(OnnxException.class)
                .hasMessageContaining("has 70,000 outputs; 1 to 65,536 are read");
    }

    private static long read(byte[] file) {
        long before = Allocation.bytes();
        ModelFile.of(file);
        return Allocation.bytes() - before;
    }
}
