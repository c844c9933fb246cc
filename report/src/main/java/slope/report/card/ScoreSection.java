package slope.report.card;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slope.evaluation.ScoreInterval;
import slope.internal.text.Numerals;
import slope.metric.Metric;
import slope.report.model.Sampling;
import slope.report.model.ScoreFacts;

/// How good a model is, with intervals.
final class ScoreSection {
    /// The heading of a column of intervals.
    static final String INTERVAL = "95 % interval";

    private static final String HEADING = "How good it is";
    private static final String ONE_TRAINING =
            "Each validation row was predicted by networks that did not learn from it, but these rows chose their best"
                    + " epoch, so the scores are slightly optimistic. Training scores say little about other rows. ";

    private static final String SELECTED =
            "Each validation row was predicted by networks that did not learn from it, selected by other rows; these"
                    + " rows chose their best epoch, so the scores are slightly optimistic. ";

    private static final String BESIDE =
            "The baseline is the best constant prediction; linear is ridge, logistic or Poisson regression, fitted to"
                    + " the training rows of each fold.";

    private static final String UNSEEN =
            "A score has none where the rows show no error, which is all that a bootstrap could repeat, or where many"
                    + " samples have no such score.";

    private ScoreSection() {}

    static CardSection of(CardReport card) {
        CardQuality quality = card.quality();
        List<CardScore> scores = quality.scores();
        if (scores.isEmpty()) {
            return CardSection.unknown(HEADING, "Not known: the file has no scores.");
        }
        List<CardTable> tables = new ArrayList<>(List.of(validation(scores)));
        quality.testRows().ifPresent(rows -> tables.add(test(scores, rows)));
        String intervals = quality.sampling()
                .map(sampling -> sentence(sampling, scores))
                .orElse("How far the scores depend on which rows were scored is not in the file.");
        boolean isSelected = card.training().flatMap(CardTraining::selection).isPresent();
        return new CardSection(
                HEADING,
                tables,
                List.of(
                        (isSelected ? SELECTED : ONE_TRAINING) + BESIDE,
                        ScoreFacts.directions(better(scores)),
                        intervals),
                List.of());
    }

    private static String sentence(Sampling sampling, List<CardScore> scores) {
        boolean isUnseen = sampling.units() > 1
                && scores.stream().anyMatch(score -> score.interval().isEmpty());
        return isUnseen ? sampling.sentence() + " " + UNSEEN : sampling.sentence();
    }

    private static Map<String, Metric.Better> better(List<CardScore> scores) {
        Map<String, Metric.Better> better = new LinkedHashMap<>();
        scores.forEach(
                score -> Metric.named(score.metric()).ifPresent(metric -> better.put(metric.title(), metric.better())));
        return better;
    }

    private static CardTable validation(List<CardScore> scores) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("metric", "validation", INTERVAL, "baseline", "linear", "training"));
        scores.forEach(score -> rows.add(List.of(
                score.metric(),
                Numerals.score(score.validation()),
                text(score.interval()),
                Numerals.score(score.beside().baseline()),
                score.beside().linear().map(Numerals::score).orElse("–"),
                Numerals.score(score.beside().training()))));
        return new CardTable("Validation scores", rows);
    }

    private static CardTable test(List<CardScore> scores, int testRows) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("%s test rows".formatted(Numerals.count(testRows)), "test", INTERVAL, "baseline"));
        scores.forEach(score -> score.test()
                .ifPresent(test -> rows.add(List.of(
                        score.metric(),
                        Numerals.score(test.score()),
                        text(test.interval()),
                        Numerals.score(test.baseline())))));
        return new CardTable("Test scores", rows);
    }

    /// Such as `0.9130 to 0.9855`; a dash where there is none.
    static String text(Optional<ScoreInterval> interval) {
        return interval.map(each -> "%s to %s".formatted(Numerals.score(each.low()), Numerals.score(each.high())))
                .orElse("–");
    }
}
