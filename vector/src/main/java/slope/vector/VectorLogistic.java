package slope.vector;

import static jdk.incubator.vector.FloatVector.broadcast;
import static slope.internal.function.Logistic.B10;
import static slope.internal.function.Logistic.B2;
import static slope.internal.function.Logistic.B3;
import static slope.internal.function.Logistic.B4;
import static slope.internal.function.Logistic.B5;
import static slope.internal.function.Logistic.B6;
import static slope.internal.function.Logistic.B7;
import static slope.internal.function.Logistic.B8;
import static slope.internal.function.Logistic.B9;
import static slope.internal.function.Logistic.GELU_TANH_CUBIC;
import static slope.internal.function.Logistic.GELU_TANH_CUBIC_SLOPE;
import static slope.internal.function.Logistic.GELU_TANH_ENDS;
import static slope.internal.function.Logistic.GELU_TANH_LINEAR;
import static slope.internal.function.Logistic.MISH_SHARE_IS_1;
import static slope.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// [slope.internal.function.Logistic], lane by lane the same operations.
final class VectorLogistic {
    private VectorLogistic() {}

    static FloatVector sigmoid(FloatVector z) {
        return sigmoid(z, fallingPower(z));
    }

    static FloatVector softplus(FloatVector z) {
        return softplus(z, fallingPower(z));
    }

    static FloatVector fallingPower(FloatVector z) {
        return VectorExponential.exp(z.abs().neg());
    }

    static FloatVector sigmoid(FloatVector z, FloatVector fallingPower) {
        VectorMask<Float> below = z.compare(VectorOperators.LT, 0);
        return broadcast(SPECIES, 1).blend(fallingPower, below).div(fallingPower.add(1));
    }

    static FloatVector softplus(FloatVector z, FloatVector fallingPower) {
        FloatVector bend = bend(fallingPower);
        return z.blend(0, z.compare(VectorOperators.LT, 0)).add(bend);
    }

    static FloatVector mishShare(FloatVector z) {
        FloatVector power = VectorExponential.exp(bounded(z));
        FloatVector n = power.fma(power, power.add(power));
        return n.div(n.add(2));
    }

    static FloatVector mishSlope(FloatVector z) {
        FloatVector bounded = bounded(z);
        FloatVector power = VectorExponential.exp(bounded);
        FloatVector n = power.fma(power, power.add(power));
        FloatVector part = broadcast(SPECIES, 1).div(n.add(2));
        FloatVector steepness = bounded.mul(power.fma(power, power));
        return part.mul(steepness.fma(part.mul(4), n));
    }

    static FloatVector geluTanhShare(FloatVector z) {
        return sigmoid(z.mul(z.mul(z).fma(GELU_TANH_CUBIC, GELU_TANH_LINEAR)));
    }

    static FloatVector geluTanhSlope(FloatVector z) {
        FloatVector bounded = z.max(-GELU_TANH_ENDS).min(GELU_TANH_ENDS);
        FloatVector square = bounded.mul(bounded);
        FloatVector y = bounded.mul(square.fma(GELU_TANH_CUBIC, GELU_TANH_LINEAR));
        FloatVector power = fallingPower(y);
        FloatVector part = broadcast(SPECIES, 1).div(power.add(1));
        FloatVector rest = power.mul(part);
        FloatVector steepness = bounded.mul(square.fma(GELU_TANH_CUBIC_SLOPE, GELU_TANH_LINEAR));
        return steepness.mul(part).fma(rest, part.blend(rest, y.compare(VectorOperators.LT, 0)));
    }

    private static FloatVector bounded(FloatVector z) {
        return z.blend(MISH_SHARE_IS_1, z.compare(VectorOperators.GT, MISH_SHARE_IS_1));
    }

    private static FloatVector bend(FloatVector u) {
        FloatVector sum = u.fma(B10, B9);
        sum = sum.fma(u, broadcast(SPECIES, B8));
        sum = sum.fma(u, broadcast(SPECIES, B7));
        sum = sum.fma(u, broadcast(SPECIES, B6));
        sum = sum.fma(u, broadcast(SPECIES, B5));
        sum = sum.fma(u, broadcast(SPECIES, B4));
        sum = sum.fma(u, broadcast(SPECIES, B3));
        sum = sum.fma(u, broadcast(SPECIES, B2));
        return u.mul(u).fma(sum, u);
    }
}
