package slope.internal.function;

/// The standard normal distribution in double precision, for the double engine; as in
/// [NormalDistribution].
public final class DoubleNormalDistribution {
    /// 1/√(2π).
    static final double DENSITY_AT_0 = 0x1.9884533d43651p-2;

    /// From here on, on both sides, density and tail are below half the smallest double.
    private static final double VANISHES = 39;

    private static final double SLANT = 0.3;

    /// Φ(−x)·e^(x²/2) / t in powers of 1 − 2t, with t = 1 / (1 + [#SLANT]·x).
    static final double[] TAIL = {
        0x1.c6988778bc47ep-3,
        -0x1.510f0c6df0e4p-3,
        0x1.6281df6316567p-4,
        -0x1.c6d36975697eep-6,
        0x1.dc59eb4188dfbp-10,
        0x1.3db478cccb96fp-9,
        -0x1.2dcd6e3f0326ep-11,
        -0x1.296a33d724c0ep-12,
        0x1.7a130062650d9p-14,
        0x1.a14d4d699348ep-15,
        -0x1.754ff4d74aa5bp-17,
        -0x1.6811625b19a84p-17,
        0x1.069eb30928c08p-22,
        0x1.2dc3875f2438p-19,
        0x1.16462c9ba281p-21,
        -0x1.785f3e99a474p-22,
        -0x1.efcd2fe8d9cd3p-23,
        0x1.29b35ca815b49p-28,
        0x1.f9962b166a82ep-25,
        0x1.656248d606101p-26,
        -0x1.faa55053870b7p-28,
        -0x1.fe9fca52489fp-28,
        -0x1.66ef580038db2p-31,
        0x1.27299daba29b4p-30,
        0x1.5bf8c234fe822p-32
    };

    private DoubleNormalDistribution() {}

    /// φ(z) = e^(−z²/2) / √(2π), off by less than 3 ulps.
    public static double density(double z) {
        return DENSITY_AT_0 * bell(bounded(z));
    }

    /// Φ(z): how much of the distribution lies below z. Far below 0 it keeps its digits, down to
    /// the smallest double: off by at most 5.2 ulps.
    public static double cumulative(double z) {
        double distance = bounded(z);
        double t = 1 / Math.fma(SLANT, distance, 1);
        double tail = Polynomial.at(Math.fma(-2, t, 1), TAIL) * t * bell(distance);
        return z > 0 ? 1 - tail : tail;
    }

    private static double bounded(double z) {
        double distance = Math.abs(z);
        return distance > VANISHES ? VANISHES : distance;
    }

    /// e^(−z²/2). What rounding the square drops has a power of its own, near enough to 1 for a
    /// straight line.
    private static double bell(double z) {
        double square = z * z;
        double dropped = Math.fma(z, z, -square);
        double power = StrictMath.exp(-0.5 * square);
        return Math.fma(power, -0.5 * dropped, power);
    }
}
