package slope.spark;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What all workers have told; each of them finds the same in it.
///
/// @param all in the order of the workers' numbers
record Arrivals(List<Arrival> all, ClusterJob.Sample sample) {
    /// Why they cannot train.
    Optional<String> problem() {
        return all.stream()
                .map(Arrival::problem)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .or(this::changed);
    }

    /// The rows of the workers and of the sample are those that the driver has counted.
    private Optional<String> changed() {
        RowChecksum found = all.stream().map(Arrival::rows).reduce(RowChecksum.of(sample.rows()), RowChecksum::with);
        if (found.equals(sample.all())) {
            return Optional.empty();
        }
        String had = found.rows() == sample.all().rows()
                ? "other rows when they were read again than when they were counted"
                : String.format(
                        Locale.ROOT,
                        "%,d rows when they were counted and %,d when they were read again",
                        sample.all().rows(),
                        found.rows());
        return Optional.of(
                "the DataFrame had %s; write it to a file, or cache it, where its rows change from one reading"
                                .formatted(had)
                        + " to the next");
    }

    /// The epoch to go on from, 0 for the start.
    int epoch() {
        return all.getFirst().newestEpoch();
    }

    List<String> addresses() {
        return all.stream().map(Arrival::address).toList();
    }
}
