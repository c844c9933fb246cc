package slope.optimizer;

import java.util.EnumMap;
import java.util.Map;
import slope.layer.ParameterLayout.Block;
import slope.layer.ParameterLayout.Role;

/// How much faster or slower each kind of parameters moves and decays than the settings of a training
/// say.
///
/// Only optimizers with decay look at decay factors, only Adam and AdamW at [Weights].
///
/// @param byRole a factor for each role
/// @param weights how the weights of dense layers are written
public record ParameterGroups(Map<Role, Factor> byRole, Weights weights) {

    /// What one kind of parameters has instead of the training's own settings.
    ///
    /// @param rate what the learning rate is multiplied by, above 0
    /// @param decay what the decay is multiplied by, 0 or more
    public record Factor(double rate, double decay) {
        public Factor {
            if (!(rate > 0) || Double.isInfinite(rate) || !(decay >= 0) || Double.isInfinite(decay)) {
                throw new IllegalArgumentException(
                        "a rate's factor must be above 0 and a decay's 0 or more, not %s and %s"
                                .formatted(rate, decay));
            }
        }
    }

    /// How the weights of dense layers are written.
    public enum Weights {
        /// As they are.
        AS_THEY_ARE,
        /// As if each were √inputs times larger and the layer divided its sums by √inputs (neural
        /// tangent parametrisation, Jacot et al. 2018, arXiv 1806.07572). A network stores the
        /// product W′ = W/√inputs: a step of Adam on W at the rate r, whose gradient is 1/√inputs of
        /// that by W′, is the step on W′ at the rate r/√inputs with ε·√inputs for ε, and decay takes
        /// the same share of both.
        NEURAL_TANGENT
    }

    public ParameterGroups {
        Map<Role, Factor> all = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            all.put(role, byRole.getOrDefault(role, new Factor(1, 1)));
        }
        byRole = Map.copyOf(all);
    }

    /// All move alike; what shifts or bends rather than multiplies does not decay: biases, lines, and
    /// the frequencies and phases of waves (as TabM leaves them out: Gorishniy et al. 2025, arXiv
    /// 2410.24210, `tabm.py`).
    public static ParameterGroups usual() {
        return new ParameterGroups(Map.of(), Weights.AS_THEY_ARE)
                .with(Role.BIAS, 1, 0)
                .with(Role.FREQUENCIES, 1, 0)
                .with(Role.PHASES, 1, 0)
                .with(Role.PERIODIC_BIAS, 1, 0)
                .with(Role.LINEAR_WEIGHTS, 1, 0)
                .with(Role.LINEAR_BIAS, 1, 0)
                .with(Role.HEAD_BIAS, 1, 0);
    }

    /// Those of RealMLP-TD (Holzmüller et al. 2024, arXiv 2407.04491; pytabkit's code multiplies a
    /// decay by the square of the rate's factor).
    public static ParameterGroups realMlp() {
        return new ParameterGroups(Map.of(), Weights.NEURAL_TANGENT)
                .with(Role.BIAS, 0.1, 0)
                .with(Role.SCALE, 6, 36)
                .with(Role.PARAMETRIC_ACTIVATION, 0.1, 0.01)
                .with(Role.FREQUENCIES, 0.1, 0.01)
                .with(Role.PHASES, 0.1, 0.01)
                .with(Role.PERIODIC_WEIGHTS, 0.1, 0.01)
                .with(Role.PERIODIC_BIAS, 0.1, 0.01);
    }

    /// These with another factor for one role.
    public ParameterGroups with(Role role, double rate, double decay) {
        Map<Role, Factor> changed = new EnumMap<>(byRole);
        changed.put(role, new Factor(rate, decay));
        return new ParameterGroups(changed, weights);
    }

    /// What a block's rate is multiplied by.
    public double rateOf(Block block) {
        return factor(block.role()).rate() / rootOfInputs(block);
    }

    /// What the decay is multiplied by.
    public double decayOf(Role role) {
        return factor(role).decay();
    }

    /// What Adam's ε is multiplied by for a block.
    public double epsilonOf(Block block) {
        return rootOfInputs(block);
    }

    /// What parameters of a role have instead of the training's own settings.
    public Factor factor(Role role) {
        Factor factor = byRole.get(role);
        return factor == null ? new Factor(1, 1) : factor;
    }

    private double rootOfInputs(Block block) {
        boolean multiplied = block.role() == Role.WEIGHTS || block.role() == Role.HEAD_WEIGHTS;
        return multiplied && weights == Weights.NEURAL_TANGENT ? Math.sqrt(block.rows()) : 1;
    }
}
