package slope.onnx.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeTest {

    @Test
    void attributesStandInTheOrderOfTheirNames() {
        Attribute one = new Attribute.Whole(1);
        Map<String, Attribute> attributes =
                Map.of("keepdims", one, "axis", one, "values", one, "default", one, "largest", one);
        Node node = new Node("", "Any", "", List.of(), List.of("y"), attributes);

        assertThat(node.attributes().keySet()).containsExactly("axis", "default", "keepdims", "largest", "values");
    }
}
