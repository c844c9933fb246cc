package slope.fit.selection;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import slope.fit.FitPlan;
import slope.fit.NetworkPlan;
import slope.split.Folds;
import slope.split.Split;
import slope.split.Stratification;
import slope.table.Column;
import slope.table.Table;
import slope.target.Target;

/// The validation rows of the folds that all candidates have, one fold after another, and the parts
/// of them that a nested selection leaves out in turn: the folds, or shares of a single fold.
final class SharedRows {
    private static final int PARTS_OF_ONE_FOLD = 5;

    private final List<Table> folds;
    private final Table table;
    private final int[] parts;

    private SharedRows(List<Table> folds, Table table, int[] parts) {
        this.folds = folds;
        this.table = table;
        this.parts = parts;
    }

    /// @param count of the folds that all candidates have
    static SharedRows of(FitPlan plan, int count) {
        Table usable = plan.rows().table();
        List<int[]> ofFolds = plan.members().subList(0, count).stream()
                .map(NetworkPlan::split)
                .map(Split::validation)
                .toList();
        int[] rows = ofFolds.stream().flatMapToInt(Arrays::stream).toArray();
        Table table = usable.select(rows);
        int[] parts = count == 1
                ? partsOf(plan, table)
                : IntStream.range(0, count)
                        .flatMap(fold -> Arrays.stream(ofFolds.get(fold)).map(row -> fold))
                        .toArray();
        return new SharedRows(ofFolds.stream().map(usable::select).toList(), table, parts);
    }

    /// Parts of a single fold, whole groups. Too few rows or groups are one part.
    private static int[] partsOf(FitPlan plan, Table table) {
        int[] rows = IntStream.range(0, table.rows()).toArray();
        Optional<Column> group = plan.estimator().rows().group().map(table::column);
        int units =
                group.map(column -> Stratification.groups(rows, column).size()).orElse(rows.length);
        int[] parts = new int[rows.length];
        int count = Math.min(PARTS_OF_ONE_FOLD, units);
        if (count < 2) {
            return parts;
        }
        Target target = plan.target();
        long seed = plan.estimator().seed();
        Stratification stratification =
                target.isClassification() ? Stratification.SAME_VALUE : Stratification.NEIGHBOURS;
        List<Split> splits = group.map(column -> Folds.grouped(rows, column, count, seed))
                .orElseGet(() -> Folds.stratified(rows, target.stratifiedBy(table), stratification, count, seed));
        for (int part = 0; part < count; part++) {
            for (int row : splits.get(part).validation()) {
                parts[row] = part;
            }
        }
        return parts;
    }

    /// The rows of each fold.
    List<Table> folds() {
        return folds;
    }

    /// All rows.
    Table table() {
        return table;
    }

    /// The part of each row, from 0.
    int[] parts() {
        return parts.clone();
    }
}
