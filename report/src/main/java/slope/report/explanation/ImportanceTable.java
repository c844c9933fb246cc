package slope.report.explanation;

import java.util.ArrayList;
import java.util.List;
import slope.internal.text.Numerals;

/// The importance of columns as a table.
public final class ImportanceTable {
    private static final int MOST_COLUMNS = 20;

    private ImportanceTable() {}

    /// The heading, and a row for each of the columns that matter most.
    public static List<List<String>> of(ImportanceFacts facts) {
        Decimals decimals =
                Decimals.of(facts.columns().values().stream().mapToDouble(ImportanceFacts.ColumnImportance::mean));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("column", "larger " + facts.metric(), "nine times of ten"));
        facts.columns().entrySet().stream()
                .limit(MOST_COLUMNS)
                .forEach(each -> rows.add(List.of(
                        each.getKey(),
                        decimals.text(each.getValue().mean()),
                        "%s to %s"
                                .formatted(
                                        decimals.text(each.getValue().lower()),
                                        decimals.text(each.getValue().upper())))));
        return rows;
    }

    /// How importance was measured.
    public static String sentence(ImportanceFacts importance) {
        return ("By how much the %s of %s, %s, is larger with the column's cells permuted: the mean of ten"
                        + " permutations, and where another one is nine times of ten. Where that includes 0, the column"
                        + " may say nothing.")
                .formatted(
                        importance.metric(),
                        ExplanationWords.rows(importance.rows(), "row"),
                        Numerals.score(importance.loss()));
    }
}
