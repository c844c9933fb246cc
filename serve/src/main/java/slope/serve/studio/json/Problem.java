package slope.serve.studio.json;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import slope.report.json.Report;
import slope.report.table.RemedyFacts;
import slope.table.DataException;
import slope.table.Excerpt;

/// Why data or a request cannot be used.
///
/// @param error a sentence; it has the remedies too, unless each of them is a change of the request
/// @param place where in the data, if it is in one place
/// @param found there
/// @param wanted there
/// @param remedies what to do
/// @param badLines how many lines have another number of fields than the header, where that is wrong and they are
/// counted
public record Problem(
        String error,
        Optional<Place> place,
        Optional<String> found,
        Optional<String> wanted,
        List<RemedyFacts> remedies,
        Optional<Integer> badLines)
        implements Report {
    public Problem {
        remedies = List.copyOf(remedies);
    }

    /// The same with a file called by its name, not by where it is kept.
    public Problem calling(String kept, String name) {
        return new Problem(
                error.replace(kept, name),
                place.map(each -> each.calling(kept, name)),
                found,
                wanted,
                remedies,
                badLines);
    }

    /// A place in data.
    ///
    /// @param file as it was named
    /// @param line of a text file, from 1
    /// @param row of a file without lines, from 1
    /// @param column its name
    /// @param excerpt the line, in three parts
    public record Place(
            Optional<String> file,
            Optional<Integer> line,
            Optional<Integer> row,
            Optional<String> column,
            Optional<Excerpt> excerpt) {
        private Place calling(String kept, String name) {
            return new Place(file.map(each -> each.replace(kept, name)), line, row, column, excerpt);
        }

        private static Place of(slope.table.Place place) {
            return new Place(place.file(), some(place.line()), some(place.row()), place.column(), place.excerpt());
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
                remedies,
                Optional.empty());
    }

    /// The same with the number of bad lines.
    public Problem badLines(int count) {
        return new Problem(error, place, found, wanted, remedies, Optional.of(count));
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
