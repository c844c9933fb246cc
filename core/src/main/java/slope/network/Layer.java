package slope.network;

import java.util.List;
import java.util.Objects;

/// One step of a network, as settings: what it computes, not how.
public sealed interface Layer {

    /// The number of outputs for each row of so many inputs.
    int outputs(int inputs);

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

        @Override
        public int outputs(int inputs) {
            return outputs;
        }
    }

    /// What a first layer makes of the columns of a table, part by part: numbers, flags and codes
    /// become the numbers the next layer sees. The outputs of the parts stand one behind the other.
    ///
    /// @param parts each takes the inputs that follow those of the part before it
    record Features(List<Part> parts) implements Layer {
        public Features {
            parts = List.copyOf(parts);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("features need at least 1 part");
            }
        }

        /// The inputs that all parts together take.
        public int inputs() {
            return parts.stream().mapToInt(Part::inputs).sum();
        }

        @Override
        public int outputs(int inputs) {
            return parts.stream().mapToInt(Part::outputs).sum();
        }
    }

    /// Each input times a factor of its own that training moves: outputs = s ⊙ inputs; s starts at 1.
    record Scale() implements Layer {
        @Override
        public int outputs(int inputs) {
            return inputs;
        }
    }

    /// An activation that each unit has as much of as training gives it: outputs = z + α ⊙ (f(z) −
    /// z), where z is what enters; α starts at 1, which is the activation itself.
    ///
    /// @param activation f, of single numbers: not softmax
    record Blend(Activation activation) implements Layer {
        public Blend {
            if (activation instanceof Activation.Softmax) {
                throw new IllegalArgumentException("softmax looks at whole rows; blend another activation");
            }
        }

        @Override
        public int outputs(int inputs) {
            return inputs;
        }
    }

    /// In training each number is 0 with probability p and otherwise 1/(1 − p) of itself, drawn anew
    /// in every step; predictions pass unchanged (Srivastava et al. 2014).
    ///
    /// @param rate p, from 0 to below 1
    record Dropout(double rate) implements Layer {
        public Dropout {
            if (!(rate >= 0 && rate < 1)) {
                throw new IllegalArgumentException("the dropout rate must be at least 0 and below 1, not " + rate);
            }
        }

        @Override
        public int outputs(int inputs) {
            return inputs;
        }
    }

    /// Whether the units of a layer add a number of their own to their sums.
    enum Bias {
        PRESENT,
        ABSENT
    }
}
