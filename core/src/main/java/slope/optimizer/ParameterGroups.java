package slope.optimizer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import slope.layer.ParameterLayout;
import slope.layer.ParameterLayout.Block;
import slope.layer.ParameterLayout.Role;

/// Multipliers of the learning rate and the weight decay for each role of parameters.
///
/// Only AdamW uses the weight decay's multipliers.
///
/// @param byRole the multipliers of each role
/// @param weights how the weights of dense layers are written
public record ParameterGroups(Map<Role, Multipliers> byRole, Weights weights) {

    /// The multipliers of one role.
    ///
    /// @param rate what the learning rate is multiplied by, above 0
    /// @param decay what the weight decay is multiplied by, 0 or more
    public record Multipliers(double rate, double decay) {
        static final Multipliers NONE = new Multipliers(1, 1);

        public Multipliers {
            if (!(rate > 0) || Double.isInfinite(rate) || !(decay >= 0) || Double.isInfinite(decay)) {
                throw new IllegalArgumentException(
                        "the learning rate's multiplier must be above 0 and the weight decay's 0 or more, not %s and %s"
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
        /// product W′ = W/√inputs, whose gradient is √inputs times that with respect to W. A step
        /// on W at the rate r is for SGD and momentum the step on W′ at the rate r/inputs, for Adam
        /// that at the rate r/√inputs with ε·√inputs for ε; decay takes the same share of both.
        NEURAL_TANGENT
    }

    public ParameterGroups {
        Map<Role, Multipliers> all = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            all.put(role, byRole.getOrDefault(role, Multipliers.NONE));
        }
        byRole = Map.copyOf(all);
    }

    /// No multipliers, and decay as each [Role] has it.
    public static ParameterGroups defaults() {
        Map<Role, Multipliers> multipliers = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            multipliers.put(role, new Multipliers(1, role.decays() ? 1 : 0));
        }
        return new ParameterGroups(multipliers, Weights.AS_THEY_ARE);
    }

    /// Those of RealMLP-TD (Holzmüller et al. 2024, arXiv 2407.04491; pytabkit's code multiplies a
    /// decay by the square of the rate's multiplier).
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

    /// These with other multipliers for one role.
    public ParameterGroups with(Role role, double rate, double decay) {
        Map<Role, Multipliers> changed = new EnumMap<>(byRole);
        changed.put(role, new Multipliers(rate, decay));
        return new ParameterGroups(changed, weights);
    }

    /// The multipliers of a role.
    public Multipliers multipliers(Role role) {
        return byRole.getOrDefault(role, Multipliers.NONE);
    }

    /// Whether the learning rate of all parameters is the same.
    public boolean hasOneRate() {
        return weights == Weights.AS_THEY_ARE
                && byRole.values().stream().allMatch(multipliers -> multipliers.rate() == 1);
    }

    /// The groups of a network's parameters; neighbouring blocks with the same multipliers are one
    /// group.
    ParameterGroup[] of(ParameterLayout layout) {
        List<ParameterGroup> groups = new ArrayList<>();
        for (Block block : layout.blocks()) {
            ParameterGroup own = of(block);
            if (!groups.isEmpty() && groups.getLast().isAlike(own)) {
                ParameterGroup last = groups.removeLast();
                own = new ParameterGroup(
                        last.offset(), last.length() + own.length(), own.rate(), own.decay(), own.inputs());
            }
            groups.add(own);
        }
        return groups.toArray(ParameterGroup[]::new);
    }

    ParameterGroup of(Block block) {
        Multipliers multipliers = multipliers(block.role());
        int inputs = block.role().isMatrix() && weights == Weights.NEURAL_TANGENT ? block.rows() : 1;
        return new ParameterGroup(block.offset(), block.length(), multipliers.rate(), multipliers.decay(), inputs);
    }
}
