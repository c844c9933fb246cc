package slope.data;

import java.util.Arrays;

/// The spreading of a column as a normal distribution, as the tests of published numbers ask for
/// it.
public final class ScalingParts {
    private final Scaling.Normal scaling;

    private ScalingParts(Scaling.Normal scaling) {
        this.scaling = scaling;
    }

    public static ScalingParts fit(double[] values) {
        return new ScalingParts(Scaling.Normal.fit(values));
    }

    public double[] quantiles() {
        return scaling.quantiles().stream().mapToDouble(Double::doubleValue).toArray();
    }

    public double[] normal(double[] values) {
        return Arrays.stream(values).map(scaling::apply).toArray();
    }
}
