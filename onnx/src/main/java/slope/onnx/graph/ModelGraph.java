package slope.onnx.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import slope.layer.Architecture;
import slope.linear.LinearPart;
import slope.model.FittedNetwork;
import slope.model.Model;
import slope.onnx.description.TensorNames;
import slope.onnx.format.Graph;
import slope.onnx.format.OnnxModel;
import slope.onnx.format.Tensor;
import slope.target.Classes;

/// A model as a graph from the table's raw columns to predictions; several networks are averaged in
/// it.
///
/// What callers give is told by [ColumnInputs], what they get by [TargetNodes] and [ConformalNodes]. Where a column has
/// the name of an output, a number follows the output's.
///
/// @param graph from columns to predictions
/// @param names of the initializers by which a reader finds parameters, quantiles and the like
public record ModelGraph(Graph graph, TensorNames names) {
    /// Of the file format, and the operators' versions; every ONNX Runtime since 1.12 (2022) reads
    /// them.
    public static final long IR_VERSION = 8;

    public static final List<OnnxModel.OperatorSet> OPERATOR_SETS =
            List.of(new OnnxModel.OperatorSet("", 17), new OnnxModel.OperatorSet("ai.onnx.ml", 3));

    /// The initializers that the names name, in the order of those.
    public List<Tensor> named() {
        Set<String> all = names.all();
        return graph.initializers().stream()
                .filter(tensor -> all.contains(tensor.name()))
                .sorted(Comparator.comparing(Tensor::name))
                .toList();
    }

    /// The graph of a model.
    public static ModelGraph of(Model model) {
        GraphBuilder graph = new GraphBuilder();
        ColumnInputs columns = ColumnInputs.of(model, graph);
        EncoderNodes encoders = new EncoderNodes(columns, graph);
        List<TensorNames.OfNetwork> names = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        List<String> decoded = new ArrayList<>();
        TargetNodes target = new TargetNodes(graph);
        for (FittedNetwork member : model.members()) {
            String prefix = model.members().size() == 1 ? "" : "network " + (outputs.size() + 1) + " ";
            LayerNodes layers = new LayerNodes(member.network(), prefix, graph);
            String added = layers.add(encoders.add(member.encoding()));
            if (member.linear().isEmpty()) {
                outputs.add(added);
                decoded.add(target.decode(member, added, columns));
                names.add(layers.names());
                continue;
            }
            LinearPart linear = member.linear().get();
            LayerNodes linearLayers = new LayerNodes(linear.network(), prefix + "linear part ", graph);
            String part = linearLayers.add(encoders.add(linear.encoding()));
            names.add(layers.names().withLinearPart(linearLayers.names()));
            boolean isDecoded = !linear.scales().isEmpty();
            outputs.add(
                    isDecoded
                            ? added
                            : EnsembleNodes.sum(added, part, member.network().architecture(), graph));
            String numbers = target.decode(member, outputs.getLast(), columns);
            decoded.add(isDecoded ? target.withLinearPart(numbers, linear, part) : numbers);
        }
        String mean = decoded.size() == 1 ? decoded.getFirst() : mean(decoded, model.weights(), graph);
        String calibrated = model.calibration()
                .map(calibration -> TemperatureNodes.add(calibration, model.target(), mean, graph))
                .orElse(mean);
        Optional<ConformalNodes> conformal =
                model.conformal().map(found -> new ConformalNodes(found, model.target(), columns, graph));
        String served = conformal.map(nodes -> nodes.shifted(calibrated)).orElse(calibrated);
        target.addOutputs(model.target(), served, order(model, outputs.getFirst(), mean, graph));
        conformal.ifPresent(nodes -> nodes.addOutputs(calibrated));
        return new ModelGraph(graph.build("slope"), new TensorNames(encoders.tensors(), names));
    }

    /// Networks that all count once are added as they are.
    private static String mean(List<String> decoded, List<Integer> weights, GraphBuilder graph) {
        List<String> summands = new ArrayList<>();
        double sum = 0;
        for (String each : decoded) {
            int weight = weights.get(summands.size());
            summands.add(weight == 1 ? each : graph.node("Mul", each, graph.scalar("weight", (double) weight)));
            sum += weight;
        }
        return graph.node("Div", graph.node("Sum", summands, Map.of()), graph.scalar("networks", sum));
    }

    /// The scores whose largest is the predicted class: the mean over several networks or ensemble
    /// members. For a single one its logits, because float probabilities near 0 and 1 are equal
    /// long before the logits are; for a lone logit, which is the second class's, the other is 0.
    private static String order(Model model, String outputs, String mean, GraphBuilder graph) {
        Architecture first = model.members().getFirst().network().architecture();
        if (model.members().size() > 1 || first.members() > 1 || !(model.target() instanceof Classes)) {
            return mean;
        }
        return first.outputs() > 1
                ? outputs
                : graph.sideBySide(List.of(graph.node("Mul", outputs, graph.scalar("zero", 0f)), outputs));
    }
}
