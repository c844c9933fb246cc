package slope.report.trace;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import slope.run.PredictionColumns;
import slope.run.PredictionColumns.Probabilities;
import slope.table.Column;
import slope.table.NumberColumn;
import slope.target.Target;

/// A predicted cell, with the range of the networks' and ensemble members' own predictions.
///
/// @param column its name, as in files of predictions
/// @param value a number, a class or true or false
/// @param minimum of all networks and ensemble members, where there are several
/// @param maximum of all networks and ensemble members, where there are several
public record PredictedColumn(String column, Object value, Optional<Double> minimum, Optional<Double> maximum) {
    static List<PredictedColumn> of(RowTrace trace) {
        List<List<Column>> members = members(trace);
        List<Column> mean = PredictionColumns.of(trace.prediction(), Probabilities.SHOWN);
        return IntStream.range(0, mean.size())
                .mapToObj(index -> of(
                        mean.get(index),
                        members.stream().map(columns -> columns.get(index)).toList()))
                .toList();
    }

    private static PredictedColumn of(Column mean, List<Column> members) {
        DoubleSummaryStatistics range = members.stream()
                .filter(NumberColumn.class::isInstance)
                .mapToDouble(column -> ((NumberColumn) column).value(0))
                .summaryStatistics();
        boolean several = range.getCount() > 1;
        return new PredictedColumn(
                mean.name(),
                TraceReport.cell(mean),
                several ? Optional.of(range.getMin()) : Optional.empty(),
                several ? Optional.of(range.getMax()) : Optional.empty());
    }

    /// What each ensemble member of each network predicts by itself.
    private static List<List<Column>> members(RowTrace trace) {
        List<List<Column>> members = new ArrayList<>();
        for (RowTrace.NetworkTrace network : trace.networks()) {
            for (double[] outputs : network.forward().outputs().toRows()) {
                Target target = network.member().target();
                double[] decoded = network.decoded(outputs, trace.row());
                double[] calibrated = trace.model()
                        .calibration()
                        .map(found -> found.apply(target, decoded))
                        .orElse(decoded);
                members.add(
                        PredictionColumns.of(trace.model().predictions(calibrated, trace.row()), Probabilities.SHOWN));
            }
        }
        return members;
    }
}
