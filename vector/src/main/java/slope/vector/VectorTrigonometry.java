package slope.vector;

import static jdk.incubator.vector.FloatVector.broadcast;
import static slope.internal.function.Exponential.ROUNDER;
import static slope.internal.function.Trigonometry.C4;
import static slope.internal.function.Trigonometry.C6;
import static slope.internal.function.Trigonometry.C8;
import static slope.internal.function.Trigonometry.HALF_PI;
import static slope.internal.function.Trigonometry.HALF_PI_LAST;
import static slope.internal.function.Trigonometry.HALF_PI_REST;
import static slope.internal.function.Trigonometry.QUICK;
import static slope.internal.function.Trigonometry.S3;
import static slope.internal.function.Trigonometry.S5;
import static slope.internal.function.Trigonometry.S7;
import static slope.internal.function.Trigonometry.TWO_OVER_PI;
import static slope.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/// [slope.internal.function.Trigonometry], lane by lane the same operations, for angles that are not
/// [#isLarge].
final class VectorTrigonometry {
    private VectorTrigonometry() {}

    /// Whether an angle is too large for these operations.
    static boolean isLarge(FloatVector angle) {
        return angle.abs().compare(VectorOperators.GT, QUICK).anyTrue();
    }

    /// The cosine or sine.
    ///
    /// @param quadrantsOn [slope.internal.function.Trigonometry#COSINE] or
    ///     [slope.internal.function.Trigonometry#SINE]
    static FloatVector wave(FloatVector z, int quadrantsOn) {
        FloatVector rounded = z.fma(broadcast(SPECIES, TWO_OVER_PI), broadcast(SPECIES, ROUNDER));
        FloatVector whole = rounded.sub(ROUNDER);
        FloatVector rest = whole.fma(broadcast(SPECIES, -HALF_PI), z);
        rest = whole.fma(broadcast(SPECIES, -HALF_PI_REST), rest);
        rest = whole.fma(broadcast(SPECIES, -HALF_PI_LAST), rest);
        FloatVector square = rest.mul(rest);
        IntVector quadrant = rounded.reinterpretAsInts().add(quadrantsOn);
        FloatVector size = sine(rest, square)
                .blend(
                        cosine(square),
                        quadrant.and(1).compare(VectorOperators.NE, 0).cast(Lanes.SPECIES));
        return size.reinterpretAsInts()
                .lanewise(VectorOperators.XOR, quadrant.and(2).lanewise(VectorOperators.LSHL, 30))
                .reinterpretAsFloats();
    }

    private static FloatVector sine(FloatVector rest, FloatVector square) {
        FloatVector sum = square.fma(S7, S5);
        sum = sum.fma(square, broadcast(SPECIES, S3));
        return sum.mul(square).fma(rest, rest);
    }

    private static FloatVector cosine(FloatVector square) {
        FloatVector sum = square.fma(C8, C6);
        sum = sum.fma(square, broadcast(SPECIES, C4));
        sum = sum.fma(square, broadcast(SPECIES, -0.5f));
        return sum.fma(square, broadcast(SPECIES, 1));
    }
}
