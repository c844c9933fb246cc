package slope.layer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import slope.kernel.Kernels;
import slope.kernel.Team;
import slope.layer.ParameterLayout.Role;

/// A custom layer, defined by the user and trained like the built-in ones.
///
///     record Doubled() implements CustomLayer {
///         public String title() { return "doubled"; }
///         public int outputs(int inputs) { return inputs; }
///         public void forward(Kernels kernels, LayerRows rows, int start, int end) {
///             int width = rows.inputWidth();
///             for (int at = 0; at < (end - start) * width; at++) {
///                 rows.outputs()[start * width + at] = 2 * rows.inputs()[rows.inputAt(start) + at];
///             }
///         }
///         public void backward(Kernels kernels, LayerRows rows, int start, int end) {
///             int width = rows.inputWidth();
///             for (int at = start * width; at < end * width; at++) {
///                 rows.inputGradient()[at] = 2 * rows.outputGradient()[at];
///             }
///         }
///     }
///
/// A layer that learns says its [parameters][#parameters], each of another [Role], and adds their
/// gradient in [#addGradient]. Several threads take rows forward and backward at once, so a layer
/// keeps nothing between calls and writes nothing but what each method says. The same numbers must
/// give the same bits on every machine: `StrictMath.exp`, not `Math.exp`.
///
/// ONNX does not know it, so a model with it cannot be saved; the double engine, which has formulas
/// of its own, refuses to trace it.
public non-sealed interface CustomLayer extends Layer {

    /// What the layer learns: nothing, unless it says otherwise.
    @Override
    default List<Parameter> parameters(int inputs, int members) {
        return List.of();
    }

    /// Writes the outputs of rows `start` to `end`, every number of them.
    void forward(Kernels kernels, LayerRows rows, int start, int end);

    /// Writes the gradient with respect to the inputs of rows `start` to `end`, every number of
    /// them, out of the gradient with respect to their outputs. A network's first layer is not
    /// asked.
    void backward(Kernels kernels, LayerRows rows, int start, int end);

    /// Adds the gradient with respect to the parameters, of all rows from 0 to `end`, to zeros. One
    /// thread does it, so that sums have one order.
    default void addGradient(Kernels kernels, LayerRows rows, int end) {}

    @Override
    default void check(Architecture architecture, int index) {
        Set<Role> roles = new HashSet<>();
        for (Parameter parameter : architecture.parametersOf(index)) {
            if (!roles.add(parameter.role())) {
                throw new IllegalArgumentException(
                        "layer %s (%s) has two parameters with the role %s; give each another, or make them one matrix"
                                .formatted(index + 1, title(), parameter.role()));
            }
        }
    }

    @Override
    default LayerPass pass(LayerPlace place, Team team, int batchSize, TrainingStep step) {
        return new CustomLayerPass(this, place, team, batchSize, step);
    }

    @Override
    default long numbers(int inputs, int rows) {
        return 2L * outputs(inputs) * rows;
    }
}
