package slope.reference;

import java.util.ArrayList;
import java.util.List;
import slope.layer.ParameterLayout.Block;
import slope.layer.ParameterLayout.Role;
import slope.optimizer.Adam;
import slope.optimizer.AdamW;
import slope.optimizer.Momentum;
import slope.optimizer.Nesterov;
import slope.optimizer.ParameterGroups;
import slope.optimizer.RmsProp;
import slope.optimizer.Sgd;
import slope.optimizer.UpdateRule;

/// The formula of each [UpdateRule]; the sources stand there.
///
/// @param optimizer its settings
/// @param groups the multipliers of each kind of parameters
/// @param rate r, the learning rate of this iteration
/// @param decayShare the schedule's share of the weight decay in this iteration
/// @param iteration t, its number, from 1
record OptimizerFormulas(UpdateRule optimizer, ParameterGroups groups, double rate, double decayShare, long iteration)
        implements StepFormulas {

    /// A step with default settings.
    static OptimizerFormulas usual(UpdateRule optimizer, double rate, int iteration) {
        return new OptimizerFormulas(optimizer, ParameterGroups.defaults(), rate, 1, iteration);
    }

    @Override
    public List<LayerUpdate> update(
            ReferenceNetwork network, List<List<Matrix>> gradients, List<LayerMoments> moments) {
        List<LayerUpdate> updates = new ArrayList<>();
        for (int layer = 0; layer < network.layers().size(); layer++) {
            List<Block> blocks = network.architecture().parameterLayout().of(layer);
            List<ParameterUpdate> ofLayer = new ArrayList<>();
            for (int index = 0; index < blocks.size(); index++) {
                ofLayer.add(update(
                        blocks.get(index),
                        network.layers().get(layer).blocks().get(index),
                        gradients.get(layer).get(index),
                        moments.get(layer).blocks().get(index)));
            }
            updates.add(new LayerUpdate(ofLayer));
        }
        return updates;
    }

    /// One step of one matrix of parameters.
    ///
    /// In the neural tangent parametrisation (Jacot et al. 2018, arXiv 1806.07572, section 3) the
    /// parameters are W = √inputs · W′, of which the network stores W′: the gradient with respect
    /// to W is that with respect to W′ divided by √inputs. The step is made on W and stored as W′.
    ///
    /// @param block which parameters these are
    /// @param moments the optimizer's memory before this step, of gradients with respect to W
    ParameterUpdate update(Block block, Matrix before, Matrix gradient, Moments moments) {
        double root = isTangent(block) ? Math.sqrt(block.rows()) : 1;
        Step own = step(block.role(), before.scaled(root), gradient.scaled(1 / root), moments);
        Matrix step = own.step.scaled(1 / root);
        return new ParameterUpdate(before, gradient, own.moments, own.decay.scaled(1 / root), step, before.minus(step));
    }

    /// The memory of gradients with respect to W, from that of gradients with respect to W′: a mean of
    /// gradients is √inputs times smaller, one of their squares inputs times; one of normalised gradients
    /// is the same.
    ///
    /// @param stored one for each of the optimizer's moments
    Moments moments(Block block, List<Matrix> stored) {
        double root = isTangent(block) ? Math.sqrt(block.rows()) : 1;
        List<Matrix> own = new ArrayList<>();
        for (int moment = 0; moment < stored.size(); moment++) {
            double size = size(moment, root);
            own.add(stored.get(moment).map(value -> value / size));
        }
        return new Moments(own);
    }

    /// How many times larger a moment is of gradients with respect to W′.
    private double size(int moment, double root) {
        return switch (optimizer) {
            case Sgd ignored -> root;
            case Momentum ignored -> root;
            case Nesterov ignored -> root;
            case Adam ignored -> moment == 1 ? root * root : root;
            case AdamW ignored -> moment == 1 ? root * root : root;
            case RmsProp settings -> moment == 0 ? root * root : settings.isCentered() && moment == 1 ? root : 1;
        };
    }

    private boolean isTangent(Block block) {
        return switch (groups.weights()) {
            case AS_THEY_ARE -> false;
            case NEURAL_TANGENT -> block.role().isMatrix();
        };
    }

    private Step step(Role role, Matrix before, Matrix gradient, Moments moments) {
        double ownRate = rate * groups.multipliers(role).rate();
        return switch (optimizer) {
            case Sgd ignored -> new Step(moments, gradient.scaled(ownRate));
            case Momentum(double momentum) -> {
                // v ← μ·v + g; θ ← θ − r·v
                Matrix velocity = moments.values().getFirst().scaled(momentum).plus(gradient);
                yield new Step(new Moments(List.of(velocity)), velocity.scaled(ownRate));
            }
            case Nesterov(double momentum) -> {
                // v ← μ·v + g; θ ← θ − r·(g + μ·v)
                Matrix velocity = moments.values().getFirst().scaled(momentum).plus(gradient);
                Matrix ahead = gradient.plus(velocity.scaled(momentum));
                yield new Step(new Moments(List.of(velocity)), ahead.scaled(ownRate));
            }
            case Adam adam -> adam(adam, ownRate, gradient, moments);
            case AdamW(Adam adam, double weightDecay) -> {
                Step plain = adam(adam, ownRate, gradient, moments);
                // Weights also lose r·λ·θ, at the rate of the training; biases and their like do not.
                double decay = decayShare * groups.multipliers(role).decay() * weightDecay;
                Matrix taken = before.scaled(rate * decay);
                yield decay == 0 ? plain : new Step(plain.moments, taken, plain.step.plus(taken));
            }
            case RmsProp settings -> rmsProp(settings, ownRate, gradient, moments);
        };
    }

    /// m ← β1·m + (1−β1)·g; v ← β2·v + (1−β2)·g²; the step is r·(m/(1−β1^t)) / (sqrt(v/(1−β2^t)) +
    /// ε).
    private Step adam(Adam settings, double ownRate, Matrix gradient, Moments moments) {
        Matrix mean = fade(moments.values().get(0), settings.beta1(), gradient);
        Matrix square = fade(moments.values().get(1), settings.beta2(), gradient.timesEach(gradient));
        double meanShare = 1 - StrictMath.pow(settings.beta1(), (double) iteration);
        double squareShare = 1 - StrictMath.pow(settings.beta2(), (double) iteration);
        Matrix step = mean.combine(
                square, (m, v) -> ownRate * (m / meanShare) / (Math.sqrt(v / squareShare) + settings.epsilon()));
        return new Step(new Moments(List.of(mean, square)), step);
    }

    /// v ← α·v + (1−α)·g², centered with m ← α·m + (1−α)·g; b ← μ·b + g / (sqrt(v − m²) + ε); the
    /// step is r·b.
    private static Step rmsProp(RmsProp settings, double ownRate, Matrix gradient, Moments moments) {
        List<Matrix> memory = new ArrayList<>();
        Matrix square = fade(moments.values().getFirst(), settings.alpha(), gradient.timesEach(gradient));
        memory.add(square);
        Matrix variance = square;
        if (settings.isCentered()) {
            Matrix mean = fade(moments.values().get(1), settings.alpha(), gradient);
            memory.add(mean);
            variance = square.combine(mean, (v, m) -> Math.max(0, v - m * m));
        }
        Matrix step = gradient.combine(variance, (g, v) -> g / (Math.sqrt(v) + settings.epsilon()));
        if (settings.momentum() > 0) {
            step = moments.values().getLast().scaled(settings.momentum()).plus(step);
            memory.add(step);
        }
        return new Step(new Moments(memory), step.scaled(ownRate));
    }

    private static Matrix fade(Matrix memory, double kept, Matrix added) {
        return memory.scaled(kept).plus(added.scaled(1 - kept));
    }

    /// @param decay the part of the step that is weight decay
    private record Step(Moments moments, Matrix decay, Matrix step) {
        Step(Moments moments, Matrix step) {
            this(moments, Matrix.zerosLike(step), step);
        }
    }
}
