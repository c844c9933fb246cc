package slope.model;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import slope.network.Network;
import slope.preprocess.RowEncoder;
import slope.preprocess.TableEncoder;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.target.Outputs;
import slope.target.TargetEncoding;
import slope.target.Task;

/// One network of a model with what surrounds it, all of it learned from the same rows.
///
/// @param encoding from raw columns to inputs
/// @param target from outputs to the target's words or units
/// @param network from inputs to outputs
public record FittedNetwork(TableEncoder encoding, TargetEncoding target, Network network) {
    private static final Table ONE_ROW = Table.of(NumberColumn.of("", 0));

    public FittedNetwork {
        if (encoding.width() != network.architecture().inputs()) {
            throw new IllegalArgumentException("the encoding needs a network with %s inputs, but it has %s"
                    .formatted(encoding.width(), network.architecture().inputs()));
        }
        int outputs = network.architecture().outputs();
        if (outputs != Task.outputsFor(target) && outputs != Outputs.width(target)) {
            throw new IllegalArgumentException("the target needs a network with %s outputs, but it has %s"
                    .formatted(Task.outputsFor(target), outputs));
        }
    }

    /// What the network's outputs stand for, row by row; see [Outputs].
    public double[] meanings(Table rows) {
        return Outputs.meanings(
                target,
                network.predict(encoding.encode(rows)),
                network.architecture().members(),
                rows);
    }

    /// What the network's outputs stand for in one row, given as values by column.
    public double[] meanings(Function<String, @Nullable Object> cells) {
        float[] inputs =
                RowEncoder.encode(encoding, cells, network.architecture().inputs());
        return Outputs.meanings(
                target, network.predict(inputs), network.architecture().members(), rowOf(cells));
    }

    /// What [Outputs] asks of a row: for counts its exposure, otherwise nothing but that it is one.
    private Table rowOf(Function<String, @Nullable Object> cells) {
        if (target instanceof TargetEncoding.Counts counts && counts.exposure().isPresent()) {
            String column = counts.exposure().get().column();
            return Table.of(NumberColumn.of(column, RowEncoder.number(column, cells.apply(column))));
        }
        return ONE_ROW;
    }
}
