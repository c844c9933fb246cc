package slope.onnx.graph;

import java.util.List;
import slope.layer.Architecture;
import slope.layer.BatchEnsembleAdapter;
import slope.layer.CustomLayer;
import slope.layer.Dense;
import slope.layer.Dropout;
import slope.layer.EnsembleHeads;
import slope.layer.FeatureEmbeddings;
import slope.layer.Layer;
import slope.layer.ParameterLayout;
import slope.layer.ParametricActivation;
import slope.layer.Scale;
import slope.network.Network;
import slope.onnx.description.ModelDescription;

/// The layers of a network, first to last.
final class LayerNodes {
    private final Network network;
    private final String prefix;
    private final GraphBuilder graph;

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
                case BatchEnsembleAdapter ignored -> EnsembleNodes.scale(index, value, this);
                case EnsembleHeads ignored -> EnsembleNodes.dense(index, value, this);
                case CustomLayer custom -> throw ModelDescription.unknown(custom);
            };
        }
        return value;
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
        return graph.parameters(
                prefix + block.name(),
                List.of((long) block.rows(), (long) block.columns()),
                network.parameters().toArray(block));
    }
}
