package slope.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The optimizer steps of [VectorKernels]: each reads and writes every array once.
final class VectorSteps {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private VectorSteps() {}

    static void descend(float[] parameters, float[] gradient, int start, int end, float rate) {
        FloatVector downhill = FloatVector.broadcast(SPECIES, -rate);
        int i = start;
        for (; i + LANES <= end; i += LANES) {
            downhill.fma(load(gradient, i), load(parameters, i)).intoArray(parameters, i);
        }
        for (; i < end; i++) {
            parameters[i] = Math.fma(-rate, gradient[i], parameters[i]);
        }
    }

    static void descendWithMomentum(
            float[] parameters, float[] gradient, float[] velocity, int start, int end, float rate, float momentum) {
        FloatVector downhill = FloatVector.broadcast(SPECIES, -rate);
        FloatVector kept = FloatVector.broadcast(SPECIES, momentum);
        int i = start;
        for (; i + LANES <= end; i += LANES) {
            FloatVector v = kept.fma(load(velocity, i), load(gradient, i));
            v.intoArray(velocity, i);
            downhill.fma(v, load(parameters, i)).intoArray(parameters, i);
        }
        for (; i < end; i++) {
            velocity[i] = Math.fma(momentum, velocity[i], gradient[i]);
            parameters[i] = Math.fma(-rate, velocity[i], parameters[i]);
        }
    }

    static void descendWithNesterov(
            float[] parameters, float[] gradient, float[] velocity, int start, int end, float rate, float momentum) {
        FloatVector downhill = FloatVector.broadcast(SPECIES, -rate);
        FloatVector kept = FloatVector.broadcast(SPECIES, momentum);
        int i = start;
        for (; i + LANES <= end; i += LANES) {
            FloatVector g = load(gradient, i);
            FloatVector v = kept.fma(load(velocity, i), g);
            v.intoArray(velocity, i);
            downhill.fma(kept.fma(v, g), load(parameters, i)).intoArray(parameters, i);
        }
        for (; i < end; i++) {
            velocity[i] = Math.fma(momentum, velocity[i], gradient[i]);
            float ahead = Math.fma(momentum, velocity[i], gradient[i]);
            parameters[i] = Math.fma(-rate, ahead, parameters[i]);
        }
    }

    static void descendWithAdam(
            float[] parameters,
            float[] gradient,
            float[] mean,
            float[] square,
            int start,
            int end,
            float rate,
            float meanShare,
            float squareShare,
            float rootScale,
            float epsilon,
            float decay) {
        FloatVector downhill = FloatVector.broadcast(SPECIES, -rate);
        FloatVector meanShares = FloatVector.broadcast(SPECIES, meanShare);
        FloatVector squareShares = FloatVector.broadcast(SPECIES, squareShare);
        FloatVector rootScales = FloatVector.broadcast(SPECIES, rootScale);
        FloatVector epsilons = FloatVector.broadcast(SPECIES, epsilon);
        FloatVector decays = FloatVector.broadcast(SPECIES, -decay);
        int i = start;
        for (; i + LANES <= end; i += LANES) {
            FloatVector g = load(gradient, i);
            FloatVector m = load(mean, i);
            FloatVector v = load(square, i);
            FloatVector p = load(parameters, i);
            m = meanShares.fma(g.sub(m), m);
            v = squareShares.fma(g.fma(g, v.neg()), v);
            FloatVector step = m.div(rootScales.fma(v.lanewise(VectorOperators.SQRT), epsilons));
            m.intoArray(mean, i);
            v.intoArray(square, i);
            downhill.fma(step, decays.fma(p, p)).intoArray(parameters, i);
        }
        for (; i < end; i++) {
            mean[i] = Math.fma(meanShare, gradient[i] - mean[i], mean[i]);
            square[i] = Math.fma(squareShare, Math.fma(gradient[i], gradient[i], -square[i]), square[i]);
            float root = (float) Math.sqrt(square[i]);
            float step = mean[i] / Math.fma(rootScale, root, epsilon);
            parameters[i] = Math.fma(-rate, step, Math.fma(-decay, parameters[i], parameters[i]));
        }
    }

    private static FloatVector load(float[] values, int at) {
        return FloatVector.fromArray(SPECIES, values, at);
    }
}
