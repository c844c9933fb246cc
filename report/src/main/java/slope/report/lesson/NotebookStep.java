package slope.report.lesson;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import slope.reference.LayerBackward;
import slope.reference.LayerForward;
import slope.reference.LayerUpdate;
import slope.reference.Matrix;
import slope.reference.Trace;

/// One iteration under the notebook's names and with its signs.
///
/// The notebook's error is target − output, so its error, delta and update say where to go; the
/// derivatives in a [Trace] say where the loss grows. Each is minus the other.
///
/// @param matrices by their names, in the order in which the notebook computes them
record NotebookStep(SequencedMap<String, Matrix> matrices) {

    static NotebookStep of(Trace trace) {
        return new NotebookStep(trace.updates().size() == 1 ? oneLayer(trace) : twoLayers(trace));
    }

    /// The matrix with this name.
    Matrix named(String name) {
        Matrix matrix = matrices.get(name);
        if (matrix == null) {
            throw new IllegalArgumentException("an iteration has " + matrices.keySet() + " and no " + name);
        }
        return matrix;
    }

    private static SequencedMap<String, Matrix> oneLayer(Trace trace) {
        LayerForward forward = trace.forward().layers().getFirst();
        LayerBackward backward = trace.backward().layers().getFirst();
        LayerUpdate update = trace.updates().getFirst();
        SequencedMap<String, Matrix> step = new LinkedHashMap<>();
        step.put("l1", forward.outputs());
        step.put("l1_error", backward.error().negated());
        step.put("slope", slope(backward));
        step.put("l1_delta", backward.delta().negated());
        step.put("Wo_update", update(update));
        step.put("Wo", update.weights().after());
        return step;
    }

    private static SequencedMap<String, Matrix> twoLayers(Trace trace) {
        LayerBackward hidden = trace.backward().layers().getFirst();
        LayerBackward output = trace.backward().layers().getLast();
        LayerUpdate hiddenUpdate = trace.updates().getFirst();
        LayerUpdate outputUpdate = trace.updates().getLast();
        SequencedMap<String, Matrix> step = new LinkedHashMap<>();
        step.put("l1", trace.forward().layers().getFirst().outputs());
        step.put("l2", trace.outputs());
        step.put("l2_error", output.error().negated());
        step.put("l2_slope", slope(output));
        step.put("l2_delta", output.delta().negated());
        step.put("l1_error", hidden.error().negated());
        step.put("l1_slope", slope(hidden));
        step.put("l1_delta", hidden.delta().negated());
        step.put("Wo_update", update(outputUpdate));
        step.put("Wh_update", update(hiddenUpdate));
        step.put("Wo", outputUpdate.weights().after());
        step.put("Wh", hiddenUpdate.weights().after());
        return step;
    }

    /// Sigmoid and ReLU have a slope for each number.
    static Matrix slope(LayerBackward backward) {
        return backward.derivative().orElseThrow();
    }

    /// What is added to the weights.
    static Matrix update(LayerUpdate update) {
        return update.weights().step().negated();
    }
}
