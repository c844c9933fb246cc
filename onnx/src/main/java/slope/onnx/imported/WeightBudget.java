package slope.onnx.imported;

import java.util.Locale;
import slope.onnx.format.OnnxException;

/// How many numbers reading a file may make. A constant may be used by many nodes, so a small file could ask for much
/// memory; and for much time, so numbers count again whenever they are scaled or turned round.
final class WeightBudget {
    private static final long MOST = 1 << 26;

    private long count;

    /// Counts numbers before they are made.
    ///
    /// @throws OnnxException if they are too many
    void count(long numbers) {
        count += numbers;
        if (count > MOST) {
            throw new OnnxException(String.format(
                    Locale.ROOT,
                    "has more than %,d weights to make or scale, the most that is read of such a file",
                    MOST));
        }
    }
}
