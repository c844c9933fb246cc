package slope.internal.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds the name that was probably meant: of a column, a file, a class.
public final class NearestName {
    /// More names than this are no help to a reader.
    private static final int MOST_NAMES_LISTED = 20;

    private NearestName() {}

    /// The most similar name, if there is one: at most a third of its letters differ (or two, if it
    /// is short), and not all. Case is ignored; two swapped neighbours are one difference.
    public static Optional<String> among(Collection<String> names, String wanted) {
        return names.stream()
                .map(name -> new Candidate(name, distance(wanted, name)))
                .filter(candidate -> candidate.isLike(wanted))
                .min(Comparator.comparingInt(Candidate::distance))
                .map(Candidate::name);
    }

    /// The message about a missing column: the nearest name, or all names.
    ///
    /// @param asked all columns that were named; none of these is suggested
    public static String unknownColumn(String wanted, Collection<String> asked, List<String> names) {
        return "there is no column \"%s\"; %s".formatted(wanted, advice(wanted, asked, names));
    }

    /// The message about columns that a table lacks, with all of their names.
    ///
    /// @param where the name of the table
    /// @param missing at least one
    /// @param asked all columns that it should have
    public static String missingColumns(
            String where, List<String> missing, Collection<String> asked, List<String> names) {
        if (missing.size() == 1) {
            String name = missing.getFirst();
            return "%s has no column \"%s\"; %s".formatted(where, name, advice(name, asked, names));
        }
        return "%s has no columns %s; %s".formatted(where, listed(missing, "\""), theColumnsAre(names));
    }

    private static String advice(String wanted, Collection<String> asked, List<String> names) {
        List<String> others =
                names.stream().filter(name -> !asked.contains(name)).toList();
        return among(others, wanted).map(NearestName::didYouMean).orElseGet(() -> theColumnsAre(names));
    }

    private static String didYouMean(String name) {
        return "did you mean \"" + name + "\"?";
    }

    private static String theColumnsAre(List<String> names) {
        if (names.isEmpty()) {
            return "the table has no columns";
        }
        return "the columns are " + listed(names, "");
    }

    private static String listed(List<String> names, String quote) {
        String listed = names.stream()
                .limit(MOST_NAMES_LISTED)
                .map(name -> name.contains(",") ? '"' + name + '"' : quote + name + quote)
                .collect(Collectors.joining(", "));
        return names.size() <= MOST_NAMES_LISTED
                ? listed
                : String.format(Locale.ROOT, "%s and %,d more", listed, names.size() - MOST_NAMES_LISTED);
    }

    private record Candidate(String name, int distance) {

        boolean isLike(String wanted) {
            return distance <= Math.max(2, wanted.length() / 3) && distance < Math.max(wanted.length(), name.length());
        }
    }

    /// Levenshtein's distance, blind to case: the fewest letters to insert, drop or change, or
    /// neighbours to swap.
    private static int distance(String first, String second) {
        String left = first.toLowerCase(Locale.ROOT);
        String right = second.toLowerCase(Locale.ROOT);
        int[] beforePrevious = {};
        int[] previous = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            int[] current = new int[right.length() + 1];
            current[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                int change = left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1;
                int keepOrChange = previous[column - 1] + change;
                current[column] = Math.min(keepOrChange, 1 + Math.min(previous[column], current[column - 1]));
                if (row > 1
                        && column > 1
                        && left.charAt(row - 1) == right.charAt(column - 2)
                        && left.charAt(row - 2) == right.charAt(column - 1)) {
                    current[column] = Math.min(current[column], 1 + beforePrevious[column - 2]);
                }
            }
            beforePrevious = previous;
            previous = current;
        }
        return previous[right.length()];
    }
}
