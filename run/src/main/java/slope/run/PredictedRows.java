package slope.run;

import java.util.List;
import java.util.stream.Stream;
import slope.model.UnseenValues;

/// What to know about predictions.
///
/// @param nonFinite those that are not finite
/// @param unseen columns most of whose values training never had
public record PredictedRows(NonFiniteRows nonFinite, List<UnseenValues> unseen) {
    public PredictedRows {
        unseen = List.copyOf(unseen);
    }

    /// A sentence about each.
    public List<String> warnings() {
        return Stream.concat(nonFinite.warning().stream(), unseen.stream().map(UnseenValues::sentence))
                .toList();
    }
}
