package slope.preprocess;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.DoubleUnaryOperator;

/// Numbers of eight bytes each, where a list of boxed ones takes twenty. A model of many columns has
/// millions of quantiles. It never changes.
final class DoubleList extends AbstractList<Double> implements RandomAccess {
    private final double[] values;

    private DoubleList(double[] values) {
        this.values = values;
    }

    static DoubleList of(List<Double> numbers, DoubleUnaryOperator rounding) {
        return new DoubleList(
                numbers.stream().mapToDouble(Double::doubleValue).map(rounding).toArray());
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
