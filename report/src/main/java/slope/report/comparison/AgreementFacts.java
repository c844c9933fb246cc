package slope.report.comparison;

import java.util.List;
import java.util.Optional;
import slope.evaluation.Comparison;
import slope.evaluation.McNemar;
import slope.table.Table;

/// Where two models agree.
///
/// @param same rows with the same predicted class or labels; none where numbers are predicted
/// @param mcNemar the test of equal accuracy; only of classes, and of rows that are neither weighted nor grouped
/// @param rows on which their predictions differ most, the largest distance first
public record AgreementFacts(Optional<Integer> same, Optional<McNemar> mcNemar, List<DisputedRow> rows) {
    private static final int MOST_ROWS = 10;

    public AgreementFacts {
        rows = List.copyOf(rows);
    }

    /// A row on which two models disagree.
    ///
    /// @param row its number in the file, from 1
    /// @param actual the target as the file has it
    /// @param first the first model's prediction
    /// @param second the second model's prediction
    /// @param distance of the predictions: of classes half the sum of |p − q|, of labels the largest |p − q|, of
    ///     numbers in their unit, of several columns in standard deviations
    public record DisputedRow(int row, String actual, String first, String second, double distance) {}

    static AgreementFacts of(Comparison compared, List<String> targets, Optional<McNemar> mcNemar) {
        boolean areWords = !compared.first().confusion().isEmpty();
        return new AgreementFacts(
                areWords ? Optional.of(compared.agreements()) : Optional.empty(),
                mcNemar,
                compared.disagreements(MOST_ROWS).stream()
                        .map(each -> new DisputedRow(
                                compared.first().numberInTable(each.row()) + 1,
                                actual(compared.first().rows(), targets, each.row()),
                                compared.first().predictions().textOfRow(each.row()),
                                compared.second().predictions().textOfRow(each.row()),
                                each.distance()))
                        .toList());
    }

    private static String actual(Table rows, List<String> targets, int row) {
        return String.join(
                ", ", targets.stream().map(name -> rows.column(name).text(row)).toList());
    }
}
