package slope.report.card;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slope.evaluation.ScoreInterval;
import slope.model.FitRecord;
import slope.model.ScoreBounds;

/// A metric's scores.
///
/// @param validation of rows that were predicted by networks that did not learn from them
/// @param interval 95 of 100 samples of rows like these have theirs around the score of all such rows
/// @param beside what the validation score is to be seen beside
/// @param test of test rows, if some were held out
public record CardScore(
        String metric, double validation, Optional<ScoreInterval> interval, Beside beside, Optional<TestScore> test) {

    /// Scores to compare with.
    ///
    /// @param baseline of the same rows, by the best constant prediction
    /// @param linear of the same rows, by a linear model; empty if the file does not know
    /// @param training of rows that the model learned from
    public record Beside(double baseline, Optional<Double> linear, double training) {}

    /// The score of test rows.
    ///
    /// @param interval as of the validation score
    /// @param baseline of the same rows, by the best constant prediction
    public record TestScore(double score, Optional<ScoreInterval> interval, double baseline) {}

    static List<CardScore> of(FitRecord record) {
        Optional<ScoreBounds> bounds = record.bounds();
        Map<String, TestScore> tests = new HashMap<>();
        record.test()
                .ifPresent(test -> test.scores()
                        .forEach(each -> tests.put(
                                each.metric(),
                                new TestScore(
                                        each.score(),
                                        bounds.flatMap(all -> all.ofTest(each.metric()))
                                                .map(CardScore::interval),
                                        each.baseline()))));
        List<CardScore> scores = new ArrayList<>();
        for (FitRecord.Score score : record.scores()) {
            scores.add(new CardScore(
                    score.metric(),
                    score.validation(),
                    bounds.flatMap(all -> all.ofValidation(score.metric())).map(CardScore::interval),
                    new Beside(
                            score.baseline(),
                            Optional.of(score.linear()).filter(linear -> !linear.isNaN()),
                            score.training()),
                    Optional.ofNullable(tests.get(score.metric()))));
        }
        return scores;
    }

    private static ScoreInterval interval(ScoreBounds.Bounds bounds) {
        return new ScoreInterval(bounds.low(), bounds.high());
    }
}
