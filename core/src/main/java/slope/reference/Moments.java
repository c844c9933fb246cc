package slope.reference;

import java.util.Collections;
import java.util.List;
import slope.optimizer.UpdateRule;

/// What an optimizer remembers of the gradients it has seen, for one matrix of parameters.
///
/// @param values one matrix in the parameters' shape for each of the optimizer's moments, in the order
///     of its formula: v of momentum, m and v of Adam
public record Moments(List<Matrix> values) {
    public Moments {
        values = List.copyOf(values);
    }

    /// Before the first step: zero, in the parameters' shape.
    static Moments start(UpdateRule optimizer, Matrix parameters) {
        return new Moments(Collections.nCopies(optimizer.moments().size(), Matrix.zerosLike(parameters)));
    }
}
