package slope.preprocess;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/// Numbers rounded to floats: four bytes each, where a list of numbers takes twenty. A model of
/// many columns has millions of quantiles. It never changes.
final class FloatList extends AbstractList<Double> implements RandomAccess {
    private final float[] values;

    private FloatList(float[] values) {
        this.values = values;
    }

    static FloatList rounding(List<Double> numbers) {
        float[] values = new float[numbers.size()];
        for (int index = 0; index < values.length; index++) {
            values[index] = (float) Math.clamp(numbers.get(index), -Float.MAX_VALUE, Float.MAX_VALUE);
        }
        return new FloatList(values);
    }

    @Override
    public Double get(int index) {
        return (double) values[index];
    }

    @Override
    public int size() {
        return values.length;
    }
}
