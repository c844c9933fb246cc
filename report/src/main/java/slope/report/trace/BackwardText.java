package slope.report.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import slope.internal.text.Numerals;
import slope.layer.ParameterLayout.Block;
import slope.reference.LayerBackward;
import slope.reference.Matrix;

/// The derivatives of a row's loss in a layer: a line for each row of numbers.
final class BackwardText {
    /// Of matrices whose columns are no units of the layer: the parameters of its parts.
    private static final int NO_UNITS = 0;

    private final TracePart part;
    private final int units;

    private BackwardText(TracePart part, int units) {
        this.part = part;
        this.units = units;
    }

    /// The layers in a residual block come after what the block itself passes to them, the last of them first, as the
    /// error does.
    ///
    /// @param name of the layer, such as `layer 3`
    /// @param trace with a backward pass
    /// @param part which units; of layers in a block all
    static List<String> of(String name, LayerTrace trace, TracePart part) {
        LayerBackward backward = trace.backward().orElseThrow();
        List<LayerTrace> inside = trace.inside();
        BackwardText text = new BackwardText(part, trace.forward().outputs().columns());
        List<String> lines = new ArrayList<>(text.derivatives(backward));
        for (int index = inside.size() - 1; index >= 0; index--) {
            String inner = name + "." + (index + 1);
            of(inner, inside.get(index), TracePart.ALL)
                    .forEach(line -> lines.add(line.contains(name) ? line : inner + ", " + line));
        }
        if (inside.isEmpty()) { // a block's gradients stand with its layers
            lines.addAll(text.gradients(trace.blocks(), backward.gradients()));
        }
        return lines;
    }

    private List<String> derivatives(LayerBackward backward) {
        List<String> lines = new ArrayList<>(rows("error", backward.error(), units));
        backward.derivative().ifPresent(derivative -> lines.addAll(rows("derivative", derivative, units)));
        lines.addAll(rows("delta", backward.delta(), units));
        return lines;
    }

    private List<String> gradients(List<Block> blocks, List<Matrix> gradients) {
        List<String> lines = new ArrayList<>();
        for (int index = 0; index < blocks.size(); index++) {
            Block block = blocks.get(index);
            Matrix gradient = gradients.get(index);
            lines.addAll(
                    block.part().isPresent()
                            ? rows("gradient of " + block.name(), gradient, NO_UNITS)
                            : rows("gradient", gradient, units));
        }
        return lines;
    }

    /// A line for each row: of an ensemble member, or of a weight's inputs.
    ///
    /// @param columns how many of the layer's units stand in a row, perhaps of one ensemble member after the other
    private List<String> rows(String name, Matrix matrix, int columns) {
        return Arrays.stream(matrix.toRows())
                .map(row -> IntStream.range(0, row.length)
                        .filter(column -> columns == NO_UNITS || part.hasUnit(column % columns))
                        .mapToObj(column -> Numerals.exact(row[column])) // every digit, to compute it again
                        .collect(Collectors.joining("  ", "%-10s  ".formatted(name), "")))
                .toList();
    }
}
