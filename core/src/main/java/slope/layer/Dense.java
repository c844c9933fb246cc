package slope.layer;

import java.util.List;
import java.util.Objects;
import slope.kernel.ElementwiseFunction.DerivativeOf;
import slope.kernel.Team;
import slope.layer.ParameterLayout.Role;

/// Every input to every output: outputs = activation(inputs · weights + bias). Weights and biases start as
/// the [Initializer] draws them.
///
/// @param outputs the number of units, at least 1
/// @param activation applied to each unit's pre-activation; softmax in a last layer only
/// @param bias whether each unit has a bias
public record Dense(int outputs, Activation activation, Bias bias) implements Layer {
    public Dense {
        if (outputs < 1) {
            throw new IllegalArgumentException("a layer needs at least 1 unit, not " + outputs);
        }
        Objects.requireNonNull(activation, "activation");
        Objects.requireNonNull(bias, "bias");
    }

    /// Whether the units of a layer add a number of their own to their pre-activations.
    public enum Bias {
        PRESENT,
        ABSENT
    }

    @Override
    public String title() {
        return "dense " + activation.title();
    }

    @Override
    public int outputs(int inputs) {
        return outputs;
    }

    @Override
    public void check(Architecture architecture, int index) {
        if (activation instanceof Activation.Softmax && !architecture.isLast(index)) {
            throw new IllegalArgumentException(
                    "layer %s of %s has softmax, which only the last layer may have; choose another activation for it"
                            .formatted(index + 1, architecture.layers().size()));
        }
    }

    @Override
    public List<Parameter> parameters(int inputs, int members) {
        Parameter weights = new Parameter(Role.WEIGHTS, inputs, outputs);
        return switch (bias) {
            case PRESENT -> List.of(weights, new Parameter(Role.BIAS, 1, outputs));
            case ABSENT -> List.of(weights);
        };
    }

    @Override
    public LayerPass pass(LayerPlace place, Team team, int batchSize, TrainingStep step) {
        return new DensePass(place, team, this, batchSize, step);
    }

    @Override
    public long numbers(int inputs, int rows) {
        boolean keepsPreActivations = ActivationPass.of(activation, outputs).derivativeOf() == DerivativeOf.INPUT;
        return (keepsPreActivations ? 3L : 2L) * outputs * rows;
    }
}
