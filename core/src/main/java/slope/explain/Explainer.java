package slope.explain;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import slope.internal.table.JoinedTable;
import slope.internal.table.RequiredColumns;
import slope.model.Importance;
import slope.model.Model;
import slope.table.Column;
import slope.table.DataException;
import slope.table.Table;
import slope.target.Predictions;

/// Explains a model by rows that are like those it is used on.
///
///     Explainer explainer = Explainer.of(model, test);
///     Importance importance = explainer.importance();
///     Attributions attributions = explainer.attributions(0, 1, 2);
///
/// The same seed gives the same bits, with any number of threads. A value: each setting gives another
/// explainer.
public final class Explainer {
    /// Rows that tell how frequent values are.
    private static final int COUNTED_ROWS = 10_000;

    /// Rows that a dependence is the mean of.
    private static final int DEPENDENCE_ROWS = 500;

    private static final int PAIR_ROWS = 200;
    private static final int EFFECT_ROWS = 2000;
    private static final int MOST_IMPORTANCE_ROWS = 2000;

    /// Rows times groups of columns that are permuted, in each repeat.
    private static final int PERMUTED_ROWS = 40_000;

    private static final int FEWEST_IMPORTANCE_ROWS = 200;

    /// With more groups, not all of their subsets are predicted.
    private static final int MOST_EXACT = 10;

    private final ModelOutputs outputs;
    private final Table table;
    private final List<ColumnGroup> groups;
    private final long seed;
    private final Orders orders;
    private final int known; // rows of the table that explain; others behind them are explained

    /// Which orders of the columns attributions are the mean of.
    public enum Orders {
        /// All of them where that takes no more predictions, else a draw.
        CHEAPEST,
        /// All of them.
        ALL,
        /// A draw, however few columns there are.
        DRAWN
    }

    private Explainer(
            ModelOutputs outputs, Table table, int known, List<ColumnGroup> groups, long seed, Orders orders) {
        this.outputs = outputs;
        this.known = known;
        this.table = table;
        this.groups = groups;
        this.seed = seed;
        this.orders = orders;
    }

    /// Explains each column by itself, predictions as they are.
    ///
    /// @param table the rows, at least one, with the model's columns
    /// @throws DataException if it has no row, or lacks a column
    public static Explainer of(Model model, Table table) {
        List<String> columns = List.copyOf(model.columns().keySet());
        RequiredColumns.requireAll(columns, table.names());
        if (table.rows() == 0) {
            throw new DataException("there is no row to explain the model by");
        }
        return new Explainer(
                ModelOutputs.of(model, OutputLink.IDENTITY),
                table,
                table.rows(),
                ColumnGroup.covering(columns, List.of()),
                1,
                Orders.CHEAPEST);
    }

    /// Explains some columns together.
    ///
    /// @throws DataException if the model does not read one of them, or one is in two groups
    public Explainer groups(List<ColumnGroup> groups) {
        List<String> columns = List.copyOf(outputs.model().columns().keySet());
        return new Explainer(outputs, table, known, ColumnGroup.covering(columns, groups), seed, orders);
    }

    /// Draws other rows and orders.
    public Explainer seed(long seed) {
        return new Explainer(outputs, table, known, groups, seed, orders);
    }

    /// Explains predictions on the scale of the target's link, see [OutputLink#of].
    public Explainer byLink() {
        OutputLink link = OutputLink.of(outputs.target());
        return new Explainer(ModelOutputs.of(outputs.model(), link), table, known, groups, seed, orders);
    }

    /// Chooses which orders of the columns attributions are the mean of.
    public Explainer orders(Orders orders) {
        return new Explainer(outputs, table, known, groups, seed, orders);
    }

    /// The columns as they are explained, in the order of the model.
    public List<ColumnGroup> groups() {
        return groups;
    }

    /// The importance of each group of columns, in rows whose targets are known; of many rows a draw.
    ///
    /// @throws DataException if the table lacks a target column, or no row has a value in each
    public Importance importance() {
        List<String> targets = outputs.target().columns();
        List<Column> columns = targets.stream().map(table::column).toList();
        int[] targeted = IntStream.range(0, table.rows())
                .filter(row -> columns.stream().noneMatch(column -> column.isMissing(row)))
                .toArray();
        if (targeted.length == 0) {
            throw new DataException(
                    "no row has a value for %s; importance needs some".formatted(String.join(", ", targets)));
        }
        int most = Math.clamp(PERMUTED_ROWS / groups.size(), FEWEST_IMPORTANCE_ROWS, MOST_IMPORTANCE_ROWS);
        Table rows = table.select(Draw.rows(targeted, most, seed));
        return PermutedRows.importance(List.of(new PermutedRows.Part(outputs.model(), rows)), groups, seed);
    }

    /// Columns that are near-copies of each other: each looks less important than both in one group.
    public List<Twins> twins() {
        return Twins.among(table, List.copyOf(outputs.model().columns().keySet()), seed);
    }

    /// How predictions depend on a column.
    ///
    /// @throws DataException if the model does not read it
    public Dependence dependence(String column) {
        requireRead(Set.of(column));
        int[] counted = rows(COUNTED_ROWS);
        PartialDependence partial =
                new PartialDependence(outputs, table, column, Draw.rows(counted, DEPENDENCE_ROWS, seed), counted);
        return new Dependence(
                column,
                table.column(column).kind(),
                outputs.names(),
                new Dependence.Points(partial.points(), partial.hasAllValues(), partial.density(counted)),
                partial.curves(),
                LocalEffects.of(outputs, table, column, Draw.rows(counted, EFFECT_ROWS, seed)));
    }

    /// How predictions depend on two columns at once.
    ///
    /// @throws DataException if the model does not read both, or they are the same
    public PairDependence dependence(String first, String second) {
        requireRead(List.of(first, second));
        if (first.equals(second)) {
            throw new DataException("a pair needs two columns, not \"%s\" twice".formatted(first));
        }
        int[] counted = rows(COUNTED_ROWS);
        return PairDependence.of(outputs, table, List.of(first, second), Draw.rows(counted, PAIR_ROWS, seed), counted);
    }

    /// How each group of columns moves the predictions of some rows.
    ///
    /// @param rows their numbers in the table, from 0
    /// @throws DataException if all orders are asked for and there are more than ten groups
    public Attributions attributions(int... rows) {
        if (orders == Orders.ALL && groups.size() > MOST_EXACT) {
            throw new DataException(
                    "exact attributions are for at most %s columns or groups of columns, not for %s; put columns into groups"
                            .formatted(MOST_EXACT, groups.size()));
        }
        int[] background = Background.of(outputs, table, rows(COUNTED_ROWS), seed);
        AttributedRows attributed = new AttributedRows(outputs, table, groups, background, seed);
        List<Attribution> each =
                isExact() ? Arrays.stream(rows).mapToObj(attributed::exact).toList() : attributed.sampled(rows);
        return new Attributions(
                outputs.names(),
                groups,
                outputs.link(),
                new Attributions.Base(background.length, attributed.base(), isExact()),
                each);
    }

    /// The same of rows of another table.
    ///
    /// @param rows with the model's columns; they are numbered from 0
    /// @throws DataException as of the other one, and if a column is missing or holds another kind of values
    public Attributions attributions(Table rows) {
        Explainer joined = above(rows);
        Attributions found = joined.attributions(
                IntStream.range(joined.known, joined.table.rows()).toArray());
        return new Attributions(
                found.outputs(),
                found.groups(),
                found.link(),
                found.base(),
                found.rows().stream()
                        .map(each -> new Attribution(
                                each.row() - joined.known,
                                each.predictions(),
                                each.contributions(),
                                each.standardErrors()))
                        .toList());
    }

    /// With other rows to be explained behind those that explain.
    private Explainer above(Table rows) {
        Table own = table.select(rows(COUNTED_ROWS));
        Table joined =
                JoinedTable.of(List.of(own, rows), outputs.model().columns().keySet());
        return new Explainer(outputs, joined, own.rows(), groups, seed, orders);
    }

    private boolean isExact() {
        return orders == Orders.ALL || (orders == Orders.CHEAPEST && AttributedRows.isCheaperExact(groups.size()));
    }

    /// How many predictions the attributions of a row take, at most.
    public long predictionsOfRow() {
        return (long) Math.min(Background.ROWS, known)
                * (isExact() ? 1L << groups.size() : AttributedRows.predictionsOfOrders(groups.size()));
    }

    /// The cheapest changes of a row that lead to a wanted prediction: of one column, or of two that are
    /// among the eight that come nearest to it by themselves. Values are those of the table's rows within
    /// the training ranges: a hundred quantiles, or all categories. An exposure keeps its value.
    ///
    /// @param row its number in the table, from 0
    /// @param fixed columns that keep their value
    /// @return at most three, the cheapest first; none if no change is enough
    /// @throws DataException if the model makes no such predictions, the row has the wanted one already, or a
    ///     fixed column is none of the model
    public List<Counterfactual> counterfactuals(int row, Wanted wanted, Set<String> fixed) {
        requireRead(fixed);
        wanted.requireFor(outputs.target().predictions(new double[0]));
        Predictions before = outputs.model().predict(table.select(new int[] {row}));
        if (wanted.isReached(before, 0)) {
            throw new DataException("the row has the wanted prediction already: " + before.textOfRow(0));
        }
        return new CounterfactualSearch(outputs, table, row, wanted).found(rows(COUNTED_ROWS), Set.copyOf(fixed));
    }

    /// The same of a row of another table.
    ///
    /// @param rows with the model's columns
    /// @param row its number in that table, from 0
    /// @throws DataException as of the other one, and if a column is missing or holds another kind of values
    public List<Counterfactual> counterfactuals(Table rows, int row, Wanted wanted, Set<String> fixed) {
        Explainer joined = above(rows.select(new int[] {row}));
        return joined.counterfactuals(joined.known, wanted, fixed);
    }

    private void requireRead(Collection<String> columns) {
        RequiredColumns.requireAll(
                columns, List.copyOf(outputs.model().columns().keySet()));
    }

    private int[] rows(int most) {
        return Draw.rows(IntStream.range(0, known).toArray(), most, seed);
    }
}
