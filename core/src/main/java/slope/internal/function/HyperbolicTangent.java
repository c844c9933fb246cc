package slope.internal.function;

/// tanh z.
public final class HyperbolicTangent {
    /// Up to here, on both sides of 0, a polynomial; beyond, tanh is above ½ and a difference from 1
    /// keeps its digits.
    public static final float SMALL = 0.55f;

    /// tanh z = z + C3·z³ + … + C11·z¹¹.
    public static final float C3 = -0x1.55554ap-2f;

    public static final float C5 = 0x1.110ceep-3f;
    public static final float C7 = -0x1.b91e7ep-5f;
    public static final float C9 = 0x1.58e518p-6f;
    public static final float C11 = -0x1.9921a2p-8f;

    private HyperbolicTangent() {}

    /// tanh z, off by at most 1.52 ulps, with the sign of z also where it is 0.
    public static float tanh(float z) {
        float size = Math.abs(z);
        float magnitude = size > SMALL ? large(size) : small(size);
        return Math.copySign(magnitude, z);
    }

    /// 1 − 2·e^−2z / (1 + e^−2z): nothing overflows.
    private static float large(float size) {
        float power = Exponential.exp(-2 * size);
        return 1 - (power + power) / (1 + power);
    }

    private static float small(float size) {
        float square = size * size;
        float sum = Math.fma(C11, square, C9);
        sum = Math.fma(sum, square, C7);
        sum = Math.fma(sum, square, C5);
        sum = Math.fma(sum, square, C3);
        return Math.fma(sum * square, size, size);
    }
}
