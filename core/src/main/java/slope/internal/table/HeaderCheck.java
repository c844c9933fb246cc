package slope.internal.table;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Finds names of columns that look like the cells of a first row: then the file may have no header, and the row is
/// lost.
public final class HeaderCheck {
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private HeaderCheck() {}

    /// The first name that is a number, if at least half of the names are; not if they count the columns.
    public static Optional<String> nameLikeCell(List<String> names) {
        List<String> numbers =
                names.stream().filter(name -> NUMBER.matcher(name).matches()).toList();
        return 2 * numbers.size() >= names.size() && !areCounting(numbers)
                ? numbers.stream().findFirst()
                : Optional.empty();
    }

    private static boolean areCounting(List<String> numbers) {
        return IntStream.range(1, numbers.size())
                .allMatch(index ->
                        Double.parseDouble(numbers.get(index)) == Double.parseDouble(numbers.get(index - 1)) + 1);
    }
}
