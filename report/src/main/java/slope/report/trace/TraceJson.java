package slope.report.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import slope.reference.LayerBackward;
import slope.reference.LayerForward;
import slope.reference.Matrix;
import slope.report.model.LayerFacts;
import slope.run.PredictionColumns;
import slope.run.PredictionColumns.Probabilities;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DateColumn;
import slope.table.NumberColumn;

/// A trace of one row, for programs: one object whose shape stays.
public final class TraceJson {
    private TraceJson() {}

    public static Map<String, Object> of(RowTrace trace) {
        Map<String, Object> object = new LinkedHashMap<>();
        Map<String, Object> cells = new LinkedHashMap<>();
        trace.row().columns().forEach(column -> cells.put(column.name(), cell(column)));
        object.put("row", cells);
        object.put("networks", trace.networks().stream().map(TraceJson::network).toList());
        Map<String, Object> prediction = new LinkedHashMap<>();
        for (Column column : PredictionColumns.of(trace.prediction(), Probabilities.SHOWN)) {
            prediction.put(column.name(), cell(column));
        }
        object.put("prediction", prediction);
        return object;
    }

    /// null where missing.
    private static @Nullable Object cell(Column column) {
        if (column.isMissing(0)) {
            return null;
        }
        return switch (column) {
            case NumberColumn numbers -> numbers.value(0);
            case BooleanColumn truths -> truths.isTrue(0);
            case DateColumn dateColumn -> column.text(0);
            case CategoryColumn categoryColumn -> column.text(0);
        };
    }

    private static Map<String, Object> network(RowTrace.NetworkTrace network) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("inputNames", network.member().encoding().inputNames());
        object.put("members", network.network().architecture().members());
        List<Object> layers = new ArrayList<>();
        for (int index = 0; index < network.forward().layers().size(); index++) {
            LayerFacts shape = LayerFacts.of(network.network().architecture(), index);
            Map<String, Object> layer = new LinkedHashMap<>();
            layer.put("layer", shape.layer());
            layer.put("units", shape.units());
            shape.activation().ifPresent(activation -> layer.put("activation", activation));
            LayerForward forward = network.forward().layers().get(index);
            layer.put("inputs", row(forward.inputs()));
            layer.put(
                    "parameters", matrices(network.network().layers().get(index).blocks()));
            layer.put("preActivations", row(forward.preActivations()));
            layer.put("outputs", row(forward.outputs()));
            int number = index;
            network.back().ifPresent(back -> addBack(back.backward().layers().get(number), layer));
            layers.add(layer);
        }
        object.put("layers", layers);
        network.back().ifPresent(back -> {
            object.put("target", row(back.target()));
            object.put("loss", back.value());
            object.put("trainedBy", LossText.json(back));
        });
        return object;
    }

    private static void addBack(LayerBackward back, Map<String, Object> layer) {
        layer.put("error", row(back.error()));
        back.derivative().ifPresent(derivative -> layer.put("derivative", row(derivative)));
        layer.put("delta", row(back.delta()));
        layer.put("gradients", matrices(back.gradients()));
    }

    private static List<double[][]> matrices(List<Matrix> matrices) {
        return matrices.stream().map(Matrix::toRows).toList();
    }

    /// The numbers of each member, one after the other.
    private static double[] row(Matrix matrix) {
        return matrix.toArray();
    }
}
