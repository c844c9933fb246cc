package slope.report.trace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slope.report.json.Report;
import slope.report.model.TargetFacts;
import slope.report.trace.RowTrace.RowSource;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DateColumn;
import slope.table.NumberColumn;

/// One row's way through a saved model.
///
/// @param source the model and the row, if the row is of a file
/// @param row its cells; null where missing
/// @param task what the model predicts
/// @param prediction of the model, the mean over its networks and their ensemble members
/// @param occlusion the columns, those that moved the prediction most first
/// @param networks the networks
public record TraceReport(
        Optional<RowSource> source,
        Map<String, Object> row,
        TargetFacts task,
        List<PredictedColumn> prediction,
        List<OccludedColumn> occlusion,
        List<TracedNetwork> networks)
        implements Report {
    public TraceReport {
        row = Collections.unmodifiableMap(new LinkedHashMap<>(row));
        prediction = List.copyOf(prediction);
        occlusion = List.copyOf(occlusion);
        networks = List.copyOf(networks);
    }

    /// The report without the numbers inside of layers.
    public static TraceReport of(RowTrace trace) {
        return of(trace, Optional.empty());
    }

    /// The report with the numbers of a part of the trace.
    ///
    /// @throws slope.table.DataException if the trace has no such network, layer or unit
    public static TraceReport of(RowTrace trace, TracePart part) {
        part.requireIn(trace);
        return of(trace, Optional.of(part));
    }

    private static TraceReport of(RowTrace trace, Optional<TracePart> part) {
        Map<String, Object> row = new LinkedHashMap<>();
        trace.row().columns().forEach(column -> row.put(column.name(), cell(column)));
        return new TraceReport(
                trace.source(),
                row,
                TargetFacts.of(trace.model()),
                PredictedColumn.of(trace),
                Occlusion.of(trace),
                trace.networks().stream()
                        .filter(network -> part.isEmpty() || part.get().has(network))
                        .map(network -> TracedNetwork.of(network, trace, part))
                        .toList());
    }

    /// NaN, which JSON has not, where missing.
    static Object cell(Column column) {
        if (column.isMissing(0)) {
            return Double.NaN;
        }
        return switch (column) {
            case NumberColumn numbers -> numbers.value(0);
            case BooleanColumn truths -> truths.isTrue(0);
            case DateColumn dates -> dates.text(0);
            case CategoryColumn words -> words.text(0);
        };
    }

    @Override
    public String report() {
        return "trace";
    }

    @Override
    public int version() {
        return 1;
    }

    /// The report for people: a page.
    ///
    /// @param width the maximum width of a line
    public String text(int width) {
        return new TraceText(this).within(width);
    }
}
