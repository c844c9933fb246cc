package slope.network;

import java.util.Objects;

/// One step of a network, as settings: what it computes, not how.
public sealed interface Layer {

    /// The number of outputs for each row.
    int outputs();

    /// Every input to every output: outputs = activation(inputs · weights + bias).
    ///
    /// @param outputs the number of units, at least 1
    /// @param activation applied to each unit's sum
    /// @param bias whether each unit has a bias
    record Dense(int outputs, Activation activation, Bias bias) implements Layer {
        public Dense {
            if (outputs < 1) {
                throw new IllegalArgumentException("a layer needs at least 1 unit, not " + outputs);
            }
            Objects.requireNonNull(activation, "activation");
            Objects.requireNonNull(bias, "bias");
        }
    }

    /// Whether the units of a layer add a number of their own to their sums.
    enum Bias {
        PRESENT,
        ABSENT
    }
}
