package slope.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import slope.kernel.OptimizerSteps;

/// Optimizers' steps over the Vector API: each reads and writes every array once, in whole vectors and
/// then the remainder by the plain loop itself.
final class VectorSteps implements OptimizerSteps {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    @Override
    public void sgd(float[] parameters, float[] gradient, int offset, int length, float rate) {
        FloatVector downhill = FloatVector.broadcast(SPECIES, -rate);
        int end = offset + length;
        int i = offset;
        for (; i + LANES <= end; i += LANES) {
            downhill.fma(load(gradient, i), load(parameters, i)).intoArray(parameters, i);
        }
        OptimizerSteps.super.sgd(parameters, gradient, i, end - i, rate);
    }

    @Override
    public void momentum(
            float[] parameters,
            float[] gradient,
            float[] velocity,
            int offset,
            int length,
            float rate,
            float momentum) {
        FloatVector downhill = FloatVector.broadcast(SPECIES, -rate);
        FloatVector kept = FloatVector.broadcast(SPECIES, momentum);
        int end = offset + length;
        int i = offset;
        for (; i + LANES <= end; i += LANES) {
            FloatVector v = kept.fma(load(velocity, i), load(gradient, i));
            v.intoArray(velocity, i);
            downhill.fma(v, load(parameters, i)).intoArray(parameters, i);
        }
        OptimizerSteps.super.momentum(parameters, gradient, velocity, i, end - i, rate, momentum);
    }

    @Override
    public void nesterov(
            float[] parameters,
            float[] gradient,
            float[] velocity,
            int offset,
            int length,
            float rate,
            float momentum) {
        FloatVector downhill = FloatVector.broadcast(SPECIES, -rate);
        FloatVector kept = FloatVector.broadcast(SPECIES, momentum);
        int end = offset + length;
        int i = offset;
        for (; i + LANES <= end; i += LANES) {
            FloatVector g = load(gradient, i);
            FloatVector v = kept.fma(load(velocity, i), g);
            v.intoArray(velocity, i);
            downhill.fma(kept.fma(v, g), load(parameters, i)).intoArray(parameters, i);
        }
        OptimizerSteps.super.nesterov(parameters, gradient, velocity, i, end - i, rate, momentum);
    }

    @Override
    public void adam(
            float[] parameters,
            float[] gradient,
            float[] mean,
            float[] square,
            int offset,
            int length,
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
        int end = offset + length;
        int i = offset;
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
        OptimizerSteps.super.adam(
                parameters,
                gradient,
                mean,
                square,
                i,
                end - i,
                rate,
                meanShare,
                squareShare,
                rootScale,
                epsilon,
                decay);
    }

    private static FloatVector load(float[] values, int at) {
        return FloatVector.fromArray(SPECIES, values, at);
    }
}
