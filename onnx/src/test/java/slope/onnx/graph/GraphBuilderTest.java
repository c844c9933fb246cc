package slope.onnx.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import slope.onnx.format.ElementType;

class GraphBuilderTest {
    @Test
    void columnsKeepTheirNamesAndTheRestIsNumberedAroundThem() {
        GraphBuilder graph = new GraphBuilder();
        List<String> columns = Stream.of("Relu_3", "Relu", "")
                .map(column -> graph.input(column, ElementType.FLOAT))
                .toList();
        List<String> nodes = Stream.of("Relu", "Relu", "Relu", "Relu_3", "Elu")
                .map(operator -> graph.node(operator, columns.getFirst()))
                .toList();
        assertThat(columns).containsExactly("Relu_3", "Relu", "unnamed");
        assertThat(nodes).containsExactly("Relu_2", "Relu_4", "Relu_5", "Relu_3_2", "Elu");
    }
}
