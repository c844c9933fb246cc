package slope.onnx.format;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

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
        long[] copy = values.clone();
        return new Longs(name, shape, copy.length, index -> copy[index]);
    }

    /// Floating numbers, row-major: seen where they stand, in an array or a file's bytes, and not copied.
    ///
    /// @param type of the numbers: float or double
    /// @param size how many there are
    /// @param elements the numbers, which do not change; every float is a double
    record Floats(String name, List<Long> shape, ElementType type, int size, IntToDoubleFunction elements)
            implements Tensor {
        public Floats {
            shape = List.copyOf(shape);
        }

        /// An element; a double loses the digits that a float does not have.
        public float at(int index) {
            return (float) elements.applyAsDouble(index);
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
                target[offset + index] = (float) elements.applyAsDouble(index);
            }
        }

        /// The elements with all their digits.
        public List<Double> asList() {
            return IntStream.range(0, size).mapToDouble(elements).boxed().toList();
        }
    }

    /// Whole numbers or truths, row-major.
    ///
    /// @param size how many there are
    /// @param elements the numbers, which do not change
    record Longs(String name, List<Long> shape, int size, IntToLongFunction elements) implements Tensor {
        public Longs {
            shape = List.copyOf(shape);
        }

        public long at(int index) {
            return elements.applyAsLong(index);
        }

        /// A copy of the elements.
        public long[] toArray() {
            return IntStream.range(0, size).mapToLong(elements).toArray();
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
