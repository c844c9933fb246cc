package slope.layer;

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
    record FeatureEmbeddings(List<FeatureEmbedding> parts) implements Layer {
        public FeatureEmbeddings {
            parts = List.copyOf(parts);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("features need at least 1 part");
            }
        }

        /// The inputs that all parts together take.
        public int inputs() {
            return parts.stream().mapToInt(FeatureEmbedding::inputs).sum();
        }

        @Override
        public int outputs(int inputs) {
            return parts.stream().mapToInt(FeatureEmbedding::outputs).sum();
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
    record ParametricActivation(Activation activation) implements Layer {
        public ParametricActivation {
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

    /// Each member's own factors: outputs = r_m ⊙ inputs for the rows of member m (the adapter of
    /// TabM-mini: Gorishniy et al. 2025, arXiv 2410.24210, section 3). At the start r is drawn once
    /// for each member and chunk of inputs, and is the same throughout the chunk.
    ///
    /// Up to this layer a prediction computes each row once; this layer makes a row for each member
    /// of it.
    ///
    /// @param chunks how many inputs belong together, such as the numbers that features make of one
    ///     column; together all inputs
    /// @param start what r is drawn from
    record BatchEnsembleAdapter(List<Integer> chunks, AdapterStart start) implements Layer {
        public BatchEnsembleAdapter {
            chunks = List.copyOf(chunks);
            for (int chunk : chunks) {
                if (chunk < 1) {
                    throw new IllegalArgumentException("a chunk of inputs has at least 1, not " + chunk);
                }
            }
            Objects.requireNonNull(start, "start");
        }

        @Override
        public int outputs(int inputs) {
            return inputs;
        }
    }

    /// What the factors of members are drawn from.
    enum AdapterStart {
        /// 1 or −1, each as likely: where inputs are the columns themselves.
        SIGNS,
        /// Normal with deviation 1: where features have been made of them.
        NORMAL
    }

    /// A dense layer with weights and biases of each member's own, without an activation: the last one
    /// of members that share all others.
    ///
    /// @param outputs numbers that each member makes of a row of its own, at least 1
    record EnsembleHeads(int outputs) implements Layer {
        public EnsembleHeads {
            if (outputs < 1) {
                throw new IllegalArgumentException("a layer needs at least 1 unit, not " + outputs);
            }
        }

        @Override
        public int outputs(int inputs) {
            return outputs;
        }
    }

    /// Whether the units of a layer add a number of their own to their sums.
    enum Bias {
        PRESENT,
        ABSENT
    }
}
