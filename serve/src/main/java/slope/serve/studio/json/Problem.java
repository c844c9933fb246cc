package slope.serve.studio.json;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import slope.report.json.Report;
import slope.report.table.RemedyFacts;
import slope.table.DataException;

/// Why data or a request cannot be used.
///
/// @param error a sentence; it has the remedies too, unless each of them is a change of the request
/// @param place where in the data, if it is in one place
/// @param found there
/// @param wanted there
/// @param remedies what to do
public record Problem(
        String error,
        Optional<Place> place,
        Optional<String> found,
        Optional<String> wanted,
        List<RemedyFacts> remedies)
        implements Report {
    public Problem {
        remedies = List.copyOf(remedies);
    }

    /// The same with a file called by its name, not by where it is kept.
    public Problem calling(String kept, String name) {
        return new Problem(
                error.replace(kept, name), place.map(each -> each.calling(kept, name)), found, wanted, remedies);
    }

    /// A place in data.
    ///
    /// @param file as it was named
    /// @param line of a text file, from 1
    /// @param row of a file without lines, from 1
    /// @param column its name
    public record Place(Optional<String> file, Optional<Integer> line, Optional<Integer> row, Optional<String> column) {
        private Place calling(String kept, String name) {
            return new Place(file.map(each -> each.replace(kept, name)), line, row, column);
        }

        private static Place of(slope.table.Place place) {
            return new Place(place.file(), some(place.line()), some(place.row()), place.column());
        }

        private static Optional<Integer> some(OptionalInt number) {
            return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
        }
    }

    /// The problem that an exception tells.
    public static Problem of(DataException unusable) {
        List<RemedyFacts> remedies = unusable.remedies().stream()
                .map(RemedyFacts::of)
                .flatMap(List::stream)
                .toList();
        boolean areAllChanges = remedies.stream().allMatch(Problem::isChange);
        return new Problem(
                areAllChanges ? unusable.problem() : String.valueOf(unusable.getMessage()),
                unusable.place().map(Place::of),
                unusable.found(),
                unusable.wanted(),
                remedies);
    }

    private static boolean isChange(RemedyFacts remedy) {
        return remedy.reading().isPresent() || remedy.request().isPresent();
    }

    @Override
    public String report() {
        return "problem";
    }

    @Override
    public int version() {
        return 1;
    }
}
