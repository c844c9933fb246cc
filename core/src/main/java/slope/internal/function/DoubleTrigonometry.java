package slope.internal.function;

/// cos z and sin z in double precision, for the double engine.
///
/// As in [Trigonometry]: z = n·½π + r with n whole and |r| ≤ ¼π. Here r is a sum of two doubles, the
/// second for the digits that the first has no room for.
public final class DoubleTrigonometry {
    static final double TWO_OVER_PI = 0x1.45f306dc9c883p-1;

    /// ½π in three doubles.
    static final double HALF_PI = 0x1.921fb54442d18p0;

    static final double HALF_PI_REST = 0x1.1a62633145c07p-54;
    static final double HALF_PI_LAST = -0x1.f1976b7ed8fbcp-110;

    /// Up to here three doubles of ½π are enough by far. Angles beyond go through `StrictMath`.
    private static final double QUICK = 0x1p25;

    /// 1.5·2^52: doubles of this size have no digits behind the point.
    private static final double ROUNDER = 0x1.8p52;

    /// (sin r − r) / r³ in powers of r².
    static final double[] SINE = {
        -0x1.5555555555548p-3,
        0x1.111111110f77ep-7,
        -0x1.a01a019bf8222p-13,
        0x1.71de3565097dbp-19,
        -0x1.ae5e597cdd218p-26,
        0x1.5d8fb7d4fc18cp-33
    };

    /// (cos r − 1 + ½r²) / r⁴ in powers of r².
    static final double[] COSINE = {
        0x1.555555555554bp-5,
        -0x1.6c16c16c1504cp-10,
        0x1.a01a019c97a1p-16,
        -0x1.27e4f7f91194ep-22,
        0x1.1ee9e17e11345p-29,
        -0x1.8fa9a700adc09p-37
    };

    private DoubleTrigonometry() {}

    /// cos z, off by less than 1 ulp; NaN of infinities.
    public static double cos(double z) {
        return Math.abs(z) > QUICK ? StrictMath.cos(z) : wave(z, 1);
    }

    /// sin z, off by less than 1 ulp; NaN of infinities.
    public static double sin(double z) {
        return Math.abs(z) > QUICK ? StrictMath.sin(z) : wave(z, 0);
    }

    /// sin(z + quadrantsOn·½π).
    private static double wave(double z, int quadrantsOn) {
        double rounded = Math.fma(z, TWO_OVER_PI, ROUNDER);
        double whole = rounded - ROUNDER;
        double near = Math.fma(whole, -HALF_PI, z); // exact: a whole number of times HALF_PI's last digit
        double rest = Math.fma(whole, -HALF_PI_REST, near);
        double dropped = Math.fma(whole, -HALF_PI_LAST, Math.fma(whole, -HALF_PI_REST, near - rest));
        long quadrant = Double.doubleToRawLongBits(rounded) + quadrantsOn;
        double size = (quadrant & 1) == 0 ? sine(rest, dropped) : cosine(rest, dropped);
        // The quadrant's second bit moves to where a double has its sign.
        return Double.longBitsToDouble(Double.doubleToRawLongBits(size) ^ (quadrant & 2) << 62);
    }

    private static double sine(double rest, double dropped) {
        double square = rest * rest;
        return rest + Math.fma(Polynomial.at(square, SINE) * square, rest, dropped);
    }

    /// 1 − ½r² is rounded once, and what that drops goes to the small terms.
    private static double cosine(double rest, double dropped) {
        double square = rest * rest;
        double half = 0.5 * square;
        double lead = 1 - half;
        double bend = Math.fma(square * square, Polynomial.at(square, COSINE), -rest * dropped);
        return lead + (1 - lead - half + bend);
    }
}
