package slope.vector;

import static jdk.incubator.vector.FloatVector.broadcast;
import static slope.internal.function.Logarithm.C10;
import static slope.internal.function.Logarithm.C3;
import static slope.internal.function.Logarithm.C4;
import static slope.internal.function.Logarithm.C5;
import static slope.internal.function.Logarithm.C6;
import static slope.internal.function.Logarithm.C7;
import static slope.internal.function.Logarithm.C8;
import static slope.internal.function.Logarithm.C9;
import static slope.internal.function.Logarithm.EXPONENT_BITS;
import static slope.internal.function.Logarithm.FOUR_BITS;
import static slope.internal.function.Logarithm.LN_2_BY_EXPONENT_BIT;
import static slope.internal.function.Logarithm.NORMALIZER;
import static slope.internal.function.Logarithm.NORMALIZER_EXPONENT;
import static slope.internal.function.Logarithm.SQRT_HALF_BITS;
import static slope.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// [slope.internal.function.Logarithm], lane by lane the same operations.
final class VectorLogarithm {
    private VectorLogarithm() {}

    static FloatVector log(FloatVector z) {
        VectorMask<Float> subnormal = z.compare(VectorOperators.LT, Float.MIN_NORMAL);
        IntVector bits = z.blend(z.mul(NORMALIZER), subnormal).reinterpretAsInts();
        IntVector exponentBits = bits.sub(SQRT_HALF_BITS).and(EXPONENT_BITS);
        FloatVector fraction = bits.sub(exponentBits).reinterpretAsFloats().sub(1);
        FloatVector exponent = toFloats(exponentBits);
        FloatVector log = ofParts(exponent.blend(exponent.sub(NORMALIZER_EXPONENT), subnormal), fraction);
        return limited(z, log, 0);
    }

    static FloatVector logOnePlus(FloatVector z) {
        IntVector exponentBits =
                z.add(1).reinterpretAsInts().sub(SQRT_HALF_BITS).and(EXPONENT_BITS);
        FloatVector scaled = z.reinterpretAsInts().sub(exponentBits).reinterpretAsFloats();
        FloatVector fourth = exponentBits.neg().add(FOUR_BITS).reinterpretAsFloats();
        FloatVector log = ofParts(toFloats(exponentBits), scaled.add(fourth.fma(0.25f, -1)));
        return limited(z, log, -1);
    }

    /// The logarithm where z is finite and above the pole; elsewhere what the function has there.
    private static FloatVector limited(FloatVector z, FloatVector log, float pole) {
        FloatVector atMost = z.blend(log, z.compare(VectorOperators.LT, Float.POSITIVE_INFINITY));
        FloatVector above = broadcast(SPECIES, Float.NaN).blend(atMost, z.compare(VectorOperators.GT, pole));
        return above.blend(Float.NEGATIVE_INFINITY, z.compare(VectorOperators.EQ, pole));
    }

    private static FloatVector ofParts(FloatVector exponent, FloatVector fraction) {
        FloatVector sum = fraction.fma(C10, C9);
        sum = sum.fma(fraction, broadcast(SPECIES, C8));
        sum = sum.fma(fraction, broadcast(SPECIES, C7));
        sum = sum.fma(fraction, broadcast(SPECIES, C6));
        sum = sum.fma(fraction, broadcast(SPECIES, C5));
        sum = sum.fma(fraction, broadcast(SPECIES, C4));
        sum = sum.fma(fraction, broadcast(SPECIES, C3));
        sum = sum.fma(fraction, broadcast(SPECIES, -0.5f));
        FloatVector ofFraction = fraction.mul(fraction).fma(sum, fraction);
        return exponent.fma(broadcast(SPECIES, LN_2_BY_EXPONENT_BIT), ofFraction);
    }

    private static FloatVector toFloats(IntVector whole) {
        return (FloatVector) whole.convert(VectorOperators.I2F, 0);
    }
}
