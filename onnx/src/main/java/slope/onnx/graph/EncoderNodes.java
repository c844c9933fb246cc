package slope.onnx.graph;

import java.util.ArrayList;
import java.util.List;
import slope.preprocess.BooleanEncoder;
import slope.preprocess.ColumnEncoder;
import slope.preprocess.DateEncoder;
import slope.preprocess.MissingIndicator;
import slope.preprocess.NumberEncoder;
import slope.preprocess.OneHotEncoder;
import slope.preprocess.OrdinalEncoder;
import slope.preprocess.TableEncoder;

/// From raw columns to a network's inputs.
final class EncoderNodes {
    private EncoderNodes() {}

    /// An encoding and where its first input stands among the network's.
    record Placed<E extends ColumnEncoder>(E encoding, int place) {}

    /// Encodes the columns; those of a kind together, where that makes a smaller graph.
    ///
    /// @return the name of rows × inputs
    static String add(TableEncoder encoding, ColumnInputs columns, GraphBuilder graph) {
        List<Placed<NumberEncoder>> numbers = new ArrayList<>();
        List<Placed<BooleanEncoder>> truths = new ArrayList<>();
        InputRows rows = new InputRows();
        DateNodes dates = new DateNodes(columns, graph);
        int place = 0;
        for (ColumnEncoder column : encoding.columns()) {
            switch (column) {
                case NumberEncoder number -> numbers.add(new Placed<>(number, place));
                case BooleanEncoder truth -> truths.add(new Placed<>(truth, place));
                case DateEncoder date -> rows.add(dates.add(date), place, 1);
                case MissingIndicator missing -> rows.add(MissingNodes.add(missing, columns, graph), place, 1);
                case OneHotEncoder category ->
                    rows.add(CategoryNodes.add(category, columns, graph), place, category.width());
                case OrdinalEncoder code -> rows.add(CategoryNodes.add(code, columns, graph), place, 1);
            }
            place += column.width();
        }
        NumberNodes.add(numbers, columns, graph, rows);
        BooleanNodes.add(truths, columns, graph, rows);
        return rows.build(graph);
    }
}
