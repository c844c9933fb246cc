package slope.conformal;

import java.util.Arrays;
import slope.target.Quantiles;
import slope.target.Target;

/// Decoded quantiles in the order in which they are predicted.
final class AscendingQuantiles {
    private AscendingQuantiles() {}

    /// Decoded outputs, quantiles of each row sorted; those of other targets as they are.
    static double[] of(Target target, double[] decoded) {
        if (!(target instanceof Quantiles)) {
            return decoded;
        }
        double[] ascending = decoded.clone();
        for (int start = 0; start < ascending.length; start += target.width()) {
            Arrays.sort(ascending, start, start + target.width());
        }
        return ascending;
    }
}
