package slope.report.card;

import java.util.List;
import slope.evaluation.ScoreInterval;
import slope.model.Condition;
import slope.model.Slice;
import slope.model.Slices;

/// The slices of validation rows with the largest losses.
///
/// @param metric the loss
/// @param loss the mean loss of all scored rows
/// @param rows that were scored, other rows than those on which the slices were found
/// @param searchedRows on which they were found
/// @param worst the slices, the largest loss first
public record CardSlices(String metric, double loss, int rows, int searchedRows, List<CardSlice> worst) {
    public CardSlices {
        worst = List.copyOf(worst);
    }

    /// A slice.
    ///
    /// @param conditions all of which its rows meet, such as `age ≥ 50`
    /// @param rows that were scored
    /// @param loss their mean loss
    /// @param interval with 95 % confidence, the mean loss of all such rows is in it
    /// @param clear whether the interval is above the mean loss of all rows
    public record CardSlice(List<String> conditions, int rows, double loss, ScoreInterval interval, boolean clear) {
        public CardSlice {
            conditions = List.copyOf(conditions);
        }
    }

    static CardSlices of(Slices slices) {
        List<Slice> clear = slices.clear();
        return new CardSlices(
                slices.metric(),
                slices.loss(),
                slices.rows(),
                slices.searchedRows(),
                slices.worst().stream()
                        .map(slice -> new CardSlice(
                                slice.conditions().stream().map(Condition::text).toList(),
                                slice.rows(),
                                slice.loss(),
                                new ScoreInterval(slice.lower(), slice.upper()),
                                clear.contains(slice)))
                        .toList());
    }
}
