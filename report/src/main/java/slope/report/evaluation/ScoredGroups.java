package slope.report.evaluation;

import java.util.Optional;
import slope.evaluation.Bootstrap;
import slope.evaluation.Evaluation;
import slope.report.model.ScoreIntervalFacts;

/// The groups of scored rows, which a bootstrap draws whole.
final class ScoredGroups {
    private static final long SEED = 1;

    private ScoredGroups() {}

    static ScoreIntervalFacts intervals(Evaluation evaluation, Optional<String> group) {
        return ScoreIntervalFacts.of(
                evaluation.intervals(group.map(
                                column -> Bootstrap.ofGroups(evaluation.rows().column(column), SEED))
                        .orElseGet(() -> Bootstrap.ofRows(evaluation.rows().rows(), SEED))),
                group);
    }
}
