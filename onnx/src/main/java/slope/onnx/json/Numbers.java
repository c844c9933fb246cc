package slope.onnx.json;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/// An array of finite numbers and nothing else. Models have millions of them, so they are kept as eight bytes each. It
/// never changes.
public final class Numbers implements Json {
    private final double[] values;

    private Numbers(double[] values) {
        this.values = values;
    }

    /// Takes the values over.
    static Numbers taking(double[] values) {
        return new Numbers(values);
    }

    int size() {
        return values.length;
    }

    double at(int index) {
        return values[index];
    }

    /// The numbers as a list, not copied.
    List<Double> asList() {
        return new Listed(values);
    }

    private static final class Listed extends AbstractList<Double> implements RandomAccess {
        private final double[] values;

        Listed(double[] values) {
            this.values = values;
        }

        @Override
        public Double get(int index) {
            return values[index];
        }

        @Override
        public int size() {
            return values.length;
        }
    }
}
