package slope.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The architecture of a network: the number of inputs, then one layer after another.
///
///     Architecture.inputs(3).dense(4, Activation.SIGMOID).dense(1, Activation.SIGMOID)
///
/// It never changes. How wide each layer is, is counted once: a file may hold hundreds of thousands
/// of layers.
public final class Architecture {
    private final int inputs;
    private final List<Layer> layers;
    private final int members;
    private final int[] widths; // the numbers per row that enter each layer, and those that leave the last
    private final int firstAdapter; // the number of the first BatchEnsembleAdapter, or of layers where none is

    /// @param inputs the numbers per row that enter, at least 1
    /// @param layers at least one before a network can be made of it; softmax only in the last
    /// @param members how many ensemble members share these layers, each with parameters of its own
    ///     where a layer is one of [BatchEnsembleAdapter] or [EnsembleHeads]; 1 in ordinary
    ///     networks
    public Architecture(int inputs, List<Layer> layers, int members) {
        if (inputs < 1) {
            throw new IllegalArgumentException("a network needs at least 1 input, not " + inputs);
        }
        if (members < 1) {
            throw new IllegalArgumentException("a network needs at least 1 ensemble member, not " + members);
        }
        this.inputs = inputs;
        this.layers = List.copyOf(layers);
        this.members = members;
        this.widths = new int[layers.size() + 1];
        widths[0] = inputs;
        for (int layer = 0; layer < layers.size(); layer++) {
            widths[layer + 1] = layers.get(layer).outputs(widths[layer]);
        }
        int adapter = 0;
        while (adapter < layers.size() && !(layers.get(adapter) instanceof BatchEnsembleAdapter)) {
            adapter++;
        }
        this.firstAdapter = adapter;
    }

    /// A shape of one ensemble member.
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

    /// How many ensemble members share these layers.
    public int members() {
        return members;
    }

    /// This shape for so many ensemble members.
    public Architecture members(int members) {
        return new Architecture(inputs, layers, members);
    }

    /// Starts a shape with this many inputs and no layers yet.
    public static Architecture inputs(int inputs) {
        return new Architecture(inputs, List.of());
    }

    /// This shape with a dense layer with biases behind it.
    public Architecture dense(int outputs, Activation activation) {
        return with(new Dense(outputs, activation, Dense.Bias.PRESENT));
    }

    /// This shape with a dense layer without biases behind it.
    public Architecture denseWithoutBias(int outputs, Activation activation) {
        return with(new Dense(outputs, activation, Dense.Bias.ABSENT));
    }

    /// This shape with one more layer behind it.
    public Architecture with(Layer layer) {
        List<Layer> longer = new ArrayList<>(layers);
        longer.add(layer);
        return new Architecture(inputs, longer, members);
    }

    /// The numbers per row that leave the last layer, of one ensemble member.
    public int outputs() {
        return inputsOf(layers.size());
    }

    /// The numbers per row that enter the given layer, counted from 0.
    public int inputsOf(int layer) {
        return widths[layer];
    }

    boolean isLast(int layer) {
        return layer == layers.size() - 1;
    }

    /// Whether a layer before the given one is a [BatchEnsembleAdapter].
    boolean isBehindAdapter(int layer) {
        return layer > firstAdapter;
    }

    /// The activation of the last layer.
    public Activation lastActivation() {
        return layers.getLast().activation();
    }

    /// What the given layer learns.
    List<Parameter> parametersOf(int layer) {
        return layers.get(layer).parameters(inputsOf(layer), members);
    }

    /// Where each layer's weights and biases stand in the flat array of parameters.
    public ParameterLayout parameterLayout() {
        return ParameterLayout.of(this);
    }

    /// This shape, if a network can be made of it.
    ///
    /// @throws IllegalArgumentException if there is no layer, or a layer cannot work at its place
    public Architecture validated() {
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a network needs at least 1 layer");
        }
        for (int index = 0; index < layers.size(); index++) {
            layers.get(index).check(this, index);
        }
        long adapters =
                layers.stream().filter(BatchEnsembleAdapter.class::isInstance).count();
        if (adapters > 1 || (adapters == 0 && members > 1)) {
            throw new IllegalArgumentException(
                    "a network of %s ensemble members needs one BatchEnsemble adapter, not %s"
                            .formatted(members, adapters));
        }
        return this;
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
        return IntStream.range(0, layers.size())
                .mapToObj(index -> layers.get(index).title() + " " + inputsOf(index + 1))
                .collect(Collectors.joining(
                        " → ", inputs + " inputs → ", members == 1 ? "" : ", " + members + " ensemble members"));
    }
}
