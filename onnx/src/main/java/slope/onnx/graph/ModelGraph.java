package slope.onnx.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import slope.layer.Architecture;
import slope.model.FittedNetwork;
import slope.model.Model;
import slope.onnx.format.Graph;
import slope.onnx.format.OnnxModel;
import slope.target.TargetEncoding;

/// A model as a graph from the table's raw columns to predictions; several networks are averaged in it.
///
/// What callers give is told by [ColumnInputs], what they get by [OutputNodes]. Where a column has the
/// name of an output, a number follows the output's.
///
/// @param graph from columns to predictions
/// @param parameterNames of the initializers that hold the parameters: for each network, those of its
///     layout's blocks in order
public record ModelGraph(Graph graph, List<List<String>> parameterNames) {
    /// Of the file format, and the operators' versions; every ONNX Runtime since 1.12 (2022) reads them.
    public static final long IR_VERSION = 8;

    public static final List<OnnxModel.OperatorSet> OPERATOR_SETS =
            List.of(new OnnxModel.OperatorSet("", 17), new OnnxModel.OperatorSet("ai.onnx.ml", 3));

    public ModelGraph {
        parameterNames = List.copyOf(parameterNames);
    }

    /// The graph of a model.
    public static ModelGraph of(Model model) {
        GraphBuilder graph = new GraphBuilder();
        ColumnInputs columns = ColumnInputs.of(model, graph);
        List<List<String>> parameterNames = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        List<String> meanings = new ArrayList<>();
        for (FittedNetwork member : model.members()) {
            String prefix = model.members().size() == 1 ? "" : "network " + (outputs.size() + 1) + " ";
            String inputs = EncoderNodes.add(member.encoding(), columns, graph);
            outputs.add(new LayerNodes(member.network(), prefix, graph).add(inputs));
            meanings.add(DecodedOutputNodes.add(member, outputs.getLast(), columns, graph));
            parameterNames.add(graph.takeParameterNames());
        }
        String mean = meanings.size() == 1 ? meanings.getFirst() : mean(meanings, graph);
        new OutputNodes(mean, graph).add(model.target(), order(model, outputs.getFirst(), mean, graph));
        return new ModelGraph(graph.build("slope"), parameterNames);
    }

    private static String mean(List<String> meanings, GraphBuilder graph) {
        return graph.node("Div", graph.node("Sum", meanings, Map.of()), graph.scalar("networks", meanings.size()));
    }

    /// What tells the likeliest class: the mean of what several networks or members say. Of a single one its
    /// logits, because float probabilities near 0 and 1 are equal long before the logits are; of a lone logit,
    /// which is the second class's, the other is 0.
    private static String order(Model model, String outputs, String mean, GraphBuilder graph) {
        Architecture first = model.members().getFirst().network().architecture();
        if (model.members().size() > 1 || first.members() > 1 || !(model.target() instanceof TargetEncoding.Classes)) {
            return mean;
        }
        return first.outputs() > 1
                ? outputs
                : graph.sideBySide(List.of(graph.node("Mul", outputs, graph.scalar("zero", 0)), outputs));
    }
}
