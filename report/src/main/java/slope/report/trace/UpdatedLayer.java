package slope.report.trace;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
/// @param dropped by each dropout that the layer is or has inside
/// @param numbers every number, where they were asked for
public record UpdatedLayer(
        int number,
        LayerFacts layer,
        List<Integer> inputs,
        List<Integer> outputs,
        List<Dropped> dropped,
        Optional<LayerNumbers> numbers) {
    public UpdatedLayer {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        dropped = List.copyOf(dropped);
    }

    /// What dropout has set to 0.
    ///
    /// @param numbers how many
    /// @param of how many there are
    public record Dropped(long numbers, long of) {
        private static Dropped by(Matrix mask) {
            return new Dropped(
                    Arrays.stream(mask.toArray()).filter(factor -> factor == 0).count(),
                    (long) mask.rows() * mask.columns());
        }
    }

    /// The numbers of a layer, row by row.
    ///
    /// @param masks the factors of each dropout that the layer is or has inside
    public record LayerNumbers(List<List<Double>> inputs, List<List<List<Double>>> masks, List<List<Double>> outputs) {}

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
                            masks(forward).map(Dropped::by).toList(),
                            full ? Optional.of(numbers(forward)) : Optional.empty());
                })
                .toList();
    }

    static List<Integer> shape(Matrix matrix) {
        return List.of(matrix.rows(), matrix.columns());
    }

    private static Stream<Matrix> masks(LayerForward forward) {
        return Stream.concat(forward.mask().stream(), forward.inside().stream().flatMap(UpdatedLayer::masks));
    }

    private static LayerNumbers numbers(LayerForward forward) {
        return new LayerNumbers(
                rows(forward.inputs()), masks(forward).map(UpdatedLayer::rows).toList(), rows(forward.outputs()));
    }

    private static List<List<Double>> rows(Matrix matrix) {
        return Arrays.stream(matrix.toRows())
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
    }
}
