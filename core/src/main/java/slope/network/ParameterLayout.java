package slope.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where each layer's weights and biases stand in one flat array, so that a gradient, an
/// optimizer's memory and the parameters themselves are each a single array of the same shape.
///
/// Order: layer by layer, part by part, weights before biases.
///
/// @param blocks one for each matrix of weights, each row of biases and each of the other layers'
///     arrays
public record ParameterLayout(List<Block> blocks) {

    public ParameterLayout {
        blocks = List.copyOf(blocks);
    }

    /// What the numbers of a block are for; optimizers and initializers treat the roles
    /// differently.
    public enum Role {
        /// Of a dense layer: inputs × outputs.
        WEIGHTS("weights"),
        /// Of a dense layer: 1 × outputs.
        BIAS("bias"),
        /// The factors of [Layer.Scale]: 1 × inputs.
        SCALE("scale"),
        /// α of [Layer.Blend]: 1 × inputs.
        BLEND("blend"),
        /// w of [Part.Periodic]: inputs × frequencies.
        FREQUENCIES("frequencies"),
        /// b of [Part.Periodic]: inputs × frequencies.
        PHASES("phases"),
        /// W of [Part.Periodic], frequencies × mixtures for each input: (inputs · frequencies) ×
        /// mixtures.
        WAVE_WEIGHTS("weights of waves"),
        /// c of [Part.Periodic]: inputs × mixtures.
        WAVE_BIAS("bias of waves"),
        /// w of [Part.PiecewiseLinear]: inputs × dimension.
        LINE_WEIGHTS("slopes of lines"),
        /// b of [Part.PiecewiseLinear]: inputs × dimension.
        LINE_BIAS("bias of lines"),
        /// W of [Part.PiecewiseLinear]: the bins of all inputs × dimension.
        BIN_WEIGHTS("weights of bins"),
        /// The numbers of [Part.Lookup]: levels × dimension.
        LOOKUP("levels"),
        /// r of [Layer.MemberScale]: members × inputs.
        MEMBER_SCALE("scales of members"),
        /// Of [Layer.MemberDense]: inputs × (members · outputs), member after member in each row.
        MEMBER_WEIGHTS("weights of members"),
        /// Of [Layer.MemberDense]: members × outputs.
        MEMBER_BIAS("bias of members");

        private final String title;

        Role(String title) {
            this.title = title;
        }
    }

    /// A matrix within the flat array, row-major.
    ///
    /// @param layer the layer it belongs to, from 0
    /// @param part the part of the layer's features, from 0; 0 in other layers
    /// @param role what its numbers are for, which says what rows and columns are
    /// @param rows its rows
    /// @param columns its columns
    /// @param offset where its first number stands in the flat array
    public record Block(int layer, int part, Role role, int rows, int columns, int offset) {

        /// The count of its numbers.
        public int length() {
            return rows * columns;
        }

        /// A name to show people, such as `layer 1 weights`.
        public String name() {
            return "layer %s %s%s".formatted(layer + 1, part > 0 ? "part %s ".formatted(part + 1) : "", role.title);
        }
    }

    /// The layout of an architecture's parameters.
    ///
    /// @throws IllegalArgumentException if the parameters do not fit one array (2³¹ − 1 numbers)
    public static ParameterLayout of(Architecture architecture) {
        Blocks blocks = new Blocks();
        for (int index = 0; index < architecture.layers().size(); index++) {
            int inputs = architecture.inputsOf(index);
            switch (architecture.layers().get(index)) {
                case Layer.Dense(int outputs, Activation _, Layer.Bias bias) -> {
                    blocks.add(index, 0, Role.WEIGHTS, inputs, outputs);
                    if (bias == Layer.Bias.PRESENT) {
                        blocks.add(index, 0, Role.BIAS, 1, outputs);
                    }
                }
                case Layer.Features(List<Part> parts) -> {
                    for (int part = 0; part < parts.size(); part++) {
                        blocks.addPart(index, part, parts.get(part));
                    }
                }
                case Layer.Scale _ -> blocks.add(index, 0, Role.SCALE, 1, inputs);
                case Layer.Blend _ -> blocks.add(index, 0, Role.BLEND, 1, inputs);
                case Layer.Dropout _ -> {}
                case Layer.MemberScale _ -> blocks.add(index, 0, Role.MEMBER_SCALE, architecture.members(), inputs);
                case Layer.MemberDense(int outputs) -> {
                    int columns = Math.multiplyExact(architecture.members(), outputs);
                    blocks.add(index, 0, Role.MEMBER_WEIGHTS, inputs, columns);
                    blocks.add(index, 0, Role.MEMBER_BIAS, architecture.members(), outputs);
                }
            }
        }
        return new ParameterLayout(blocks.all);
    }

    /// The blocks so far, each behind the one before.
    private static final class Blocks {
        private final List<Block> all = new ArrayList<>();
        private long offset;

        private void addPart(int layer, int part, Part settings) {
            switch (settings) {
                case Part.Plain _ -> {}
                case Part.Periodic(int inputs, int frequencies, int mixtures, double _) -> {
                    add(layer, part, Role.FREQUENCIES, inputs, frequencies);
                    add(layer, part, Role.PHASES, inputs, frequencies);
                    add(layer, part, Role.WAVE_WEIGHTS, Math.multiplyExact(inputs, frequencies), mixtures);
                    add(layer, part, Role.WAVE_BIAS, inputs, mixtures);
                }
                case Part.PiecewiseLinear lines -> {
                    add(layer, part, Role.LINE_WEIGHTS, lines.inputs(), lines.dimension());
                    add(layer, part, Role.LINE_BIAS, lines.inputs(), lines.dimension());
                    add(layer, part, Role.BIN_WEIGHTS, lines.bins(), lines.dimension());
                }
                case Part.Lookup(int levels, int dimension) -> add(layer, part, Role.LOOKUP, levels, dimension);
            }
        }

        private void add(int layer, int part, Role role, int rows, int columns) {
            all.add(new Block(layer, part, role, rows, columns, (int) offset));
            offset += (long) rows * columns;
            if (offset > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(
                        "the network has more than 2,147,483,647 parameters; choose narrower layers or fewer inputs");
            }
        }
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

    /// A layer's block with this role; of features, that of the given part.
    Block block(int layer, int part, Role role) {
        return blocks.subList(firstOf(layer, part), firstOf(layer, part + 1)).stream()
                .filter(block -> block.role() == role)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "layer %s, part %s has no %s".formatted(layer + 1, part + 1, role.title)));
    }

    /// All blocks of a layer, in their order.
    public List<Block> of(int layer) {
        return blocks.subList(firstOf(layer, 0), firstOf(layer + 1, 0));
    }

    private Optional<Block> find(int layer, Role role) {
        return of(layer).stream().filter(block -> block.role() == role).findFirst();
    }

    /// The index of the first block from this part of this layer on: they stand in that order, and may be hundreds of
    /// thousands.
    private int firstOf(int layer, int part) {
        int low = 0;
        int high = blocks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            Block block = blocks.get(middle);
            if (block.layer() < layer || (block.layer() == layer && block.part() < part)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
