package slope.onnx.graph;

import java.util.List;
import java.util.Map;
import slope.layer.Architecture;
import slope.layer.ParameterLayout;
import slope.onnx.format.Attribute;

/// The layers with parameters for each ensemble member.
///
/// After the BatchEnsemble adapter, values are (rows · ensemble members) × units, with the members
/// of a row one after another, so the shared layers need not know of them.
final class EnsembleNodes {
    private EnsembleNodes() {}

    /// Each row times each ensemble member's factors.
    static String scale(int index, String value, LayerNodes layers) {
        GraphBuilder graph = layers.graph();
        int width = layers.architecture().inputsOf(index);
        String rows = graph.node("Reshape", value, graph.wholes("rows of one member", -1, 1, width));
        return graph.node(
                "Reshape",
                graph.node("Mul", rows, layers.onlyParameters(index)),
                graph.wholes("rows of all members", -1, width));
    }

    /// Each ensemble member's rows times its own weights.
    static String dense(int index, String value, LayerNodes layers) {
        GraphBuilder graph = layers.graph();
        int members = layers.architecture().members();
        int width = layers.architecture().inputsOf(index);
        int outputs = layers.architecture().inputsOf(index + 1);
        List<ParameterLayout.Block> blocks = layers.layout().of(index);
        String rows = swapped(graph.node("Reshape", value, graph.wholes("members", -1, members, width)), graph);
        String weights = swapped(
                graph.node(
                        "Reshape",
                        layers.parameters(blocks.get(0)),
                        graph.wholes("weights of members", width, members, outputs)),
                graph);
        String sums = swapped(graph.node("MatMul", rows, weights), graph);
        return graph.node(
                "Reshape",
                graph.node("Add", sums, layers.parameters(blocks.get(1))),
                graph.wholes("outputs of members", -1, outputs));
    }

    /// rows × width from (rows · ensemble members) × width: the mean over each row's ensemble
    /// members.
    static String mean(String value, int members, int width, GraphBuilder graph) {
        return graph.node(
                "ReduceMean",
                List.of(graph.node("Reshape", value, graph.wholes("members of rows", -1, members, width))),
                Map.of("axes", new Attribute.Wholes(List.of(1L)), "keepdims", new Attribute.Whole(0)));
    }

    /// (rows · ensemble members) × outputs plus rows × outputs: each ensemble member's outputs plus those of its
    /// row.
    static String sum(String value, String ofRows, Architecture architecture, GraphBuilder graph) {
        if (architecture.members() == 1) {
            return graph.node("Add", value, ofRows);
        }
        int outputs = architecture.outputs();
        String members =
                graph.node("Reshape", value, graph.wholes("members of rows", -1, architecture.members(), outputs));
        String rows = graph.node("Reshape", ofRows, graph.wholes("rows of one member", -1, 1, outputs));
        return graph.node(
                "Reshape", graph.node("Add", members, rows), graph.wholes("rows of all members", -1, outputs));
    }

    /// The first two of three dimensions in the other order.
    private static String swapped(String value, GraphBuilder graph) {
        return graph.node("Transpose", List.of(value), Map.of("perm", new Attribute.Wholes(List.of(1L, 0L, 2L))));
    }
}
