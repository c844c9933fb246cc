package slope.onnx.imported;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slope.onnx.format.Attribute;
import slope.onnx.format.ElementType;
import slope.onnx.format.Limits;
import slope.onnx.format.Tensor;

/// The constants of a graph by name: those it brings along, and what nodes make of constants alone.
final class Constants {
    /// Stands for the number of rows in a shape that nodes ask for; no file can claim as many.
    static final long ROWS = Long.MIN_VALUE;

    private final Map<String, Tensor> tensors = new HashMap<>();
    private final FloatNodes floatNodes;

    Constants(List<Tensor> initializers, WeightBudget budget) {
        initializers.forEach(tensor -> tensors.put(tensor.name(), tensor));
        this.floatNodes = new FloatNodes(budget);
    }

    boolean contains(String name) {
        return tensors.containsKey(name);
    }

    /// Floats of any shape.
    Optional<Tensor.Floats> floats(String name) {
        return tensors.get(name) instanceof Tensor.Floats floats ? Optional.of(floats) : Optional.empty();
    }

    /// Whole numbers one behind the other, as many as a shape or axes may have.
    Optional<List<Long>> wholes(String name) {
        return tensors.get(name) instanceof Tensor.Longs longs && longs.size() <= Limits.DIMENSIONS
                ? Optional.of(Arrays.stream(longs.toArray()).boxed().toList())
                : Optional.empty();
    }

    /// A single number.
    Optional<Double> number(String name) {
        return switch (tensors.get(name)) {
            case Tensor.Floats floats when floats.size() == 1 -> Optional.of((double) floats.at(0));
            case Tensor.Longs longs when longs.size() == 1 && longs.at(0) != ROWS -> Optional.of((double) longs.at(0));
            case null, default -> Optional.empty();
        };
    }

    /// Adds the shape of a value, [#ROWS] in place of the number of rows.
    void putShape(String name, List<Long> shape) {
        tensors.put(name, longs(shape));
    }

    /// Takes a node if it makes a constant.
    ///
    /// @return whether it does
    boolean take(ImportedNode node) {
        if (node.operator().equals("Constant")) {
            tensors.put(node.output(), held(node));
            return true;
        }
        List<String> inputs = node.node().inputs();
        if (inputs.isEmpty() || !inputs.stream().allMatch(input -> input.isEmpty() || contains(input))) {
            return false;
        }
        tensors.put(node.output(), made(node));
        return true;
    }

    private Tensor made(ImportedNode node) {
        Optional<List<Long>> wholes = wholes(node.input(0));
        if (wholes.isEmpty()) {
            return floatNodes.compute(node);
        }
        if (node.operator().equals("Cast") && ElementType.isFloating(node.whole("to", 0))) {
            if (wholes.get().contains(ROWS)) {
                throw node.refuse("computes with the number of rows");
            }
            return floats(wholes.get());
        }
        return longs(ShapeNodes.compute(node, wholes.get()));
    }

    private static Tensor held(ImportedNode node) {
        return node.node().attributes().values().stream()
                .flatMap(attribute -> held(attribute).stream())
                .findFirst()
                .orElseThrow(() -> node.refuse("holds something else than numbers"));
    }

    private static Optional<Tensor> held(Attribute attribute) {
        return switch (attribute) {
            case Attribute.Constant(Tensor value) -> Optional.of(value);
            case Attribute.Decimal(float value) -> Optional.of(Tensor.floats("", List.of(), value));
            case Attribute.Decimals(List<Float> values) -> Optional.of(floats(values));
            case Attribute.Whole(long value) -> Optional.of(longs(List.of(value)));
            case Attribute.Wholes(List<Long> values) -> Optional.of(longs(values));
            case Attribute.Text ignored -> Optional.empty();
            case Attribute.Texts ignored -> Optional.empty();
            case Attribute.Other ignored -> Optional.empty();
        };
    }

    private static Tensor floats(List<? extends Number> values) {
        float[] floats = new float[values.size()];
        for (int index = 0; index < floats.length; index++) {
            floats[index] = values.get(index).floatValue();
        }
        return Tensor.floats("", List.of((long) floats.length), floats);
    }

    private static Tensor longs(List<Long> values) {
        long[] longs = values.stream().mapToLong(Long::longValue).toArray();
        return Tensor.longs("", List.of((long) longs.length), longs);
    }
}
