package slope.vector;

import static jdk.incubator.vector.FloatVector.broadcast;
import static slope.internal.function.HyperbolicTangent.C11;
import static slope.internal.function.HyperbolicTangent.C3;
import static slope.internal.function.HyperbolicTangent.C5;
import static slope.internal.function.HyperbolicTangent.C7;
import static slope.internal.function.HyperbolicTangent.C9;
import static slope.internal.function.HyperbolicTangent.SMALL;
import static slope.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/// [slope.internal.function.HyperbolicTangent], lane by lane the same operations.
final class VectorHyperbolicTangent {
    private VectorHyperbolicTangent() {}

    static FloatVector tanh(FloatVector z) {
        FloatVector size = z.abs();
        FloatVector magnitude = small(size).blend(large(size), size.compare(VectorOperators.GT, SMALL));
        return magnitude
                .reinterpretAsInts()
                .or(z.reinterpretAsInts().and(Integer.MIN_VALUE))
                .reinterpretAsFloats();
    }

    private static FloatVector large(FloatVector size) {
        FloatVector power = VectorExponential.exp(size.mul(-2));
        return broadcast(SPECIES, 1).sub(power.add(power).div(power.add(1)));
    }

    private static FloatVector small(FloatVector size) {
        FloatVector square = size.mul(size);
        FloatVector sum = square.fma(C11, C9);
        sum = sum.fma(square, broadcast(SPECIES, C7));
        sum = sum.fma(square, broadcast(SPECIES, C5));
        sum = sum.fma(square, broadcast(SPECIES, C3));
        return sum.mul(square).fma(size, size);
    }
}
