package slope.vector;

import static jdk.incubator.vector.FloatVector.broadcast;
import static slope.function.Exponential.C2;
import static slope.function.Exponential.C3;
import static slope.function.Exponential.C4;
import static slope.function.Exponential.C5;
import static slope.function.Exponential.C6;
import static slope.function.Exponential.EXPONENT;
import static slope.function.Exponential.EXP_IS_NOTHING_BESIDE_1;
import static slope.function.Exponential.EXP_OVERFLOWS;
import static slope.function.Exponential.EXP_VANISHES;
import static slope.function.Exponential.HALF_BITS;
import static slope.function.Exponential.LN_2;
import static slope.function.Exponential.LN_2_REST;
import static slope.function.Exponential.LOG2_E;
import static slope.function.Exponential.ONE_BITS;
import static slope.function.Exponential.ROUNDER;
import static slope.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/// [slope.function.Exponential], lane by lane the same operations.
final class VectorExponential {
    private VectorExponential() {}

    static FloatVector exp(FloatVector z) {
        FloatVector bounded = bounded(z, EXP_VANISHES);
        FloatVector rounded = bounded.fma(broadcast(SPECIES, LOG2_E), broadcast(SPECIES, ROUNDER));
        FloatVector power = minusOne(rest(bounded, rounded.sub(ROUNDER))).add(1);
        IntVector bits = rounded.reinterpretAsInts();
        IntVector firstStep = bits.lanewise(VectorOperators.ASHR, 1).lanewise(VectorOperators.LSHL, EXPONENT);
        IntVector secondStep = bits.lanewise(VectorOperators.LSHL, EXPONENT).sub(firstStep);
        return power.mul(firstStep.add(ONE_BITS).reinterpretAsFloats())
                .mul(secondStep.add(ONE_BITS).reinterpretAsFloats());
    }

    static FloatVector expMinusOne(FloatVector z) {
        FloatVector bounded = bounded(z, EXP_IS_NOTHING_BESIDE_1);
        FloatVector rounded = bounded.fma(broadcast(SPECIES, LOG2_E), broadcast(SPECIES, ROUNDER));
        FloatVector whole = rounded.sub(ROUNDER);
        FloatVector minusOne = minusOne(rest(bounded, whole));
        FloatVector scale = rounded.reinterpretAsInts()
                .lanewise(VectorOperators.LSHL, EXPONENT)
                .add(HALF_BITS)
                .reinterpretAsFloats();
        FloatVector half = minusOne.fma(scale, scale.sub(0.5f));
        return half.add(half).blend(minusOne, whole.compare(VectorOperators.EQ, 0));
    }

    private static FloatVector bounded(FloatVector z, float lowest) {
        FloatVector low = z.blend(lowest, z.compare(VectorOperators.LT, lowest));
        return low.blend(EXP_OVERFLOWS, low.compare(VectorOperators.GT, EXP_OVERFLOWS));
    }

    private static FloatVector rest(FloatVector z, FloatVector whole) {
        return whole.fma(broadcast(SPECIES, -LN_2_REST), whole.fma(broadcast(SPECIES, -LN_2), z));
    }

    private static FloatVector minusOne(FloatVector rest) {
        FloatVector sum = rest.fma(C6, C5);
        sum = sum.fma(rest, broadcast(SPECIES, C4));
        sum = sum.fma(rest, broadcast(SPECIES, C3));
        sum = sum.fma(rest, broadcast(SPECIES, C2));
        return rest.mul(rest).fma(sum, rest);
    }
}
