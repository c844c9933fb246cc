package slope.run;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import slope.model.RaisedExposures;
import slope.model.TrainingOverlap;
import slope.model.UnseenValues;

/// What to know about predictions.
///
/// @param nonFinite those that are not finite
/// @param unseen columns most of whose values training never had
/// @param raised exposures that count as larger ones, where there are any
/// @param overlap rows that the training had as well, if any were found in rows with known targets
public record PredictedRows(
        NonFiniteRows nonFinite,
        List<UnseenValues> unseen,
        Optional<RaisedExposures> raised,
        Optional<TrainingOverlap> overlap) {
    public PredictedRows {
        unseen = List.copyOf(unseen);
    }

    /// What a model was trained on that learned from these rows.
    public String asTrainedOn() {
        return overlap.isPresent() ? "most of these rows" : "this table";
    }

    /// A sentence about each.
    public List<String> warnings() {
        return Stream.of(
                        nonFinite.warning().stream(),
                        unseen.stream().map(UnseenValues::sentence),
                        raised.map(RaisedExposures::sentence).stream(),
                        overlap.map(TrainingOverlap::sentence).stream())
                .flatMap(Function.identity())
                .toList();
    }
}
