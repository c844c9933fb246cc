package slope.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where each layer's weights and biases stand in one flat array, so that a gradient, an
/// optimizer's memory and the parameters themselves are each a single array of the same shape.
///
/// Order: layer by layer, feature embedding by feature embedding, weights before biases.
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
        WEIGHTS("weights", "WEIGHTS", Decay.USUAL),
        /// Of a dense layer: 1 × outputs.
        BIAS("bias", "BIAS", Decay.NEVER),
        /// The factors of [Scale]: 1 × inputs.
        SCALE("scale", "SCALE", Decay.USUAL),
        /// α of [ParametricActivation]: 1 × inputs.
        PARAMETRIC_ACTIVATION("activation shares", "BLEND", Decay.USUAL),
        /// γ of [LayerNorm]: 1 × inputs.
        NORM_WEIGHTS("norm weights", "NORM_WEIGHTS", Decay.NEVER),
        /// β of [LayerNorm]: 1 × inputs.
        NORM_BIAS("norm bias", "NORM_BIAS", Decay.NEVER),
        /// w of [PeriodicEmbedding]: inputs × frequencies.
        FREQUENCIES("frequencies", "FREQUENCIES", Decay.NEVER),
        /// b of [PeriodicEmbedding]: inputs × frequencies.
        PHASES("phases", "PHASES", Decay.NEVER),
        /// W of [PeriodicEmbedding], frequencies × mixtures for each input: (inputs · frequencies) ×
        /// mixtures.
        PERIODIC_WEIGHTS("periodic weights", "WAVE_WEIGHTS", Decay.USUAL),
        /// c of [PeriodicEmbedding]: inputs × mixtures.
        PERIODIC_BIAS("periodic bias", "WAVE_BIAS", Decay.NEVER),
        /// w of [PiecewiseLinearEmbedding]: inputs × dimension.
        LINEAR_WEIGHTS("linear weights", "LINE_WEIGHTS", Decay.NEVER),
        /// b of [PiecewiseLinearEmbedding]: inputs × dimension.
        LINEAR_BIAS("linear bias", "LINE_BIAS", Decay.NEVER),
        /// W of [PiecewiseLinearEmbedding]: the bins of all inputs × dimension.
        BIN_WEIGHTS("bin weights", "BIN_WEIGHTS", Decay.USUAL),
        /// The numbers of [CategoryEmbedding]: categories × dimension.
        CATEGORY_EMBEDDING("category embedding", "LOOKUP", Decay.USUAL),
        /// r of [BatchEnsembleAdapter]: ensemble members × inputs.
        ADAPTER("adapters", "MEMBER_SCALE", Decay.USUAL),
        /// Of [EnsembleHeads]: inputs × (ensemble members · outputs), member after member in each row.
        HEAD_WEIGHTS("head weights", "MEMBER_WEIGHTS", Decay.USUAL),
        /// Of [EnsembleHeads]: ensemble members × outputs.
        HEAD_BIAS("head bias", "MEMBER_BIAS", Decay.NEVER);

        private final String title;
        private final String drawnAs;
        private final Decay decay;

        /// @param drawnAs names the random numbers that such parameters start from; another word is another start
        Role(String title, String drawnAs, Decay decay) {
            this.title = title;
            this.drawnAs = drawnAs;
            this.decay = decay;
        }

        /// What names the random numbers of a start.
        long drawName() {
            return drawnAs.hashCode();
        }

        /// Whether weight decay takes a share of such parameters where nothing else is said.
        public boolean decays() {
            return decay == Decay.USUAL;
        }

        /// Whether they are a matrix that inputs are multiplied by.
        public boolean isMatrix() {
            return this == WEIGHTS || this == HEAD_WEIGHTS;
        }

        /// What shifts or bends rather than multiplies does not decay: biases, lines, frequencies and
        /// phases (as TabM leaves them out: Gorishniy et al. 2025, arXiv 2410.24210, `tabm.py`).
        private enum Decay {
            USUAL,
            NEVER
        }
    }

    /// A matrix within the flat array, row-major.
    ///
    /// @param layer the layer it belongs to, from 0
    /// @param part the feature embedding, or the layer of a residual block, that it belongs to, from
    ///     0; none in other layers
    /// @param role what its numbers are for, which says what rows and columns are
    /// @param rows its rows
    /// @param columns its columns
    /// @param offset where its first number stands in the flat array
    public record Block(int layer, Optional<Integer> part, Role role, int rows, int columns, int offset) {

        /// The count of its numbers.
        public int length() {
            return rows * columns;
        }

        /// A name to show people, such as `layer 1 weights` or, of a part, `layer 2.1 weights`.
        public String name() {
            return Layer.name(layer + 1, part.map(each -> each + 1)) + " " + role.title;
        }
    }

    /// The layout of an architecture's parameters.
    ///
    /// @throws IllegalArgumentException if the parameters do not fit one array (2³¹ − 1 numbers)
    static ParameterLayout of(Architecture architecture) {
        List<Block> blocks = new ArrayList<>();
        long offset = 0;
        for (int layer = 0; layer < architecture.layers().size(); layer++) {
            for (Parameter parameter : architecture.parametersOf(layer)) {
                int rows = parameter.rows();
                int columns = parameter.columns();
                blocks.add(new Block(layer, parameter.part(), parameter.role(), rows, columns, (int) offset));
                offset += (long) rows * columns;
                if (offset > Integer.MAX_VALUE) {
                    throw new IllegalArgumentException("the network has more than 2,147,483,647 parameters;"
                            + " choose narrower layers or fewer inputs");
                }
            }
        }
        return new ParameterLayout(blocks);
    }

    /// The same where the array begins with so many other numbers.
    ParameterLayout shifted(int offset) {
        return new ParameterLayout(blocks.stream()
                .map(block -> new Block(
                        block.layer, block.part, block.role, block.rows, block.columns, offset + block.offset))
                .toList());
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

    /// The blocks of a layer's feature embedding with this number, in their order.
    List<Block> of(int layer, int part) {
        return blocks.subList(firstOf(layer, part), firstOf(layer, part + 1));
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
            if (block.layer() < layer || (block.layer() == layer && block.part().orElse(0) < part)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
