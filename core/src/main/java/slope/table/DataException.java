package slope.table;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import slope.internal.text.Sentence;

/// Data that is not usable as asked. The message is one sentence for the person who provided the
/// data: where, what was found, what was wanted, what to do. It may quote the data: see [Sentence].
///
/// Programs find the parts as values: [#place], [#found], [#wanted] and [#remedies].
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String problem;
    private final Remedy[] remedies;
    private final @Nullable Place place;
    private final @Nullable String found;
    private final @Nullable String wanted;

    /// @param problem where, what was found and what was wanted
    /// @param remedies what to do; each of them is enough
    public DataException(String problem, Remedy... remedies) {
        this(problem, null, null, null, remedies);
    }

    /// @param cause for developers; the message is complete without it
    public DataException(String problem, Throwable cause) {
        this(problem);
        initCause(cause);
    }

    private DataException(
            String problem, @Nullable Place place, @Nullable String found, @Nullable String wanted, Remedy[] remedies) {
        super(sentence(problem, remedies, Remedy::text));
        this.problem = problem;
        this.place = place;
        this.found = found;
        this.wanted = wanted;
        this.remedies = remedies.clone();
    }

    /// A cell or column that is not what it has to be.
    ///
    /// @param found to stand behind "has", such as `"n/a"`
    /// @param wanted a clause, such as `a number was expected`
    public static DataException at(Place place, String found, String wanted, Remedy... remedies) {
        String file = place.inFile();
        String cell =
                place.column().map(column -> "column \"" + column + "\" has ").orElse("")
                        + found
                        + (file.isEmpty() && !place.inRow().isEmpty() ? " in " + place.inRow() : "");
        String problem = (file.isEmpty() ? "" : file + ": ") + cell + "; " + wanted;
        return new DataException(problem, place, found, wanted, remedies);
    }

    /// The same with its place as a value, which the message has in words.
    public DataException in(Place place) {
        return new DataException(problem, place, found, wanted, remedies);
    }

    /// The place, as far as it is known; the message contains it in any case.
    public Optional<Place> place() {
        return Optional.ofNullable(place);
    }

    /// What was found.
    public Optional<String> found() {
        return Optional.ofNullable(found);
    }

    /// What was wanted.
    public Optional<String> wanted() {
        return Optional.ofNullable(wanted);
    }

    /// Possible remedies; empty where the sentence is complete.
    public List<Remedy> remedies() {
        return List.of(remedies);
    }

    /// The first part of the message, without the remedies.
    public String problem() {
        return Sentence.of(problem);
    }

    /// The message with remedies in other words, such as those of a command line.
    public String message(Function<Remedy, String> words) {
        return sentence(problem, remedies, words);
    }

    private static String sentence(String problem, Remedy[] remedies, Function<Remedy, String> words) {
        return Sentence.of(
                remedies.length == 0
                        ? problem
                        : Stream.of(remedies).map(words).collect(Collectors.joining(", or ", problem + " (", ")")));
    }
}
