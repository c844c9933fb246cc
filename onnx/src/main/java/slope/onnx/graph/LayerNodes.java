package slope.onnx.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import slope.layer.Architecture;
import slope.layer.BatchEnsembleAdapter;
import slope.layer.BinEdges;
import slope.layer.CustomLayer;
import slope.layer.Dense;
import slope.layer.Dropout;
import slope.layer.EnsembleHeads;
import slope.layer.FeatureEmbeddings;
import slope.layer.Layer;
import slope.layer.LayerNorm;
import slope.layer.ParameterLayout;
import slope.layer.Parameters;
import slope.layer.ParametricActivation;
import slope.layer.Residual;
import slope.layer.Scale;
import slope.network.Network;
import slope.onnx.description.ModelDescription;
import slope.onnx.description.TensorNames;
import slope.onnx.format.Attribute;
import slope.onnx.format.ElementType;

/// The layers of a network, first to last.
final class LayerNodes {
    private final Network network;
    private final String prefix;
    private final GraphBuilder graph;
    private final List<String> parameterNames = new ArrayList<>();
    private final List<String> edgeNames = new ArrayList<>();

    /// @param prefix of the names of parameters, to tell networks of one graph apart
    LayerNodes(Network network, String prefix, GraphBuilder graph) {
        this.network = network;
        this.prefix = prefix;
        this.graph = graph;
    }

    /// Adds all layers.
    ///
    /// @param inputs rows × the network's inputs
    /// @return the name of (rows · ensemble members) × the network's outputs, the members of a row
    ///     one after another
    String add(String inputs) {
        String value = inputs;
        List<Layer> layers = network.architecture().layers();
        for (int index = 0; index < layers.size(); index++) {
            value = switch (layers.get(index)) {
                case Dense dense -> DenseNodes.add(dense, index, value, this);
                case FeatureEmbeddings features -> EmbeddingNodes.add(features, index, value, this);
                case Scale ignored -> graph.node("Mul", value, onlyParameters(index));
                case ParametricActivation blend -> ParametricActivationNodes.add(blend, index, value, this);
                case Dropout ignored -> value; // for training only
                case LayerNorm norm -> normalized(norm, index, value);
                case Residual block -> residual(block, index, value);
                case BatchEnsembleAdapter ignored -> EnsembleNodes.scale(index, value, this);
                case EnsembleHeads ignored -> EnsembleNodes.dense(index, value, this);
                case CustomLayer custom -> throw ModelDescription.unknown(custom);
            };
        }
        return value;
    }

    private String normalized(LayerNorm norm, int index, String value) {
        List<ParameterLayout.Block> blocks = layout().of(index);
        String normalized = graph.node(
                "LayerNormalization",
                List.of(value, parameters(blocks.get(0)), parameters(blocks.get(1))),
                Map.of("epsilon", new Attribute.Decimal((float) norm.epsilon())));
        return ActivationNodes.add(norm.activation(), normalized, graph);
    }

    /// The inner layers as a network of their own, and what entered.
    private String residual(Residual block, int index, String value) {
        Architecture inside = block.inside(architecture().inputsOf(index));
        ParameterLayout innerLayout = inside.parameterLayout();
        float[] values = new float[innerLayout.length()];
        if (values.length > 0) {
            int start = layout().of(index).getFirst().offset();
            System.arraycopy(network.parameters().values(), start, values, 0, values.length);
        }
        Network inner = Network.of(inside, Parameters.of(innerLayout, values));
        LayerNodes nodes = new LayerNodes(inner, "%slayer %s ".formatted(prefix, index + 1), graph);
        String made = nodes.add(value);
        parameterNames.addAll(nodes.parameterNames);
        return graph.node("Add", value, made);
    }

    Architecture architecture() {
        return network.architecture();
    }

    ParameterLayout layout() {
        return network.parameters().layout();
    }

    GraphBuilder graph() {
        return graph;
    }

    /// The one block of a layer that has no more.
    String onlyParameters(int index) {
        return parameters(layout().of(index).getFirst());
    }

    /// A block of parameters as a constant, by whose name a reader finds it again.
    String parameters(ParameterLayout.Block block) {
        float[] values = network.parameters().values();
        String name = graph.constant(
                prefix + block.name(),
                ElementType.FLOAT,
                List.of((long) block.rows(), (long) block.columns()),
                index -> values[block.offset() + index]);
        parameterNames.add(name);
        return name;
    }

    /// Bin edges as a constant, by whose name a reader finds them again: of one dimension, one column's after
    /// another's.
    String edges(int layer, List<BinEdges> edges) {
        float[] values =
                new float[edges.stream().mapToInt(column -> column.bins() + 1).sum()];
        int place = 0;
        for (BinEdges column : edges) {
            System.arraycopy(column.toArray(), 0, values, place, column.bins() + 1);
            place += column.bins() + 1;
        }
        String name = graph.floats(
                "%slayer %s bin edges".formatted(prefix, layer + 1), List.of((long) values.length), values);
        edgeNames.add(name);
        return name;
    }

    /// The names of all these constants.
    TensorNames.OfNetwork names() {
        return new TensorNames.OfNetwork(parameterNames, edgeNames, List.of());
    }
}
