package slope.internal.function;

/// The standard normal distribution.
public final class NormalDistribution {
    /// 1/√(2π).
    public static final float DENSITY_AT_0 = 0x1.988454p-2f;

    /// From here on, on both sides, density and tail are below half the smallest float.
    public static final float VANISHES = 15;

    /// Φ(−x)·e^(x²/2) = t·(P0 + P1·y + … + P9·y⁹) with t = 1 / (1 + [#SLANT]·x) and y = t·x: t
    /// falls like the tail (as in Abramowitz and Stegun 1964, "Handbook of Mathematical Functions",
    /// 7.1.26), and y has the digits of x where x is small.
    public static final float SLANT = 0.3f;

    public static final float P0 = 0x1.0p-1f;
    public static final float P1 = -0x1.fdd566p-3f;
    public static final float P2 = 0x1.c7bf6p-5f;
    public static final float P3 = -0x1.1ec94cp-9f;
    public static final float P4 = -0x1.28887ep-10f;
    public static final float P5 = 0x1.d7e17cp-15f;
    public static final float P6 = 0x1.ffe8cap-18f;
    public static final float P7 = 0x1.03eb8cp-16f;
    public static final float P8 = -0x1.416bcep-18f;
    public static final float P9 = 0x1.b30d78p-22f;

    private NormalDistribution() {}

    /// φ(z) = e^(−z²/2) / √(2π), off by at most 2.76 ulps.
    public static float density(float z) {
        return DENSITY_AT_0 * bell(bounded(z));
    }

    /// Φ(z): how much of the distribution lies below z. Far below 0 it keeps its digits, down to
    /// the smallest float: off by at most 6.65 ulps there, and 4.46 from −4 on.
    public static float cumulative(float z) {
        float distance = bounded(z);
        float tail = tailOverBell(distance) * bell(distance);
        return z > 0 ? 1 - tail : tail;
    }

    /// The derivative of z·Φ(z): Φ(z) + z·φ(z).
    public static float geluSlope(float z) {
        float distance = bounded(z);
        float tailOverBell = tailOverBell(distance);
        float bell = bell(distance);
        float tail = tailOverBell * bell;
        return Math.fma(z, DENSITY_AT_0 * bell, z > 0 ? 1 - tail : tail);
    }

    /// How far z is from 0.
    private static float bounded(float z) {
        float distance = Math.abs(z);
        return distance > VANISHES ? VANISHES : distance;
    }

    /// e^(−z²/2). The square is rounded, which would cost e^(−100) the last 6 of its 24 bits: what
    /// rounding drops has a power of its own, near enough to 1 for a straight line.
    private static float bell(float z) {
        float square = z * z;
        float dropped = Math.fma(z, z, -square);
        float power = Exponential.exp(-0.5f * square);
        return Math.fma(power, -0.5f * dropped, power);
    }

    private static float tailOverBell(float distance) {
        float t = 1 / Math.fma(SLANT, distance, 1);
        float y = t * distance;
        float sum = Math.fma(P9, y, P8);
        sum = Math.fma(sum, y, P7);
        sum = Math.fma(sum, y, P6);
        sum = Math.fma(sum, y, P5);
        sum = Math.fma(sum, y, P4);
        sum = Math.fma(sum, y, P3);
        sum = Math.fma(sum, y, P2);
        sum = Math.fma(sum, y, P1);
        sum = Math.fma(sum, y, P0);
        return sum * t;
    }
}
