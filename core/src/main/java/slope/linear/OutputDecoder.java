package slope.linear;

import java.util.Optional;
import java.util.function.Function;
import slope.preprocess.ColumnEncoder;
import slope.table.Column;
import slope.table.Table;
import slope.target.Target;

/// Decodes what networks put out for the same rows. What the linear part says of them is computed once.
public final class OutputDecoder {
    private final Target target;
    private final int ensembleMembers;
    private final Table rows;
    private final Optional<LinearPart> linear;
    private final double[] part; // rows × outputs of the linear part

    private OutputDecoder(Target target, int ensembleMembers, Table rows, Optional<LinearPart> linear, double[] part) {
        this.target = target;
        this.ensembleMembers = ensembleMembers;
        this.rows = rows;
        this.linear = linear;
        this.part = part;
    }

    /// One for the outputs of some rows.
    ///
    /// @param target of what the linear part leaves over
    /// @param ensembleMembers of a network
    public static OutputDecoder of(Target target, int ensembleMembers, Optional<LinearPart> linear, Table rows) {
        double[] part = linear.map(each -> each.of(rows)).orElse(new double[0]);
        return new OutputDecoder(target, ensembleMembers, rows, linear, part);
    }

    /// One for the outputs of one row, given by the column that each encoder encodes.
    ///
    /// @param row a table of what the target reads
    public static OutputDecoder ofRow(
            Target target,
            int ensembleMembers,
            Optional<LinearPart> linear,
            Function<ColumnEncoder, Column> cells,
            Table row) {
        double[] part = linear.map(each -> each.ofRow(cells)).orElse(new double[0]);
        return new OutputDecoder(target, ensembleMembers, row, linear, part);
    }

    /// Decoded outputs; see [Target].
    ///
    /// @param outputs rows × ensemble members × outputs, row-major
    /// @return rows × decoded outputs, row-major
    public double[] decode(float[] outputs) {
        return linear.map(each -> each.decode(target, outputs, ensembleMembers, rows, part))
                .orElseGet(() -> target.decode(outputs, ensembleMembers, rows));
    }
}
