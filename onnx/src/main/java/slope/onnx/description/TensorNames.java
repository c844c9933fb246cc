package slope.onnx.description;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import slope.preprocess.ColumnEncoder;

/// The names of a graph's initializers that a description refers to, so that their numbers stand in the file once.
///
/// @param ofColumns of the numbers of an encoder: quantiles, or the inputs of categories
/// @param ofNetworks of each network in order
public record TensorNames(Map<ColumnEncoder, String> ofColumns, List<OfNetwork> ofNetworks) {
    public TensorNames {
        ofColumns = Map.copyOf(ofColumns);
        ofNetworks = List.copyOf(ofNetworks);
    }

    /// Of a network.
    ///
    /// @param parameters of the blocks of its layout, in order
    /// @param edges of the bin edges of its embeddings that have some, in order
    /// @param linearPart of the blocks of its linear part's layout, in order
    public record OfNetwork(List<String> parameters, List<String> edges, List<String> linearPart) {
        public OfNetwork {
            linearPart = List.copyOf(linearPart);
            parameters = List.copyOf(parameters);
            edges = List.copyOf(edges);
        }

        /// The same with the parameters of a linear part.
        public OfNetwork withLinearPart(OfNetwork linear) {
            return new OfNetwork(parameters, edges, linear.parameters);
        }
    }

    /// All names.
    public Set<String> all() {
        Set<String> all = new HashSet<>(ofColumns.values());
        for (OfNetwork network : ofNetworks) {
            all.addAll(network.parameters());
            all.addAll(network.edges());
            all.addAll(network.linearPart());
        }
        return all;
    }
}
