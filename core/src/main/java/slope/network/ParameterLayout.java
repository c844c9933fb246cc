package slope.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where each layer's weights and biases stand in one flat array, so that a gradient, an
/// optimizer's memory and the parameters themselves are each a single array of the same shape.
///
/// Order: layer by layer, weights before biases.
///
/// @param blocks one for each matrix of weights and each row of biases
public record ParameterLayout(List<Block> blocks) {

    public ParameterLayout {
        blocks = List.copyOf(blocks);
    }

    /// What the numbers of a block are for; optimizers and initializers treat the roles
    /// differently.
    public enum Role {
        WEIGHTS,
        BIAS
    }

    /// A matrix within the flat array, row-major.
    ///
    /// @param layer the layer it belongs to, from 0
    /// @param role weights (rows = inputs, columns = outputs) or bias (1 row, columns = outputs)
    /// @param rows its rows
    /// @param columns its columns
    /// @param offset where its first number stands in the flat array
    public record Block(int layer, Role role, int rows, int columns, int offset) {

        /// The count of its numbers.
        public int length() {
            return rows * columns;
        }

        /// A name to show people, such as `layer 1 weights`.
        public String name() {
            return "layer " + (layer + 1) + (role == Role.WEIGHTS ? " weights" : " bias");
        }
    }

    /// The layout of an architecture's parameters.
    ///
    /// @throws IllegalArgumentException if the parameters do not fit one array (2³¹ − 1 numbers)
    public static ParameterLayout of(Architecture architecture) {
        List<Block> blocks = new ArrayList<>();
        long offset = 0;
        for (int index = 0; index < architecture.layers().size(); index++) {
            switch (architecture.layers().get(index)) {
                case Layer.Dense(int outputs, Activation _, Layer.Bias bias) -> {
                    int inputs = architecture.inputsOf(index);
                    blocks.add(new Block(index, Role.WEIGHTS, inputs, outputs, requireIndex(offset)));
                    offset += (long) inputs * outputs;
                    if (bias == Layer.Bias.PRESENT) {
                        blocks.add(new Block(index, Role.BIAS, 1, outputs, requireIndex(offset)));
                        offset += outputs;
                    }
                }
            }
            requireIndex(offset);
        }
        return new ParameterLayout(blocks);
    }

    /// The count of all parameters.
    public int length() {
        return blocks.isEmpty()
                ? 0
                : blocks.getLast().offset() + blocks.getLast().length();
    }

    /// A layer's weights, inputs × outputs.
    public Block weights(int layer) {
        return find(layer, Role.WEIGHTS)
                .orElseThrow(() -> new IllegalArgumentException("layer " + (layer + 1) + " has no weights"));
    }

    /// A layer's biases, 1 × outputs, if it has any.
    public Optional<Block> bias(int layer) {
        return find(layer, Role.BIAS);
    }

    private Optional<Block> find(int layer, Role role) {
        return blocks.stream()
                .filter(block -> block.layer() == layer && block.role() == role)
                .findFirst();
    }

    private static int requireIndex(long offset) {
        if (offset > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "the network has more than 2,147,483,647 parameters; choose narrower layers or fewer inputs");
        }
        return (int) offset;
    }
}
