package slope.onnx.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import slope.onnx.format.ElementType;
import slope.onnx.graph.NumberNodes.ScaledNumber;
import slope.preprocess.BooleanEncoder;
import slope.preprocess.ColumnEncoder;
import slope.preprocess.DateEncoder;
import slope.preprocess.ExactValueEncoder;
import slope.preprocess.MissingIndicator;
import slope.preprocess.NumberEncoder;
import slope.preprocess.OneHotEncoder;
import slope.preprocess.OrdinalEncoder;
import slope.preprocess.Scaler;
import slope.preprocess.TableEncoder;

/// From raw columns to networks' inputs. What networks share is in the graph once.
final class EncoderNodes {
    private final ColumnInputs columns;
    private final GraphBuilder graph;
    private final DateNodes dates;
    private final Map<TableEncoder, String> tables = new HashMap<>();
    private final Map<ColumnEncoder, String> encoded = new HashMap<>();
    private final Map<ColumnEncoder, String> tensors = new HashMap<>();

    EncoderNodes(ColumnInputs columns, GraphBuilder graph) {
        this.columns = columns;
        this.graph = graph;
        this.dates = new DateNodes(columns, graph);
    }

    /// An encoding and where its first input stands among the network's.
    record Placed<E extends ColumnEncoder>(E encoding, int place) {}

    /// Encodes the columns; numbers and truths together, because that makes a smaller graph.
    ///
    /// @return the name of rows × inputs
    String add(TableEncoder encoding) {
        return tables.computeIfAbsent(encoding, this::table);
    }

    /// The initializers with the numbers of encoders.
    Map<ColumnEncoder, String> tensors() {
        return tensors;
    }

    private String table(TableEncoder encoding) {
        List<ScaledNumber> numbers = new ArrayList<>();
        List<Placed<BooleanEncoder>> truths = new ArrayList<>();
        InputRows rows = new InputRows();
        int place = 0;
        for (ColumnEncoder column : encoding.columns()) {
            switch (column) {
                case NumberEncoder(String name, double filling, Scaler scaling) ->
                    numbers.add(
                            new ScaledNumber(columns.name(name), scaling, filling, quantiles(column, scaling), place));
                case DateEncoder date ->
                    numbers.add(new ScaledNumber(
                            dates.add(date), date.scaling(), date.imputed(), quantiles(column, date.scaling()), place));
                case BooleanEncoder truth -> truths.add(new Placed<>(truth, place));
                case MissingIndicator missing ->
                    rows.add(
                            encoded.computeIfAbsent(missing, first -> MissingNodes.add(missing, columns, graph)),
                            place,
                            1);
                case OneHotEncoder category ->
                    rows.add(
                            encoded.computeIfAbsent(
                                    category, first -> CategoryNodes.add(category, values(category), columns, graph)),
                            place,
                            category.width());
                case OrdinalEncoder code ->
                    rows.add(encoded.computeIfAbsent(code, first -> CategoryNodes.add(code, columns, graph)), place, 1);
                case ExactValueEncoder code ->
                    rows.add(
                            encoded.computeIfAbsent(code, first -> ExactValueNodes.add(code, columns, graph)),
                            place,
                            1);
            }
            place += column.width();
        }
        NumberNodes.add(numbers, graph, rows);
        BooleanNodes.add(truths, columns, graph, rows);
        return rows.build(graph);
    }

    /// Of one dimension, in the precision of their comparison; no name where there are none.
    private String quantiles(ColumnEncoder encoder, Scaler scaling) {
        if (!(scaling instanceof Scaler.Normal(List<Double> quantiles, Scaler.Normal.Precision precision))) {
            return "";
        }
        ElementType type = precision == Scaler.Normal.Precision.FLOAT ? ElementType.FLOAT : ElementType.DOUBLE;
        return tensors.computeIfAbsent(
                encoder,
                first -> graph.constant(
                        "quantiles of " + encoder.inputNames().getFirst(),
                        type,
                        List.of((long) quantiles.size()),
                        quantiles::get));
    }

    /// (categories + 1) × inputs.
    private String values(OneHotEncoder category) {
        int width = category.width();
        int rows = category.levels().size() + 1;
        return tensors.computeIfAbsent(
                category,
                first -> graph.constant(
                        "inputs of " + category.column(),
                        ElementType.FLOAT,
                        List.of((long) rows, (long) width),
                        index -> category.value(index / width, index % width)));
    }
}
