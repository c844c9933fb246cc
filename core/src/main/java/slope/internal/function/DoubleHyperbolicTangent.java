package slope.internal.function;

/// tanh z in double precision, for the double engine; as in [HyperbolicTangent].
public final class DoubleHyperbolicTangent {
    /// Up to here, on both sides of 0, a polynomial; beyond, 2·e^−2z / (1 + e^−2z) is so much smaller than 1
    /// that half of its error is lost in the difference.
    private static final double SMALL = 0.75;

    /// (tanh z − z) / z³ in powers of z².
    static final double[] BEND = {
        -0x1.5555555555549p-2,
        0x1.111111111039ap-3,
        -0x1.ba1ba1b9765c2p-5,
        0x1.664f4862b1b1p-6,
        -0x1.226e31af7826fp-7,
        0x1.d6d344ff1d30ap-9,
        -0x1.7d9c57910f23bp-10,
        0x1.3518724e5d4fp-11,
        -0x1.f24ac44afc94ep-13,
        0x1.87d1c64cf2729p-14,
        -0x1.19c58fdfefa76p-15,
        0x1.3df3f0683f26bp-17,
        -0x1.8d97f3471a3dcp-20
    };

    private DoubleHyperbolicTangent() {}

    /// tanh z, off by at most 1.5 ulps, with the sign of z also where it is 0.
    public static double tanh(double z) {
        double size = Math.abs(z);
        double magnitude = size > SMALL ? large(size) : small(size);
        return Math.copySign(magnitude, z);
    }

    private static double large(double size) {
        double power = DoubleExponential.exp(-2 * size);
        return 1 - (power + power) / (1 + power);
    }

    private static double small(double size) {
        double square = size * size;
        return Math.fma(Polynomial.at(square, BEND) * square, size, size);
    }
}
