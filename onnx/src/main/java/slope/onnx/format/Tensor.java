package slope.onnx.format;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/// A named constant of numbers or words. It never changes.
///
/// Numbers of every type are one of two kinds: floating ones, and whole ones with truths, as `long`.
public sealed interface Tensor {

    /// By which nodes know it; empty in an attribute.
    String name();

    /// Its dimensions, none for a single element.
    List<Long> shape();

    /// How many elements it holds: the product of its dimensions.
    int size();

    /// Floats, row-major.
    static Floats floats(String name, List<Long> shape, float... values) {
        float[] copy = values.clone();
        return new Floats(name, shape, ElementType.FLOAT, copy.length, index -> copy[index]);
    }

    /// Doubles, row-major.
    static Floats doubles(String name, List<Long> shape, double... values) {
        double[] copy = values.clone();
        return new Floats(name, shape, ElementType.DOUBLE, copy.length, index -> copy[index]);
    }

    /// Whole numbers or truths (0 and 1), row-major.
    static Longs longs(String name, List<Long> shape, long... values) {
        return new Longs(name, shape, values.clone());
    }

    /// Floating numbers, row-major: seen where they stand, in an array or a file's bytes, and not copied.
    ///
    /// @param type of the numbers: float or double
    /// @param size how many there are
    /// @param elements the numbers, which do not change
    record Floats(String name, List<Long> shape, ElementType type, int size, Elements elements) implements Tensor {
        public Floats {
            shape = List.copyOf(shape);
        }

        /// Where the numbers stand. Every float is a double, so none changes on the way.
        public interface Elements {
            double at(int index);
        }

        /// An element; a double loses the digits that a float does not have.
        public float at(int index) {
            return (float) elements.at(index);
        }

        /// A copy of the elements, as floats.
        public float[] toArray() {
            float[] copy = new float[size];
            copyTo(copy, 0);
            return copy;
        }

        /// Copies the elements, as floats, to a place in an array.
        public void copyTo(float[] target, int offset) {
            for (int index = 0; index < size; index++) {
                target[offset + index] = (float) elements.at(index);
            }
        }

        /// The elements with all their digits.
        public List<Double> asList() {
            return new Listed(this);
        }
    }

    /// Whole numbers or truths.
    final class Longs implements Tensor {
        private final String name;
        private final List<Long> shape;
        private final long[] values;

        /// Takes the values over.
        Longs(String name, List<Long> shape, long[] values) {
            this.name = name;
            this.shape = List.copyOf(shape);
            this.values = values;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<Long> shape() {
            return shape;
        }

        @Override
        public int size() {
            return values.length;
        }

        public long at(int index) {
            return values[index];
        }

        /// A copy of the elements.
        public long[] toArray() {
            return values.clone();
        }
    }

    /// Words.
    record Texts(String name, List<Long> shape, List<String> values) implements Tensor {
        public Texts {
            shape = List.copyOf(shape);
            values = List.copyOf(values);
        }

        @Override
        public int size() {
            return values.size();
        }
    }
}

/// Floating numbers as a list, not copied.
final class Listed extends AbstractList<Double> implements RandomAccess {
    private final Tensor.Floats tensor;

    Listed(Tensor.Floats tensor) {
        this.tensor = tensor;
    }

    @Override
    public Double get(int index) {
        return tensor.elements().at(index);
    }

    @Override
    public int size() {
        return tensor.size();
    }
}
