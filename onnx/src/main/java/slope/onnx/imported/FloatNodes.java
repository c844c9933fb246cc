package slope.onnx.imported;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import slope.onnx.format.ElementType;
import slope.onnx.format.Limits;
import slope.onnx.format.Tensor;

/// Computes nodes that use nothing but constants. Exporters leave such to the reader: PyTorch shares equal tensors by
/// `Identity` and turns weights round, TensorFlow keeps what a batch normalisation is made of.
final class FloatNodes {
    private final WeightBudget budget;

    FloatNodes(WeightBudget budget) {
        this.budget = budget;
    }

    /// What a node makes of floats.
    Tensor.Floats compute(ImportedNode node) {
        Tensor.Floats values = node.floats(0);
        return switch (node.operator()) {
            case "Identity" -> values;
            case "Cast" -> {
                if (!ElementType.isFloating(node.whole("to", 0))) {
                    throw node.refuse("cuts digits off");
                }
                yield values;
            }
            case "Transpose" -> transposed(node, values);
            case "Reshape" -> shaped(node, values, reshape(node, values));
            case "Squeeze" -> shaped(node, values, squeeze(node, values.shape()));
            case "Unsqueeze" -> shaped(node, values, unsqueeze(node, values.shape()));
            case "Neg" -> each(values, value -> -value);
            case "Sqrt" -> each(values, Math::sqrt);
            case "Reciprocal" -> each(values, value -> 1 / value);
            case "Add" -> both(node, values, Double::sum);
            case "Sub" -> both(node, values, (left, right) -> left - right);
            case "Mul" -> both(node, values, (left, right) -> left * right);
            case "Div" -> both(node, values, (left, right) -> left / right);
            default -> throw node.refuse("makes a constant in a way that is not supported");
        };
    }

    private Tensor.Floats transposed(ImportedNode node, Tensor.Floats matrix) {
        List<Long> shape = matrix.shape();
        if (shape.size() != 2 || !node.wholes("perm").orElse(List.of(1L, 0L)).equals(List.of(1L, 0L))) {
            throw node.refuse("turns round something else than a matrix");
        }
        count(matrix.size());
        int rows = shape.get(0).intValue();
        int columns = shape.get(1).intValue();
        float[] turned = new float[matrix.size()];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                turned[column * rows + row] = matrix.at(row * columns + column);
            }
        }
        return Tensor.floats("", shape.reversed(), turned);
    }

    private Tensor.Floats shaped(ImportedNode node, Tensor.Floats values, List<Long> shape) {
        long size = 1;
        for (long dimension : shape) {
            size = dimension < 0 || dimension > values.size() ? values.size() + 1L : size * dimension;
            if (size > values.size()) {
                break;
            }
        }
        if (size != values.size() || shape.size() > Limits.DIMENSIONS) {
            throw node.refuse(String.format(Locale.ROOT, "gives %,d numbers the shape %s", values.size(), shape));
        }
        count(values.size());
        return Tensor.floats("", shape, values.toArray());
    }

    /// The wanted shape, in which 0 stands for what was there and −1 for what is left.
    private static List<Long> reshape(ImportedNode node, Tensor.Floats values) {
        List<Long> shape = new ArrayList<>(node.wholes(1));
        long known = 1;
        for (int axis = 0; axis < shape.size(); axis++) {
            if (shape.get(axis) == 0 && axis < values.shape().size()) {
                shape.set(axis, values.shape().get(axis));
            }
            known *= shape.get(axis) == -1 ? 1 : shape.get(axis);
        }
        int open = shape.indexOf(-1L);
        if (open >= 0 && known > 0) {
            shape.set(open, values.size() / known);
        }
        return shape;
    }

    /// Without the named dimensions, or without all of a single number.
    private static List<Long> squeeze(ImportedNode node, List<Long> shape) {
        List<Long> axes = node.axes();
        List<Long> left = new ArrayList<>();
        for (int axis = 0; axis < shape.size(); axis++) {
            boolean goes = axes.isEmpty()
                    ? shape.get(axis) == 1
                    : axes.contains((long) axis) || axes.contains((long) axis - shape.size());
            if (!goes) {
                left.add(shape.get(axis));
            }
        }
        return left;
    }

    private static List<Long> unsqueeze(ImportedNode node, List<Long> shape) {
        int rank = shape.size() + node.axes().size();
        List<Long> more = new ArrayList<>(shape);
        node.axes().stream().map(axis -> axis < 0 ? axis + rank : axis).sorted().forEach(axis -> {
            if (axis < 0 || axis > more.size()) {
                throw node.refuse("adds a dimension %s".formatted(axis));
            }
            more.add(axis.intValue(), 1L);
        });
        return more;
    }

    private Tensor.Floats each(Tensor.Floats values, DoubleUnaryOperator function) {
        count(values.size());
        float[] results = values.toArray();
        for (int index = 0; index < results.length; index++) {
            results[index] = (float) function.applyAsDouble(results[index]);
        }
        return Tensor.floats("", values.shape(), results);
    }

    /// For two of one shape, or one of them a single number. In double and rounded once, which is what float
    /// arithmetic gives.
    private Tensor.Floats both(ImportedNode node, Tensor.Floats left, DoubleBinaryOperator function) {
        Tensor.Floats right = node.floats(1);
        if (Math.min(left.size(), right.size()) != 1 && !inner(left.shape()).equals(inner(right.shape()))) {
            throw node.refuse(
                    "takes constants of the shapes %s and %s together".formatted(left.shape(), right.shape()));
        }
        Tensor.Floats longer = left.size() >= right.size() ? left : right;
        count(longer.size());
        float[] results = new float[longer.size()];
        for (int index = 0; index < results.length; index++) {
            results[index] = (float) function.applyAsDouble(
                    left.at(left.size() == 1 ? 0 : index), right.at(right.size() == 1 ? 0 : index));
        }
        return Tensor.floats("", longer.shape(), results);
    }

    /// Once for the numbers made, and once for the copy that a tensor keeps.
    private void count(int numbers) {
        budget.count(2L * numbers);
    }

    /// A shape without leading ones, which change nothing where two are taken together.
    private static List<Long> inner(List<Long> shape) {
        return shape.stream().dropWhile(dimension -> dimension == 1).toList();
    }
}
