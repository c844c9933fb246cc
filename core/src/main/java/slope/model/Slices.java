package slope.model;

import java.util.List;

/// The slices of the validation rows on which a model has the largest losses: they were found on one part
/// of the rows and are scored on another, so that their losses are not chosen to be large.
///
/// @param metric the name of the loss; of several numbers, each in its standard deviations
/// @param loss the mean loss of all scored rows
/// @param rows that were scored
/// @param searchedRows that the slices were found on
/// @param worst the slices with the largest losses, the largest first; none if no slice has a larger one
public record Slices(String metric, double loss, int rows, int searchedRows, List<Slice> worst) {
    public Slices {
        worst = List.copyOf(worst);
    }

    /// The slices whose loss is larger than that of all rows by more than chance: its interval is above it.
    public List<Slice> clear() {
        return worst.stream().filter(slice -> slice.lower() > loss).toList();
    }
}
