package slope.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The shape of a network: how many inputs, then one layer after the other.
///
///     Architecture.inputs(3).dense(4, Activation.SIGMOID).dense(1, Activation.SIGMOID)
///
/// It never changes. How wide each layer is, is counted once: a file may hold hundreds of thousands of layers.
public final class Architecture {
    private final int inputs;
    private final List<Layer> layers;
    private final int members;
    private final int[] widths; // the numbers per row that enter each layer, and those that leave the last

    /// @param inputs the numbers per row that enter, at least 1
    /// @param layers at least one before a network can be made of it; softmax only in the last
    /// @param members how many networks share these layers, each with numbers of its own where a layer is
    ///     one of [Layer.BatchEnsembleAdapter] or [Layer.EnsembleHeads]; 1 in ordinary networks
    public Architecture(int inputs, List<Layer> layers, int members) {
        if (inputs < 1) {
            throw new IllegalArgumentException("a network needs at least 1 input, not " + inputs);
        }
        if (members < 1) {
            throw new IllegalArgumentException("a network needs at least 1 member, not " + members);
        }
        this.inputs = inputs;
        this.layers = List.copyOf(layers);
        this.members = members;
        this.widths = new int[layers.size() + 1];
        widths[0] = inputs;
        for (int layer = 0; layer < layers.size(); layer++) {
            widths[layer + 1] = layers.get(layer).outputs(widths[layer]);
        }
    }

    /// A shape of one member.
    public Architecture(int inputs, List<Layer> layers) {
        this(inputs, layers, 1);
    }

    /// The numbers per row that enter.
    public int inputs() {
        return inputs;
    }

    /// One after the other.
    public List<Layer> layers() {
        return layers;
    }

    /// How many networks share these layers.
    public int members() {
        return members;
    }

    /// This shape for so many members.
    public Architecture members(int members) {
        return new Architecture(inputs, layers, members);
    }

    /// Starts a shape with this many inputs and no layers yet.
    public static Architecture inputs(int inputs) {
        return new Architecture(inputs, List.of());
    }

    /// This shape with a dense layer with biases behind it.
    public Architecture dense(int outputs, Activation activation) {
        return with(new Layer.Dense(outputs, activation, Layer.Bias.PRESENT));
    }

    /// This shape with a dense layer without biases behind it.
    public Architecture denseWithoutBias(int outputs, Activation activation) {
        return with(new Layer.Dense(outputs, activation, Layer.Bias.ABSENT));
    }

    /// This shape with one more layer behind it.
    public Architecture with(Layer layer) {
        List<Layer> longer = new ArrayList<>(layers);
        longer.add(layer);
        return new Architecture(inputs, longer, members);
    }

    /// The numbers per row that leave the last layer, of one member.
    public int outputs() {
        return inputsOf(layers.size());
    }

    /// The numbers per row that enter the given layer, counted from 0.
    public int inputsOf(int layer) {
        return widths[layer];
    }

    /// What the last layer does to its sums last: the identity where it has no activation.
    public Activation lastActivation() {
        return switch (layers.getLast()) {
            case Layer.Dense dense -> dense.activation();
            case Layer.ParametricActivation blend -> blend.activation();
            case Layer.FeatureEmbeddings _,
                    Layer.Scale _,
                    Layer.Dropout _,
                    Layer.BatchEnsembleAdapter _,
                    Layer.EnsembleHeads _ -> Activation.IDENTITY;
        };
    }

    /// Where each layer's weights and biases stand in the flat array of parameters.
    public ParameterLayout parameterLayout() {
        return ParameterLayout.of(this);
    }

    /// This shape, if a network can be made of it.
    ///
    /// @throws IllegalArgumentException if there is no layer, or softmax stands before the last one,
    ///     or features behind the first one or over other inputs
    public Architecture validated() {
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a network needs at least 1 layer");
        }
        for (int index = 0; index < layers.size() - 1; index++) {
            if (layers.get(index) instanceof Layer.Dense dense && dense.activation() instanceof Activation.Softmax) {
                throw new IllegalArgumentException(
                        "layer %s of %s has softmax, which only the last layer may have; choose another activation for it"
                                .formatted(index + 1, layers.size()));
            }
        }
        for (int index = 0; index < layers.size(); index++) {
            if (layers.get(index) instanceof Layer.FeatureEmbeddings features) {
                requireFirst(index, features);
            }
        }
        requireMembers();
        return this;
    }

    private void requireMembers() {
        int scales = 0;
        for (int index = 0; index < layers.size(); index++) {
            if (layers.get(index) instanceof Layer.BatchEnsembleAdapter scale) {
                scales++;
                int width = scale.chunks().stream().mapToInt(Integer::intValue).sum();
                if (width != inputsOf(index)) {
                    throw new IllegalArgumentException("the chunks of layer %s have %s inputs, but %s enter"
                            .formatted(index + 1, width, inputsOf(index)));
                }
            } else if (layers.get(index) instanceof Layer.EnsembleHeads && scales == 0) {
                throw new IllegalArgumentException(
                        "layer %s is each member's own: it needs member factors before it".formatted(index + 1));
            }
        }
        if (scales > 1 || (scales == 0 && members > 1)) {
            throw new IllegalArgumentException(
                    "a network of %s members needs one layer of member factors, not %s".formatted(members, scales));
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Architecture that
                && inputs == that.inputs
                && members == that.members
                && layers.equals(that.layers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(inputs, layers, members);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Architecture[inputs=%d, layers=%s, members=%d]", inputs, layers, members);
    }

    private void requireFirst(int index, Layer.FeatureEmbeddings features) {
        if (index > 0) {
            throw new IllegalArgumentException(
                    "layer %s of %s makes features of columns, which only the first layer may"
                            .formatted(index + 1, layers.size()));
        }
        if (features.inputs() != inputs) {
            throw new IllegalArgumentException(
                    "the features take %s inputs, but the network has %s".formatted(features.inputs(), inputs));
        }
    }
}
