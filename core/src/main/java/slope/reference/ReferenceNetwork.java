package slope.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import slope.layer.Architecture;
import slope.layer.Initializer;
import slope.layer.ParameterLayout;
import slope.network.Network;

/// A network in double precision: a shape and its weights and biases. It never changes.
public final class ReferenceNetwork {
    private final Architecture architecture;
    private final List<LayerParameters> layers;

    private ReferenceNetwork(Architecture architecture, List<LayerParameters> layers) {
        this.architecture = architecture;
        this.layers = List.copyOf(layers);
    }

    /// A network to start training from.
    ///
    /// @throws IllegalArgumentException if no network can be made of the shape, or the initializer
    /// refuses the seed
    public static ReferenceNetwork start(Architecture architecture, Initializer initializer, long seed) {
        return of(architecture, initializer.draw(architecture.validated(), seed));
    }

    /// A network with a copy of the given parameters.
    ///
    /// @param parameters in the order of the shape's [ParameterLayout], weights inputs × outputs
    /// row-major
    public static ReferenceNetwork of(Architecture architecture, double[] parameters) {
        ParameterLayout layout = architecture.validated().parameterLayout();
        if (parameters.length != layout.length()) {
            throw new IllegalArgumentException(
                    "the shape has %s parameters, but %s were given".formatted(layout.length(), parameters.length));
        }
        List<LayerParameters> layers = new ArrayList<>();
        for (int index = 0; index < architecture.layers().size(); index++) {
            layers.add(new LayerParameters(layout.of(index).stream()
                    .map(block -> block(parameters, block))
                    .toList()));
        }
        return new ReferenceNetwork(architecture, layers);
    }

    /// The same network in double precision: what it computes here is what rounding to floats blurs
    /// there.
    public static ReferenceNetwork of(Network network) {
        float[] floats = network.parameters().toArray();
        double[] parameters = new double[floats.length];
        for (int index = 0; index < floats.length; index++) {
            parameters[index] = floats[index];
        }
        return of(network.architecture(), parameters);
    }

    public Architecture architecture() {
        return architecture;
    }

    /// Each layer's parameters, first to last.
    public List<LayerParameters> layers() {
        return layers;
    }

    /// A copy of all parameters, in the order of the shape's [ParameterLayout].
    public double[] parameters() {
        double[] parameters = new double[architecture.parameterLayout().length()];
        int offset = 0;
        for (LayerParameters layer : layers) {
            for (Matrix block : layer.blocks()) {
                offset = append(block, parameters, offset);
            }
        }
        return parameters;
    }

    /// The outputs for rows of inputs.
    ///
    /// @param inputs rows × inputs
    /// @return rows × outputs
    public Matrix predict(Matrix inputs) {
        return ForwardPass.of(this, inputs).outputs();
    }

    /// The network that updates of all layers make of this one.
    ReferenceNetwork after(List<LayerUpdate> updates) {
        return new ReferenceNetwork(
                architecture, updates.stream().map(LayerUpdate::after).toList());
    }

    /// Each parameter moved towards that of another network of the same shape.
    ///
    /// @param share 0 leaves it where it is, 1 takes the other's
    ReferenceNetwork towards(ReferenceNetwork other, double share) {
        double[] moved = parameters();
        double[] others = other.parameters();
        for (int index = 0; index < moved.length; index++) {
            moved[index] += share * (others[index] - moved[index]);
        }
        return of(architecture, moved);
    }

    boolean isFinite() {
        for (LayerParameters layer : layers) {
            if (!layer.isFinite()) {
                return false;
            }
        }
        return true;
    }

    static Matrix block(double[] parameters, ParameterLayout.Block block) {
        return Matrix.of(
                block.rows(),
                block.columns(),
                Arrays.copyOfRange(parameters, block.offset(), block.offset() + block.length()));
    }

    private static int append(Matrix matrix, double[] parameters, int offset) {
        double[] values = matrix.toArray();
        System.arraycopy(values, 0, parameters, offset, values.length);
        return offset + values.length;
    }
}
