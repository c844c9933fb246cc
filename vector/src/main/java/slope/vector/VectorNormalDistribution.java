package slope.vector;

import static jdk.incubator.vector.FloatVector.broadcast;
import static slope.internal.function.NormalDistribution.DENSITY_AT_0;
import static slope.internal.function.NormalDistribution.P0;
import static slope.internal.function.NormalDistribution.P1;
import static slope.internal.function.NormalDistribution.P2;
import static slope.internal.function.NormalDistribution.P3;
import static slope.internal.function.NormalDistribution.P4;
import static slope.internal.function.NormalDistribution.P5;
import static slope.internal.function.NormalDistribution.P6;
import static slope.internal.function.NormalDistribution.P7;
import static slope.internal.function.NormalDistribution.P8;
import static slope.internal.function.NormalDistribution.P9;
import static slope.internal.function.NormalDistribution.SLANT;
import static slope.internal.function.NormalDistribution.VANISHES;
import static slope.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// [slope.internal.function.NormalDistribution], lane by lane the same operations.
final class VectorNormalDistribution {
    private VectorNormalDistribution() {}

    static FloatVector density(FloatVector z) {
        return bell(bounded(z)).mul(DENSITY_AT_0);
    }

    static FloatVector cumulative(FloatVector z) {
        FloatVector distance = bounded(z);
        FloatVector tail = tailOverBell(distance).mul(bell(distance));
        return tail.blend(broadcast(SPECIES, 1).sub(tail), z.compare(VectorOperators.GT, 0));
    }

    static FloatVector geluSlope(FloatVector z) {
        FloatVector distance = bounded(z);
        FloatVector tailOverBell = tailOverBell(distance);
        FloatVector bell = bell(distance);
        FloatVector tail = tailOverBell.mul(bell);
        VectorMask<Float> above = z.compare(VectorOperators.GT, 0);
        return z.fma(bell.mul(DENSITY_AT_0), tail.blend(broadcast(SPECIES, 1).sub(tail), above));
    }

    private static FloatVector bounded(FloatVector z) {
        FloatVector distance = z.abs();
        return distance.blend(VANISHES, distance.compare(VectorOperators.GT, VANISHES));
    }

    private static FloatVector bell(FloatVector z) {
        FloatVector square = z.mul(z);
        FloatVector dropped = z.fma(z, square.neg());
        FloatVector power = VectorExponential.exp(square.mul(-0.5f));
        return power.fma(dropped.mul(-0.5f), power);
    }

    private static FloatVector tailOverBell(FloatVector distance) {
        FloatVector t = broadcast(SPECIES, 1).div(distance.fma(SLANT, 1));
        FloatVector y = t.mul(distance);
        FloatVector sum = y.fma(P9, P8);
        sum = sum.fma(y, broadcast(SPECIES, P7));
        sum = sum.fma(y, broadcast(SPECIES, P6));
        sum = sum.fma(y, broadcast(SPECIES, P5));
        sum = sum.fma(y, broadcast(SPECIES, P4));
        sum = sum.fma(y, broadcast(SPECIES, P3));
        sum = sum.fma(y, broadcast(SPECIES, P2));
        sum = sum.fma(y, broadcast(SPECIES, P1));
        sum = sum.fma(y, broadcast(SPECIES, P0));
        return sum.mul(t);
    }
}
