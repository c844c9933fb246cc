package slope.internal.function;

/// Functions of e^z that bend once between two straight lines: the logistic function and its
/// integral, and what Mish and GELU's approximation take of it.
public final class Logistic {
    /// From here on tanh(ln(1 + e^z)) is 1, and e^(2z) is still far from the largest float.
    public static final float MISH_SHARE_IS_1 = 20;

    /// From here on, on both sides, [#geluTanhShare] is 0 or 1 to the smallest float.
    public static final float GELU_TANH_ENDS = 11;

    /// 2·√(2/π).
    public static final float GELU_TANH_LINEAR = 0x1.988454p0f;

    /// 2·√(2/π)·0.044715.
    public static final float GELU_TANH_CUBIC = 0x1.2444f2p-4f;

    /// Three times that, as the derivative has it, multiplied before it is rounded.
    public static final float GELU_TANH_CUBIC_SLOPE = 0x1.b6676cp-3f;

    /// ln(1 + u) = u + B2·u² + … + B10·u¹⁰ for u from 0 to 1: a polynomial for the bend alone,
    /// without the powers of 2 of a [Logarithm].
    public static final float B2 = -0x1.ffffd2p-2f;

    public static final float B3 = 0x1.554ddp-2f;
    public static final float B4 = -0x1.ff23e8p-3f;
    public static final float B5 = 0x1.934b6ep-3f;
    public static final float B6 = -0x1.3a43ep-3f;
    public static final float B7 = 0x1.b4b094p-4f;
    public static final float B8 = -0x1.d6b75ep-5f;
    public static final float B9 = 0x1.49211cp-6f;
    public static final float B10 = -0x1.af5e2p-9f;

    private Logistic() {}

    /// 1 / (1 + e^−z), off by at most 2.41 ulps.
    public static float sigmoid(float z) {
        return sigmoid(z, fallingPower(z));
    }

    /// ln(1 + e^z), without an overflow where z is large, off by at most 1.87 ulps.
    public static float softplus(float z) {
        return softplus(z, fallingPower(z));
    }

    /// e^−|z|, which [#sigmoid(float, float)] and [#softplus(float, float)] can share.
    public static float fallingPower(float z) {
        return Exponential.exp(-Math.abs(z));
    }

    /// 1 / (1 + e^−z), which is e^z / (1 + e^z) below 0, so that neither overflows.
    public static float sigmoid(float z, float fallingPower) {
        return (z < 0 ? fallingPower : 1) / (1 + fallingPower);
    }

    /// ln(1 + e^z), which is z + ln(1 + e^−z) above 0.
    public static float softplus(float z, float fallingPower) {
        return (z < 0 ? 0 : z) + bend(fallingPower); // z also where it is NaN
    }

    /// tanh(ln(1 + e^z)), which is n / (n + 2) with n = e^z·(e^z + 2), off by at most 3.27 ulps.
    public static float mishShare(float z) {
        float power = Exponential.exp(z > MISH_SHARE_IS_1 ? MISH_SHARE_IS_1 : z);
        float n = Math.fma(power, power, power + power);
        return n / (n + 2);
    }

    /// The derivative of z·[#mishShare].
    ///
    /// The share's own derivative is sigmoid(z)·(1 − share²) = 4·e^z·(1 + e^z) / (n + 2)².
    public static float mishSlope(float z) {
        float bounded = z > MISH_SHARE_IS_1 ? MISH_SHARE_IS_1 : z;
        float power = Exponential.exp(bounded);
        float n = Math.fma(power, power, power + power);
        float part = 1 / (n + 2);
        float steepness = bounded * Math.fma(power, power, power);
        return part * Math.fma(steepness, 4 * part, n);
    }

    /// ½·(1 + tanh(√(2/π)·(z + 0.044715·z³))), which is sigmoid(y) with
    /// y = 2·√(2/π)·(z + 0.044715·z³): off by at most 3.38 ulps from −1 on. Further below 0
    /// an error of y counts y times, up to 207 ulps near −10, where the share is 10^−38.
    public static float geluTanhShare(float z) {
        return sigmoid(z * Math.fma(GELU_TANH_CUBIC, z * z, GELU_TANH_LINEAR));
    }

    /// The derivative of z·[#geluTanhShare].
    ///
    /// The share's own derivative is y′·p / (1 + p)², p = e^−|y|.
    public static float geluTanhSlope(float z) {
        float bounded = Math.clamp(z, -GELU_TANH_ENDS, GELU_TANH_ENDS);
        float square = bounded * bounded;
        float y = bounded * Math.fma(GELU_TANH_CUBIC, square, GELU_TANH_LINEAR);
        float power = fallingPower(y);
        float part = 1 / (1 + power);
        float rest = power * part;
        float steepness = bounded * Math.fma(GELU_TANH_CUBIC_SLOPE, square, GELU_TANH_LINEAR);
        return Math.fma(steepness * part, rest, y < 0 ? rest : part);
    }

    /// ln(1 + u), u from 0 to 1.
    private static float bend(float u) {
        float sum = Math.fma(B10, u, B9);
        sum = Math.fma(sum, u, B8);
        sum = Math.fma(sum, u, B7);
        sum = Math.fma(sum, u, B6);
        sum = Math.fma(sum, u, B5);
        sum = Math.fma(sum, u, B4);
        sum = Math.fma(sum, u, B3);
        sum = Math.fma(sum, u, B2);
        return Math.fma(u * u, sum, u);
    }
}
