package slope.internal.function;

import java.util.Arrays;
import java.util.List;

/// The inverse of the standard normal distribution: its quantile at a share.
///
/// Wichura 1988, "Algorithm AS 241: The percentage points of the normal distribution", PPND16:
/// about 16 digits. Its coefficients as the doubles nearest to them.
public final class NormalQuantile {
    /// The square of how far the middle reaches from a half.
    public static final double MIDDLE_SQUARED = 0.180625;

    /// What is taken from √(−ln tail) in the tails.
    public static final double TAIL_START = 1.6;

    private static final double[] CENTRE_ABOVE = {
        3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946,
        45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227
    };
    private static final double[] CENTRE_BELOW = {
        1.0, 42.31333070160091, 687.1870074920579, 5394.196021424751,
        21213.794301586597, 39307.89580009271, 28729.085735721943, 5226.495278852854
    };
    private static final double[] TAIL_ABOVE = {
        1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045,
        1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414
    };
    private static final double[] TAIL_BELOW = {
        1.0, 2.053191626637759, 1.6763848301838038, 0.6897673349851,
        0.14810397642748008, 0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-9
    };
    private static final double[] FAR_ABOVE = {
        6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
        0.026532189526576124, 0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7
    };
    private static final double[] FAR_BELOW = {
        1.0, 0.599832206555888, 0.1369298809227358, 0.014875361290850615,
        0.0007868691311456133, 1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15
    };

    private NormalQuantile() {}

    /// A rational function.
    ///
    /// @param above coefficients of the numerator, from the power 0 up
    /// @param below coefficients of the denominator, from the power 0 up
    public record Ratio(List<Double> above, List<Double> below) {
        public Ratio {
            above = List.copyOf(above);
            below = List.copyOf(below);
        }

        private static Ratio of(double[] above, double[] below) {
            return new Ratio(
                    Arrays.stream(above).boxed().toList(),
                    Arrays.stream(below).boxed().toList());
        }
    }

    /// Of [#MIDDLE_SQUARED] less the squared distance from a half; to be multiplied with that
    /// distance.
    public static Ratio middle() {
        return Ratio.of(CENTRE_ABOVE, CENTRE_BELOW);
    }

    /// Of √(−ln tail) less [#TAIL_START], until that root is 5.
    public static Ratio tail() {
        return Ratio.of(TAIL_ABOVE, TAIL_BELOW);
    }

    /// The number that a share of the normal distribution is below.
    ///
    /// @param share from 0, where the result is −∞, to 1, where it is ∞
    public static double of(double share) {
        double fromMiddle = share - 0.5;
        if (Math.abs(fromMiddle) <= 0.425) {
            double square = MIDDLE_SQUARED - fromMiddle * fromMiddle;
            return fromMiddle * polynomial(CENTRE_ABOVE, square) / polynomial(CENTRE_BELOW, square);
        }
        double tail = Math.min(share, 1 - share);
        double root = Math.sqrt(-StrictMath.log(tail));
        if (Double.isInfinite(root)) {
            return Math.copySign(Double.POSITIVE_INFINITY, fromMiddle);
        }
        double distance = root <= 5
                ? polynomial(TAIL_ABOVE, root - TAIL_START) / polynomial(TAIL_BELOW, root - TAIL_START)
                : polynomial(FAR_ABOVE, root - 5) / polynomial(FAR_BELOW, root - 5);
        return Math.copySign(distance, fromMiddle);
    }

    private static double polynomial(double[] coefficients, double value) {
        double sum = 0;
        for (int power = coefficients.length - 1; power >= 0; power--) {
            sum = sum * value + coefficients[power];
        }
        return sum;
    }
}
