package slope.report.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import slope.fit.Estimator;
import slope.run.FinishedRun;
import slope.table.Column;
import slope.table.RowWeights;
import slope.table.Table;
import slope.tables.UnusedMissingText;

/// What of a table took no part in training, and why.
///
/// @param rows how many rows
/// @param withoutValue how many have no value in a column that each row needs, by column
/// @param withoutWeight how many have the weight 0
/// @param lostClasses classes all of whose rows have the weight 0
/// @param unusedMissing texts of missing values that no cell has
public record LeftOutRows(
        int rows,
        Map<String, Integer> withoutValue,
        int withoutWeight,
        List<String> lostClasses,
        List<UnusedMissingText> unusedMissing) {

    static LeftOutRows of(FinishedRun run) {
        Estimator estimator = run.plan().estimator();
        Table table = run.table();
        Map<String, Integer> withoutValue = new LinkedHashMap<>();
        List<String> needed = new ArrayList<>(estimator.target().columns());
        estimator.rows().time().ifPresent(needed::add);
        for (String name : needed) {
            int missing = table.column(name).missingCount();
            if (missing > 0) {
                withoutValue.put(name, missing);
            }
        }
        int withoutWeight =
                estimator.rows().weight().map(name -> zeros(table.column(name))).orElse(0);
        return new LeftOutRows(
                run.plan().rows().leftOut(),
                withoutValue,
                withoutWeight,
                withoutWeight == 0 ? List.of() : lostClasses(run),
                run.unusedMissingTexts());
    }

    private static int zeros(Column weights) {
        return (int) IntStream.range(0, weights.rows())
                .filter(row -> RowWeights.of(weights, row) == 0)
                .count();
    }

    private static List<String> lostClasses(FinishedRun run) {
        List<String> lost = new ArrayList<>();
        if (run.plan().target().isClassification()) {
            for (String name : run.plan().estimator().target().columns()) {
                Set<String> classes = texts(run.table().column(name));
                classes.removeAll(texts(run.plan().rows().table().column(name)));
                run.plan().rows().test().ifPresent(test -> classes.removeAll(texts(test.column(name))));
                run.plan().rows().conformal().ifPresent(rows -> classes.removeAll(texts(rows.column(name))));
                lost.addAll(classes);
            }
        }
        return lost;
    }

    private static Set<String> texts(Column column) {
        Set<String> texts = new LinkedHashSet<>();
        for (int row = 0; row < column.rows(); row++) {
            if (!column.isMissing(row)) {
                texts.add(column.text(row));
            }
        }
        return texts;
    }

    /// As in `50 without a value in "t" left out`; empty if none is.
    String text() {
        List<String> reasons = new ArrayList<>();
        withoutValue.forEach((column, rows) ->
                reasons.add(String.format(Locale.ROOT, "%,d without a value in \"%s\"", rows, column)));
        if (withoutWeight > 0) {
            reasons.add(String.format(Locale.ROOT, "%,d of weight 0", withoutWeight));
        }
        return reasons.isEmpty() ? "" : String.join(" and ", reasons) + " left out";
    }
}
