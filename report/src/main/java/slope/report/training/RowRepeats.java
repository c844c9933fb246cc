package slope.report.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import slope.fit.FitPlan;
import slope.internal.table.RepeatedRows;
import slope.run.FinishedRun;
import slope.table.Table;

/// Rows that are the same in all inputs and targets. A score of rows that were trained on tells how well they are
/// remembered, not how well others will be predicted.
///
/// @param rows how many rows of the table are the same as an earlier one
/// @param validation how many validation rows are the same as a training row; with several networks of the first
/// @param test how many test rows are the same as a row of training or validation
/// @param nearlyEqual rows that differ in one or two inputs alone, where there are many and none are kept together
public record RowRepeats(int rows, int validation, int test, Optional<NearlyEqualRows> nearlyEqual) {
    /// A share of at least this is worth advice.
    private static final double MANY = 0.05;

    static RowRepeats of(FinishedRun run) {
        FitPlan plan = run.plan();
        List<String> names = new ArrayList<>(plan.columns().used());
        names.addAll(plan.estimator().target().columns());
        long[] hashes = RepeatedRows.hashes(plan.rows().table(), names);
        var split = plan.first().split();
        Optional<Table> test = run.testTable();
        return new RowRepeats(
                RepeatedRows.count(hashes),
                RepeatedRows.among(
                        RepeatedRows.of(hashes, split.validation()), RepeatedRows.of(hashes, split.training())),
                test.map(rows -> RepeatedRows.among(RepeatedRows.hashes(rows, names), hashes))
                        .orElse(0),
                plan.estimator().rows().group().isPresent()
                        ? Optional.empty()
                        : NearlyEqualRows.in(plan.rows().table(), plan.columns().used()));
    }

    /// What to know of them, a sentence; empty if there are none in other parts.
    Optional<String> text(TrainingData.Split split) {
        if (validation + test == 0) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        if (validation > 0) {
            parts.add(String.format(Locale.ROOT, "%,d of %,d validation rows", validation, split.validation()));
        }
        split.test()
                .filter(ignored -> test > 0)
                .ifPresent(rows -> parts.add(String.format(Locale.ROOT, "%,d of %,d test rows", test, rows.rows())));
        boolean many = validation > MANY * split.validation()
                || test > MANY * split.test().map(TrainingData.TestRows::rows).orElse(0);
        return Optional.of(String.format(
                Locale.ROOT,
                "check: %s%s %s among the rows that were trained on%s",
                switch (rows) {
                    case 0 -> "";
                    case 1 -> "1 row repeats another, and ";
                    default -> String.format(Locale.ROOT, "%,d rows repeat others, and ", rows);
                },
                String.join(" and ", parts),
                validation + test == 1 ? "stands" : "stand",
                many ? "; a group column keeps equal rows together" : ""));
    }
}
