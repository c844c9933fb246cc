package slope.report.card;

import java.util.List;
import java.util.Optional;
import slope.model.FitRecord;
import slope.model.Model;
import slope.report.explanation.ImportanceFacts;
import slope.report.model.Sampling;

/// How good a model is, as its file says.
///
/// @param scores of each metric; none if the file has none
/// @param sampling how the intervals of validation scores were drawn; empty if the file has none
/// @param testRows the number of test rows that were held out
/// @param slices where it is weak; empty if the file does not know
/// @param calibration of its probabilities or quantiles; empty if it has none, or the file does not know
/// @param importance of its columns; empty if the file does not know
public record CardQuality(
        List<CardScore> scores,
        Optional<Sampling> sampling,
        Optional<Integer> testRows,
        Optional<CardSlices> slices,
        Optional<CardCalibration> calibration,
        Optional<ImportanceFacts> importance) {

    public CardQuality {
        scores = List.copyOf(scores);
    }

    static CardQuality of(Model model) {
        FitRecord record = model.record();
        return new CardQuality(
                CardScore.of(record),
                record.bounds().map(Sampling::of),
                record.test().map(FitRecord.Test::rows),
                record.slices().map(CardSlices::of),
                CardCalibration.of(model),
                record.importance()
                        .map(importance -> ImportanceFacts.of(ImportanceFacts.Source.OUT_OF_FOLD, importance)));
    }
}
