package slope.report.trace;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import slope.layer.ParameterLayout.Block;
import slope.reference.Matrix;
import slope.report.model.LayerKind;
import slope.report.model.ParameterPlace;

/// Numbers of a layer.
///
/// @param kind what they are
/// @param layer the layer's kind
/// @param of which parameters these are, or the gradient of which
/// @param member the ensemble member, from 1; none where all ensemble members share the numbers
/// @param shape rows and columns
/// @param values row by row
public record NumberArray(
        Kind kind,
        LayerKind layer,
        Optional<ParameterPlace> of,
        Optional<Integer> member,
        List<Integer> shape,
        List<Double> values) {
    public NumberArray {
        shape = List.copyOf(shape);
        values = List.copyOf(values);
    }

    /// What numbers are.
    public enum Kind {
        /// x, what enters the layer.
        INPUTS,
        /// The layer's parameters.
        PARAMETERS,
        /// z, the numbers before the activation: of a dense layer, ensemble heads or a norm.
        PRE_ACTIVATIONS,
        /// a, what leaves the layer.
        OUTPUTS,
        /// dLoss/da.
        ERROR,
        /// da/dz.
        DERIVATIVE,
        /// dLoss/dz.
        DELTA,
        /// dLoss/dParameter.
        GRADIENT,
        /// dLoss/dx, the error of what comes before.
        INPUT_ERROR
    }

    /// A row for each ensemble member.
    static List<NumberArray> ofMembers(Kind kind, LayerKind layer, Matrix members) {
        return rows(kind, layer, Optional.empty(), members);
    }

    /// Parameters or their gradient.
    ///
    /// @param members how many ensemble members the network has
    static List<NumberArray> ofBlock(Kind kind, LayerKind layer, Block of, Matrix block, int members) {
        Optional<ParameterPlace> place = Optional.of(ParameterPlace.of(of));
        return switch (of.role()) {
            case ADAPTER, HEAD_BIAS -> rows(kind, layer, place, block);
            case HEAD_WEIGHTS ->
                IntStream.range(0, members)
                        .mapToObj(member -> {
                            int width = block.columns() / members;
                            Matrix own = columns(block, member * width, width);
                            return of(kind, layer, place, Optional.of(member + 1), own);
                        })
                        .toList();
            default -> List.of(of(kind, layer, place, Optional.empty(), block));
        };
    }

    private static List<NumberArray> rows(Kind kind, LayerKind layer, Optional<ParameterPlace> place, Matrix rows) {
        return IntStream.range(0, rows.rows())
                .mapToObj(row ->
                        of(kind, layer, place, Optional.of(row + 1), Matrix.of(1, rows.columns(), rows.toRows()[row])))
                .toList();
    }

    private static NumberArray of(
            Kind kind, LayerKind layer, Optional<ParameterPlace> place, Optional<Integer> member, Matrix matrix) {
        return new NumberArray(
                kind,
                layer,
                place,
                member,
                List.of(matrix.rows(), matrix.columns()),
                Arrays.stream(matrix.toArray()).boxed().toList());
    }

    /// The numbers of one unit, where the columns are the layer's units; else all.
    ///
    /// @param unit from 1
    NumberArray ofUnit(int unit) {
        if (kind == Kind.INPUTS
                || kind == Kind.INPUT_ERROR
                || of.flatMap(ParameterPlace::part).isPresent()) {
            return this;
        }
        int rows = shape.getFirst();
        int columns = shape.get(1);
        List<Double> own = IntStream.range(0, rows)
                .mapToObj(row -> values.get(row * columns + unit - 1))
                .toList();
        return new NumberArray(kind, layer, of, member, List.of(rows, 1), own);
    }

    private static Matrix columns(Matrix matrix, int first, int count) {
        double[][] rows = matrix.toRows();
        for (int row = 0; row < rows.length; row++) {
            rows[row] = Arrays.copyOfRange(rows[row], first, first + count);
        }
        return Matrix.of(rows);
    }
}
