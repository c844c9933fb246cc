package slope.layer;

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
        WEIGHTS("weights", "WEIGHTS"),
        /// Of a dense layer: 1 × outputs.
        BIAS("bias", "BIAS"),
        /// The factors of [Layer.Scale]: 1 × inputs.
        SCALE("scale", "SCALE"),
        /// α of [Layer.ParametricActivation]: 1 × inputs.
        PARAMETRIC_ACTIVATION("activation shares", "BLEND"),
        /// w of [FeatureEmbedding.PeriodicEmbedding]: inputs × frequencies.
        FREQUENCIES("frequencies", "FREQUENCIES"),
        /// b of [FeatureEmbedding.PeriodicEmbedding]: inputs × frequencies.
        PHASES("phases", "PHASES"),
        /// W of [FeatureEmbedding.PeriodicEmbedding], frequencies × mixtures for each input: (inputs · frequencies) ×
        /// mixtures.
        PERIODIC_WEIGHTS("periodic weights", "WAVE_WEIGHTS"),
        /// c of [FeatureEmbedding.PeriodicEmbedding]: inputs × mixtures.
        PERIODIC_BIAS("periodic bias", "WAVE_BIAS"),
        /// w of [FeatureEmbedding.PiecewiseLinearEmbedding]: inputs × dimension.
        LINEAR_WEIGHTS("linear weights", "LINE_WEIGHTS"),
        /// b of [FeatureEmbedding.PiecewiseLinearEmbedding]: inputs × dimension.
        LINEAR_BIAS("linear bias", "LINE_BIAS"),
        /// W of [FeatureEmbedding.PiecewiseLinearEmbedding]: the bins of all inputs × dimension.
        BIN_WEIGHTS("bin weights", "BIN_WEIGHTS"),
        /// The numbers of [FeatureEmbedding.CategoryEmbedding]: levels × dimension.
        CATEGORY_EMBEDDING("category embedding", "LOOKUP"),
        /// r of [Layer.BatchEnsembleAdapter]: members × inputs.
        ADAPTER("adapters", "MEMBER_SCALE"),
        /// Of [Layer.EnsembleHeads]: inputs × (members · outputs), member after member in each row.
        HEAD_WEIGHTS("head weights", "MEMBER_WEIGHTS"),
        /// Of [Layer.EnsembleHeads]: members × outputs.
        HEAD_BIAS("head bias", "MEMBER_BIAS");

        private final String title;
        private final String drawnAs;

        /// @param drawnAs names the random numbers that such parameters start from; another word is another start
        Role(String title, String drawnAs) {
            this.title = title;
            this.drawnAs = drawnAs;
        }

        /// What names the random numbers of a start.
        long drawName() {
            return drawnAs.hashCode();
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
                case Layer.FeatureEmbeddings(List<FeatureEmbedding> parts) -> {
                    for (int part = 0; part < parts.size(); part++) {
                        blocks.addPart(index, part, parts.get(part));
                    }
                }
                case Layer.Scale _ -> blocks.add(index, 0, Role.SCALE, 1, inputs);
                case Layer.ParametricActivation _ -> blocks.add(index, 0, Role.PARAMETRIC_ACTIVATION, 1, inputs);
                case Layer.Dropout _ -> {}
                case Layer.BatchEnsembleAdapter _ -> blocks.add(index, 0, Role.ADAPTER, architecture.members(), inputs);
                case Layer.EnsembleHeads(int outputs) -> {
                    int columns = Math.multiplyExact(architecture.members(), outputs);
                    blocks.add(index, 0, Role.HEAD_WEIGHTS, inputs, columns);
                    blocks.add(index, 0, Role.HEAD_BIAS, architecture.members(), outputs);
                }
            }
        }
        return new ParameterLayout(blocks.all);
    }

    /// The blocks so far, each behind the one before.
    private static final class Blocks {
        private final List<Block> all = new ArrayList<>();
        private long offset;

        private void addPart(int layer, int part, FeatureEmbedding settings) {
            switch (settings) {
                case FeatureEmbedding.Plain _ -> {}
                case FeatureEmbedding.PeriodicEmbedding(int inputs, int frequencies, int mixtures, double _) -> {
                    add(layer, part, Role.FREQUENCIES, inputs, frequencies);
                    add(layer, part, Role.PHASES, inputs, frequencies);
                    add(layer, part, Role.PERIODIC_WEIGHTS, Math.multiplyExact(inputs, frequencies), mixtures);
                    add(layer, part, Role.PERIODIC_BIAS, inputs, mixtures);
                }
                case FeatureEmbedding.PiecewiseLinearEmbedding lines -> {
                    add(layer, part, Role.LINEAR_WEIGHTS, lines.inputs(), lines.dimension());
                    add(layer, part, Role.LINEAR_BIAS, lines.inputs(), lines.dimension());
                    add(layer, part, Role.BIN_WEIGHTS, lines.bins(), lines.dimension());
                }
                case FeatureEmbedding.CategoryEmbedding(int levels, int dimension) ->
                    add(layer, part, Role.CATEGORY_EMBEDDING, levels, dimension);
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
