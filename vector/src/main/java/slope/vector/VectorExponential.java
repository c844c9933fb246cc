package slope.vector;

import static jdk.incubator.vector.FloatVector.broadcast;
import static slope.internal.function.Exponential.C2;
import static slope.internal.function.Exponential.C3;
import static slope.internal.function.Exponential.C4;
import static slope.internal.function.Exponential.C5;
import static slope.internal.function.Exponential.C6;
import static slope.internal.function.Exponential.EXPONENT;
import static slope.internal.function.Exponential.EXP_IS_NOTHING_BESIDE_1;
import static slope.internal.function.Exponential.EXP_OVERFLOWS;
import static slope.internal.function.Exponential.EXP_VANISHES;
import static slope.internal.function.Exponential.HALF_BITS;
import static slope.internal.function.Exponential.LN_2;
import static slope.internal.function.Exponential.LN_2_REST;
import static slope.internal.function.Exponential.LOG2_E;
import static slope.internal.function.Exponential.ONE_BITS;
import static slope.internal.function.Exponential.ROUNDER;
import static slope.vector.Lanes.SPECIES;
import static slope.vector.Lanes.WHOLES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/// [slope.internal.function.Exponential], lane by lane the same operations.
final class VectorExponential {
    private VectorExponential() {}

    static FloatVector exp(FloatVector z) {
        FloatVector rounder = broadcast(SPECIES, ROUNDER);
        FloatVector bounded = bounded(z, broadcast(SPECIES, EXP_VANISHES));
        FloatVector rounded = bounded.fma(broadcast(SPECIES, LOG2_E), rounder);
        FloatVector power = minusOne(rest(bounded, rounded.sub(rounder))).add(1);
        IntVector one = IntVector.broadcast(WHOLES, ONE_BITS);
        IntVector bits = rounded.reinterpretAsInts();
        IntVector firstStep = bits.lanewise(VectorOperators.ASHR, 1).lanewise(VectorOperators.LSHL, EXPONENT);
        IntVector secondStep = bits.lanewise(VectorOperators.LSHL, EXPONENT).sub(firstStep);
        return power.mul(firstStep.add(one).reinterpretAsFloats())
                .mul(secondStep.add(one).reinterpretAsFloats());
    }

    static FloatVector expMinusOne(FloatVector z) {
        FloatVector rounder = broadcast(SPECIES, ROUNDER);
        FloatVector bounded = bounded(z, broadcast(SPECIES, EXP_IS_NOTHING_BESIDE_1));
        FloatVector rounded = bounded.fma(broadcast(SPECIES, LOG2_E), rounder);
        FloatVector whole = rounded.sub(rounder);
        FloatVector minusOne = minusOne(rest(bounded, whole));
        FloatVector scale = rounded.reinterpretAsInts()
                .lanewise(VectorOperators.LSHL, EXPONENT)
                .add(HALF_BITS)
                .reinterpretAsFloats();
        FloatVector half = minusOne.fma(scale, scale.sub(0.5f));
        return half.add(half).blend(minusOne, whole.compare(VectorOperators.EQ, 0));
    }

    private static FloatVector bounded(FloatVector z, FloatVector lowest) {
        FloatVector highest = broadcast(SPECIES, EXP_OVERFLOWS);
        FloatVector low = z.blend(lowest, z.compare(VectorOperators.LT, lowest));
        return low.blend(highest, low.compare(VectorOperators.GT, highest));
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
