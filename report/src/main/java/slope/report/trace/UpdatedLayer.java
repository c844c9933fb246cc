package slope.report.trace;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import slope.layer.Architecture;
import slope.reference.LayerForward;
import slope.reference.Matrix;
import slope.reference.TracedStep;
import slope.report.model.LayerFacts;

/// The forward pass of a step through a layer.
///
/// @param number of the layer, from 1
/// @param inputs rows and columns of what enters it
/// @param outputs rows and columns of what leaves it
/// @param dropped how many outputs dropout has set to 0, in a layer of dropout
/// @param numbers every number, where they were asked for
public record UpdatedLayer(
        int number,
        LayerFacts layer,
        List<Integer> inputs,
        List<Integer> outputs,
        Optional<Long> dropped,
        Optional<LayerNumbers> numbers) {
    public UpdatedLayer {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /// The numbers of a layer, row by row.
    ///
    /// @param mask the factors of dropout, in a layer of dropout
    public record LayerNumbers(
            List<List<Double>> inputs, Optional<List<List<Double>>> mask, List<List<Double>> outputs) {}

    /// @param full whether the layers have all their numbers
    static List<UpdatedLayer> of(TracedStep step, boolean full) {
        Architecture architecture = step.before().architecture();
        return IntStream.range(0, architecture.layers().size())
                .mapToObj(index -> {
                    LayerForward forward = step.forward().layers().get(index);
                    return new UpdatedLayer(
                            index + 1,
                            LayerFacts.of(architecture, index),
                            shape(forward.inputs()),
                            shape(forward.outputs()),
                            forward.mask().map(UpdatedLayer::zeros),
                            full ? Optional.of(numbers(forward)) : Optional.empty());
                })
                .toList();
    }

    static List<Integer> shape(Matrix matrix) {
        return List.of(matrix.rows(), matrix.columns());
    }

    private static long zeros(Matrix mask) {
        return Arrays.stream(mask.toArray()).filter(factor -> factor == 0).count();
    }

    private static LayerNumbers numbers(LayerForward forward) {
        return new LayerNumbers(
                rows(forward.inputs()), forward.mask().map(UpdatedLayer::rows), rows(forward.outputs()));
    }

    private static List<List<Double>> rows(Matrix matrix) {
        return Arrays.stream(matrix.toRows())
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
    }
}
