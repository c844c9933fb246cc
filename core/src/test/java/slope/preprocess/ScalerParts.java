package slope.preprocess;

import java.util.Arrays;

/// The spreading of a column as a normal distribution, as the tests of published numbers ask for
/// it.
public final class ScalerParts {
    private final Scaler.Normal scaling;

    private ScalerParts(Scaler.Normal scaling) {
        this.scaling = scaling;
    }

    public static ScalerParts fit(double[] values) {
        return new ScalerParts(Scaler.Normal.fit(values));
    }

    public double[] quantiles() {
        return scaling.quantiles().stream().mapToDouble(Double::doubleValue).toArray();
    }

    public double[] normal(double[] values) {
        return Arrays.stream(values).map(scaling::apply).toArray();
    }
}
