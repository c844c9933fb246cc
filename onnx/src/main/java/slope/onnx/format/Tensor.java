package slope.onnx.format;

import java.util.List;

/// A named constant of numbers or words. It never changes.
///
/// Numbers of every type are kept as one of three kinds: floating ones as `float`, whole ones and
/// truths as `long`. A double loses the digits a float does not have.
public sealed interface Tensor {

    /// By which nodes know it; empty in an attribute.
    String name();

    /// Its dimensions, none for a single element.
    List<Long> shape();

    /// How many elements it holds: the product of its dimensions.
    int size();

    /// Floating numbers, row-major.
    static Floats floats(String name, List<Long> shape, float... values) {
        return new Floats(name, shape, values.clone());
    }

    /// Whole numbers or truths (0 and 1), row-major.
    static Longs longs(String name, List<Long> shape, long... values) {
        return new Longs(name, shape, values.clone());
    }

    /// Floating numbers.
    final class Floats implements Tensor {
        private final String name;
        private final List<Long> shape;
        private final float[] values;

        /// Takes the values over.
        Floats(String name, List<Long> shape, float[] values) {
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

        public float at(int index) {
            return values[index];
        }

        /// A copy of the elements.
        public float[] toArray() {
            return values.clone();
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
