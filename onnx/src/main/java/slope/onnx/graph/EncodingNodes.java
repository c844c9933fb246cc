package slope.onnx.graph;

import java.util.ArrayList;
import java.util.List;
import slope.data.BooleanEncoding;
import slope.data.CategoryEncoding;
import slope.data.CodeEncoding;
import slope.data.ColumnEncoding;
import slope.data.DateEncoding;
import slope.data.Encoding;
import slope.data.MissingEncoding;
import slope.data.NumberEncoding;

/// From raw columns to a network's inputs.
final class EncodingNodes {
    private EncodingNodes() {}

    /// An encoding and where its first input stands among the network's.
    record Placed<E extends ColumnEncoding>(E encoding, int place) {}

    /// Encodes the columns; those of a kind together, where that makes a smaller graph.
    ///
    /// @return the name of rows × inputs
    static String add(Encoding encoding, ColumnInputs columns, GraphBuilder graph) {
        List<Placed<NumberEncoding>> numbers = new ArrayList<>();
        List<Placed<BooleanEncoding>> truths = new ArrayList<>();
        InputRows rows = new InputRows();
        DateNodes dates = new DateNodes(columns, graph);
        int place = 0;
        for (ColumnEncoding column : encoding.columns()) {
            switch (column) {
                case NumberEncoding number -> numbers.add(new Placed<>(number, place));
                case BooleanEncoding truth -> truths.add(new Placed<>(truth, place));
                case DateEncoding date -> rows.add(dates.add(date), place, 1);
                case MissingEncoding missing -> rows.add(MissingNodes.add(missing, columns, graph), place, 1);
                case CategoryEncoding category ->
                    rows.add(CategoryNodes.add(category, columns, graph), place, category.width());
                case CodeEncoding code -> rows.add(CategoryNodes.add(code, columns, graph), place, 1);
            }
            place += column.width();
        }
        NumberNodes.add(numbers, columns, graph, rows);
        BooleanNodes.add(truths, columns, graph, rows);
        return rows.build(graph);
    }
}
