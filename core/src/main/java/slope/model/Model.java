package slope.model;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import slope.conformal.SplitConformal;
import slope.internal.table.RecordCells;
import slope.internal.table.RequiredColumns;
import slope.internal.text.NearestName;
import slope.network.Network;
import slope.preprocess.TableEncoder;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.DataException;
import slope.table.JavaValue;
import slope.table.Table;
import slope.target.Classes;
import slope.target.DecisionRule;
import slope.target.Prediction;
import slope.target.Predictions;
import slope.target.Target;
import slope.target.TemperatureScaling;

/// A trained model: one or several networks whose predictions are averaged, each with its encoder
/// and target. It never changes.
public final class Model {
    private static final Table ONE_ROW = Table.of(JavaValue.column("", 0));

    private final List<FittedNetwork> members;
    private final List<Integer> weights;
    private final Optional<TemperatureScaling> calibration;
    private final Optional<SplitConformal> conformal;
    private final ModelColumns columns;
    private final FitRecord record;

    /// A model about whose training nothing is known.
    ///
    /// @param members the networks, at least one, all of the same target columns
    public Model(List<FittedNetwork> members) {
        this(members, Collections.nCopies(members.size(), 1));
    }

    /// A model whose networks count differently, about whose training nothing is known.
    ///
    /// @param members the networks, at least one, all of the same target columns
    /// @param weights how often each network counts in the mean, at least once
    public Model(List<FittedNetwork> members, List<Integer> weights) {
        this(members, weights, Optional.empty(), Optional.empty(), FitRecord.unknown());
    }

    private Model(
            List<FittedNetwork> members,
            List<Integer> weights,
            Optional<TemperatureScaling> calibration,
            Optional<SplitConformal> conformal,
            FitRecord record) {
        this.members = List.copyOf(members);
        this.weights = List.copyOf(weights);
        this.calibration = calibration;
        this.conformal = conformal;
        this.record = record;
        if (members.isEmpty()) {
            throw new IllegalArgumentException("a model needs at least one network");
        }
        if (weights.size() != members.size()) {
            throw new IllegalArgumentException(
                    "a model of %s networks needs as many weights, not %s".formatted(members.size(), weights.size()));
        }
        weights.stream().filter(weight -> weight < 1).findFirst().ifPresent(weight -> {
            throw new IllegalArgumentException("a network counts at least once, not %s times".formatted(weight));
        });
        for (FittedNetwork member : members) {
            if (!target().averagesWith(member.target())) {
                throw new IllegalArgumentException("the networks of a model need the same target, not some of them "
                        + target().columns() + " and others "
                        + member.target().columns());
            }
        }
        this.columns = new ModelColumns(members, conformal.flatMap(SplitConformal::groups));
        conformal.map(SplitConformal::columns).orElse(List.of()).stream()
                .filter(column -> !columns.kinds().containsKey(column))
                .findFirst()
                .ifPresent(column -> {
                    throw new IllegalArgumentException(
                            "sets need the column \"%s\", which the model does not read".formatted(column));
                });
    }

    /// A model of one network.
    public Model(TableEncoder encoding, Target target, Network network) {
        this(List.of(new FittedNetwork(encoding, target, network)));
    }

    /// The same model with a record of its training.
    public Model with(FitRecord record) {
        return new Model(members, weights, calibration, conformal, record);
    }

    /// The same model with calibrated probabilities.
    ///
    /// @throws IllegalArgumentException if it is no calibration of the target's probabilities
    public Model with(TemperatureScaling calibration) {
        calibration.requireFor(target());
        return new Model(members, weights, Optional.of(calibration), conformal, record);
    }

    /// The same model with intervals or sets.
    ///
    /// @throws IllegalArgumentException if they are not of its target
    public Model with(SplitConformal conformal) {
        conformal.requireFor(target());
        return new Model(members, weights, calibration, Optional.of(conformal), record);
    }

    /// The same model with another rule for which class is predicted.
    ///
    /// @throws IllegalArgumentException if it predicts no classes, or not as many
    public Model with(DecisionRule decision) {
        if (!(target() instanceof Classes classes)) {
            throw new IllegalArgumentException(
                    "%s leaves no class to decide on".formatted(target().kind().title()));
        }
        Target other = classes.with(decision);
        return new Model(
                members.stream().map(member -> member.with(other)).toList(), weights, calibration, conformal, record);
    }

    /// The calibration of the networks' mean probabilities; empty where they are as the networks tell
    /// them, or numbers are predicted.
    public Optional<TemperatureScaling> calibration() {
        return calibration;
    }

    /// How intervals or sets are made of the predictions; empty if the model has none.
    public Optional<SplitConformal> conformal() {
        return conformal;
    }

    /// The record of its training, as its file holds it.
    public FitRecord record() {
        return record;
    }

    /// The networks.
    public List<FittedNetwork> members() {
        return members;
    }

    /// How often each network counts in the mean; once, unless networks were selected with
    /// replacement.
    public List<Integer> weights() {
        return weights;
    }

    /// Whether some network counts more than another.
    public boolean isWeighted() {
        return weights.stream().anyMatch(weight -> !weight.equals(weights.getFirst()));
    }

    /// The target: the columns and classes are those of every network, a scale is the first one's.
    public Target target() {
        return members.getFirst().target();
    }

    /// The columns that the model reads, and their kinds.
    public SequencedMap<String, ColumnKind> columns() {
        return columns.kinds();
    }

    private Set<String> columnNames() {
        return columns().keySet();
    }

    /// Predictions for a table with the columns the model was trained on, in any order; other
    /// columns are ignored. Several networks are averaged: their probabilities and values.
    ///
    /// @throws slope.table.DataException if a column is missing or holds another kind of values
    public Predictions predict(Table table) {
        return predictions(decoded(table), table);
    }

    /// The predictions of rows whose outputs are known, with their intervals or sets if the model has them.
    ///
    /// @param decoded as [#decoded] gives them
    /// @param rows with the columns of the model
    public Predictions predictions(double[] decoded, Table rows) {
        return conformal
                .map(found -> found.predictions(target(), decoded, rows))
                .orElseGet(() -> target().predictions(decoded));
    }

    /// The mean of the networks' decoded outputs, row by row, calibrated; see [Target]. Quantiles are not yet
    /// shifted, see [SplitConformal#shifted].
    public double[] decoded(Table table) {
        RequiredColumns.requireAll(columnNames(), table.names());
        return calibrated(mean(member -> member.decoded(table)));
    }

    /// The prediction for one row, given as values by column. Thread-safe and fast. See
    /// [slope.table.JavaValue] for what a value may be.
    ///
    /// @param row a value, or null where missing, for each column the model was trained on; others
    ///     are not looked at
    /// @throws slope.table.DataException if a column is not there or holds another kind of value
    public Prediction predict(Map<String, ?> row) {
        return predictRow(column -> cell(row, column));
    }

    private @Nullable Object cell(Map<String, ?> row, String column) {
        Object cell = row.get(column);
        if (cell == null && !row.containsKey(column)) {
            throw new DataException(NearestName.unknownColumn(
                    column, columnNames(), row.keySet().stream().sorted().toList()));
        }
        return cell;
    }

    /// The prediction for one row, given as a record whose components are named like the columns.
    ///
    /// @throws slope.table.DataException if a column is not there or holds another kind of value
    public Prediction predict(Record row) {
        return predictRow(column -> RecordCells.cell(row, column, this::columnNames));
    }

    /// The prediction for one row, given as names and values side by side. Of two equal names the
    /// first counts.
    ///
    /// @throws slope.table.DataException if a column is not there or holds another kind of value
    /// @throws IllegalArgumentException if there are not as many values as names
    public Prediction predict(String[] names, @Nullable Object[] values) {
        if (names.length != values.length) {
            throw new IllegalArgumentException("%s names cannot name %s values".formatted(names.length, values.length));
        }
        Map<String, @Nullable Object> row = HashMap.newHashMap(names.length);
        for (int index = names.length - 1; index >= 0; index--) {
            row.put(names[index], values[index]);
        }
        return predict(row);
    }

    private Prediction predictRow(Function<String, @Nullable Object> values) {
        double[] decoded = calibrated(mean(member -> member.decoded(values)));
        List<Column> cells = conformal.map(SplitConformal::columns).orElse(List.of()).stream()
                .map(column -> JavaValue.column(
                        column,
                        values.apply(column),
                        Optional.ofNullable(columns().get(column))))
                .toList();
        return new Prediction(predictions(decoded, cells.isEmpty() ? ONE_ROW : new Table(cells)), 0);
    }

    private double[] calibrated(double[] decoded) {
        return calibration.map(found -> found.apply(target(), decoded)).orElse(decoded);
    }

    /// The weighted mean over several networks.
    private double[] mean(Function<FittedNetwork, double[]> decoded) {
        double[] mean = decoded.apply(members.getFirst());
        if (members.size() == 1) {
            return mean;
        }
        for (int index = 0; index < mean.length; index++) {
            mean[index] *= weights.getFirst();
        }
        double sum = weights.getFirst();
        for (int member = 1; member < members.size(); member++) {
            double[] more = decoded.apply(members.get(member));
            int weight = weights.get(member);
            for (int index = 0; index < mean.length; index++) {
                mean[index] += weight * more[index];
            }
            sum += weight;
        }
        for (int index = 0; index < mean.length; index++) {
            mean[index] /= sum;
        }
        return mean;
    }

    /// The target, the input columns and the first network.
    @Override
    public String toString() {
        return "predicts %s\nfrom %s\nby %s%s"
                .formatted(
                        String.join(", ", target().columns()),
                        String.join(", ", columnNames()),
                        members.getFirst().network(),
                        members.size() == 1 ? "" : ", the first of " + members.size() + " networks");
    }
}
