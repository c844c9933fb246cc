package slope.report.comparison;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import slope.internal.text.Numerals;

/// The rows that two models were scored on.
///
/// @param file as it was named
/// @param rows that were scored
/// @param rowsWithoutTarget rows that are left out, because no target is known
/// @param weight the column that weights the scores, if both trainings had it
/// @param weightsDiffer whether the trainings had different weight columns, and the scores are unweighted
/// @param bestConstant scores of the best constant prediction for these rows, by metric; it reads no column
public record ScoredRowFacts(
        String file,
        int rows,
        int rowsWithoutTarget,
        Optional<String> weight,
        boolean weightsDiffer,
        Map<String, Double> bestConstant) {
    public ScoredRowFacts {
        bestConstant = Collections.unmodifiableMap(new LinkedHashMap<>(bestConstant));
    }

    /// Such as `342 of penguins.csv, 2 without a target left out`.
    String text() {
        return "%s of %s%s"
                .formatted(
                        Numerals.count(rows),
                        file,
                        rowsWithoutTarget == 0
                                ? ""
                                : ", %s without a target left out".formatted(Numerals.count(rowsWithoutTarget)));
    }
}
