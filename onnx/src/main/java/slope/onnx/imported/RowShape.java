package slope.onnx.imported;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import slope.onnx.format.Value;

/// The dimensions of the value that the chain has come to: rows first. Reading keeps a row's numbers one behind the
/// other, so another shape changes nothing as long as rows stay what they are.
final class RowShape {
    private final long declaredRows; // Value.ANY unless the file is for a fixed number
    private int width; // numbers of a row
    private List<Long> dimensions; // without that of rows

    /// @param input the graph's input, at least two dimensions
    /// @param width the numbers of a row
    RowShape(Value input, int width) {
        this.declaredRows = input.shape().getFirst();
        this.width = width;
        this.dimensions = input.shape().subList(1, input.shape().size());
    }

    /// All of them, [Constants#ROWS] first.
    List<Long> all() {
        List<Long> all = new ArrayList<>(List.of(Constants.ROWS));
        all.addAll(dimensions);
        return all;
    }

    /// That a product made other rows.
    void widen(int outputs) {
        width = outputs;
        dimensions = new ArrayList<>(dimensions);
        dimensions.removeLast();
        dimensions.add((long) outputs);
    }

    /// Makes sure that the last dimension holds all of a row's numbers, because operators go along that one.
    void requireRows(ImportedNode node) {
        if (dimensions.isEmpty() || dimensions.getLast() != width) {
            throw node.refuse("wants rows × numbers, but comes to rows%s"
                    .formatted(dimensions.stream().map(size -> " × " + size).collect(joining())));
        }
    }

    void flatten(ImportedNode node) {
        long axis = node.whole("axis", 1);
        if (axis != 1 && axis != -dimensions.size()) {
            throw node.refuse("flattens from axis %s on; axis 1, the first behind rows, is read".formatted(axis));
        }
        dimensions = List.of((long) width);
    }

    /// Reads shapes that leave rows alone: (rows, width), (same as before, rest), (anything that fits, width), and
    /// for a single number also (rows).
    void reshape(ImportedNode node) {
        List<Long> wanted = node.wholes(1);
        boolean isSingle =
                wanted.size() == 1 && width == 1 && (wanted.getFirst() == -1 || isAllRows(wanted.getFirst()));
        boolean isFlat = wanted.size() == 2
                && (wanted.getLast() == width || (wanted.getLast() == -1 && isAllRows(wanted.getFirst())));
        if (!isSingle && !isFlat) {
            throw node.refuse(String.format(Locale.ROOT, "makes other rows of rows of %,d numbers", width));
        }
        dimensions = isSingle ? List.of() : List.of((long) width);
    }

    /// A single number may have any number of dimensions of one.
    void squeeze(ImportedNode node) {
        if (width != 1) {
            throw node.refuse(String.format(Locale.ROOT, "changes the dimensions of rows of %,d numbers", width));
        }
        dimensions = node.operator().equals("Squeeze") ? List.of() : List.of(1L);
    }

    private boolean isAllRows(long wanted) {
        return wanted == 0 || wanted == Constants.ROWS || (wanted > 0 && wanted == declaredRows);
    }
}
