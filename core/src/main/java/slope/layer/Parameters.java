package slope.layer;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Consumer;

/// The weights and biases of a network: one flat array that never changes, and a layout that names
/// its parts.
public final class Parameters {
    private final ParameterLayout layout;
    private final float[] values; // layout.length(), never written after construction

    private Parameters(ParameterLayout layout, float[] values) {
        if (values.length != layout.length()) {
            throw new IllegalArgumentException(
                    "the layout holds " + layout.length() + " parameters, but " + values.length + " were given");
        }
        this.layout = layout;
        this.values = values;
    }

    /// Parameters with a copy of the given numbers, in the layout's order.
    public static Parameters of(ParameterLayout layout, float[] values) {
        return new Parameters(layout, values.clone());
    }

    /// Parameters whose numbers are written once, into the array that is kept.
    ///
    /// @param written fills the array in the layout's order, and does not keep it
    public static Parameters of(ParameterLayout layout, Consumer<float[]> written) {
        float[] values = new float[layout.length()];
        written.accept(values);
        return new Parameters(layout, values);
    }

    /// Parameters drawn by an initializer.
    public static Parameters start(Architecture architecture, Initializer initializer, long seed) {
        double[] drawn = initializer.draw(architecture, seed);
        float[] values = new float[drawn.length];
        for (int index = 0; index < drawn.length; index++) {
            values[index] = (float) drawn[index];
        }
        return new Parameters(architecture.parameterLayout(), values);
    }

    /// Where each layer's part stands.
    public ParameterLayout layout() {
        return layout;
    }

    /// The count of all parameters.
    public int count() {
        return values.length;
    }

    /// A copy of all numbers, in the layout's order.
    public float[] toArray() {
        return values.clone();
    }

    /// A copy of one block's numbers, row-major.
    public float[] toArray(ParameterLayout.Block block) {
        return Arrays.copyOfRange(values, block.offset(), block.offset() + block.length());
    }

    /// A copy of every block's numbers, row-major, in the layout's order. A block says its layer, its role, its
    /// shape and a [name][ParameterLayout.Block#name] such as `layer 1 weights`.
    public SequencedMap<ParameterLayout.Block, float[]> toArrays() {
        SequencedMap<ParameterLayout.Block, float[]> arrays = new LinkedHashMap<>();
        for (ParameterLayout.Block block : layout.blocks()) {
            arrays.put(block, toArray(block));
        }
        return arrays;
    }

    /// One number of a block.
    public float at(ParameterLayout.Block block, int row, int column) {
        return values[block.offset() + row * block.columns() + column];
    }

    /// The array itself, for this package's engine, which only reads it.
    public float[] values() {
        return values;
    }
}
