package slope.report.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import slope.model.FittedNetwork;
import slope.preprocess.ColumnEncoder;
import slope.preprocess.NumberEncoder;
import slope.preprocess.TableEncoder;
import slope.run.PredictionColumns;
import slope.run.PredictionColumns.Probabilities;
import slope.table.JavaValue;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.target.ClassPredictions;
import slope.target.LabelPredictions;
import slope.target.NumberPredictions;
import slope.target.Numbers;
import slope.target.Predictions;
import slope.target.QuantilePredictions;
import slope.target.Target;

/// How much each column moves the prediction of a row: the model predicts again with one cell
/// replaced at a time (occlusion: Zeiler and Fergus 2014, arXiv 1311.2901, section 4.2).
///
/// A number is replaced by its imputation value in the first network, another cell by a missing
/// one. Columns that only matter together are each shown as small.
final class Occlusion {
    /// Rows that are predicted together.
    private static final int BLOCK = 256;

    private final RowTrace trace;
    private final Map<String, Double> replacements = new LinkedHashMap<>(); // NaN: missing

    private Occlusion(RowTrace trace) {
        this.trace = trace;
        trace.networks().stream()
                .flatMap(network -> network.member().encoding().columns().stream())
                .forEach(this::add);
    }

    private void add(ColumnEncoder encoder) {
        double replacement = encoder instanceof NumberEncoder number ? number.imputed() : Double.NaN;
        replacements.merge(encoder.column(), replacement, (first, next) -> Double.isNaN(first) ? next : first);
    }

    /// The columns, those that change the prediction most first.
    static List<OccludedColumn> of(RowTrace trace) {
        return new Occlusion(trace).columns();
    }

    private List<OccludedColumn> columns() {
        List<String> names = List.copyOf(replacements.keySet());
        List<Moved> moved = new ArrayList<>();
        for (int start = 0; start < names.size(); start += BLOCK) {
            moved.addAll(moved(names.subList(start, Math.min(start + BLOCK, names.size()))));
        }
        return moved.stream()
                .sorted(Comparator.comparingDouble(column -> -column.size()))
                .map(Moved::column)
                .toList();
    }

    /// A column.
    ///
    /// @param size of the change: of numbers in standard deviations of the target
    private record Moved(OccludedColumn column, double size) {}

    private List<Moved> moved(List<String> block) {
        List<NumberColumn> before = numbers(trace.prediction());
        List<NumberColumn> after = numbers(predictions(block));
        return IntStream.range(0, block.size())
                .mapToObj(row -> watched()
                        .mapToObj(output -> moved(block.get(row), before.get(output), after.get(output), row, output))
                        .max(Comparator.comparingDouble(Moved::size))
                        .orElseThrow())
                .toList();
    }

    private Moved moved(String name, NumberColumn before, NumberColumn after, int row, int output) {
        double change = after.value(row) - before.value(0);
        return new Moved(
                new OccludedColumn(
                        name, Objects.requireNonNull(replacements.get(name)), after.name(), after.value(row), change),
                Math.abs(change) / unit(output));
    }

    /// Which of the predicted numbers may be shown.
    private IntStream watched() {
        return switch (trace.prediction()) {
            case ClassPredictions classes -> IntStream.of(classes.predicted(0));
            case QuantilePredictions quantiles ->
                IntStream.of(quantiles.levels().size() / 2);
            case LabelPredictions labels -> IntStream.range(0, labels.names().size());
            case NumberPredictions numbers -> IntStream.range(0, numbers.names().size());
        };
    }

    private double unit(int output) {
        return target() instanceof Numbers numbers
                ? numbers.scales().get(output).standardDeviation()
                : 1;
    }

    private Target target() {
        return trace.networks().getFirst().member().target();
    }

    private static List<NumberColumn> numbers(Predictions predictions) {
        return PredictionColumns.of(predictions, Probabilities.SHOWN).stream()
                .filter(NumberColumn.class::isInstance)
                .map(NumberColumn.class::cast)
                .toList();
    }

    /// The predictions of the row with the cell of each of these columns replaced, a row for each.
    private Predictions predictions(List<String> block) {
        double[] mean = new double[block.size() * target().width()];
        for (RowTrace.NetworkTrace network : trace.networks()) {
            FittedNetwork member = network.member();
            double[] decoded = decoded(member, block);
            for (int index = 0; index < mean.length; index++) {
                mean[index] += decoded[index];
            }
        }
        for (int index = 0; index < mean.length; index++) {
            mean[index] /= trace.networks().size();
        }
        double[] calibrated = trace.model()
                .calibration()
                .map(found -> found.apply(target(), mean))
                .orElse(mean);
        return trace.model().predictions(calibrated, trace.row().select(new int[block.size()]));
    }

    private double[] decoded(FittedNetwork member, List<String> block) {
        float[] outputs = member.network().predict(inputs(member.encoding(), block));
        int members = member.network().architecture().members();
        Table rows = rows(member, block);
        return member.linear()
                .map(part ->
                        part.decode(member.target(), outputs, members, rows, part.of(inputs(part.encoding(), block))))
                .orElseGet(() -> member.target().decode(outputs, members, rows));
    }

    /// The row for each column of the block, with the exposure that a replaced cell is.
    private Table rows(FittedNetwork member, List<String> block) {
        Table rows = trace.row().select(new int[block.size()]);
        return member.target()
                .exposure()
                .map(exposure -> exposed(exposure.column(), rows, block))
                .orElse(rows);
    }

    private Table exposed(String exposure, Table rows, List<String> block) {
        double[] exposures = new double[block.size()];
        for (int row = 0; row < exposures.length; row++) {
            double other =
                    block.get(row).equals(exposure) ? Objects.requireNonNull(replacements.get(exposure)) : Double.NaN;
            boolean isReplaced = !Double.isNaN(other);
            exposures[row] = isReplaced ? other : ((NumberColumn) rows.column(exposure)).value(row);
        }
        return Table.of(NumberColumn.of(exposure, exposures));
    }

    /// Block × inputs.
    private float[] inputs(TableEncoder encoding, List<String> block) {
        float[] usual = encoding.encode(trace.row());
        float[] replaced =
                encoding.encode(encoder -> JavaValue.column(encoder.column(), replacements.get(encoder.column())), 1);
        float[] inputs = new float[block.size() * usual.length];
        for (int row = 0; row < block.size(); row++) {
            int at = row * usual.length;
            System.arraycopy(usual, 0, inputs, at, usual.length);
            int input = 0;
            for (ColumnEncoder encoder : encoding.columns()) {
                if (encoder.column().equals(block.get(row))) {
                    System.arraycopy(replaced, input, inputs, at + input, encoder.width());
                }
                input += encoder.width();
            }
        }
        return inputs;
    }
}
