package slope.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// A level of a column of categories: a value, which may be spelled in several ways.
///
/// @param name its most frequent spelling
/// @param otherSpellings those that the column has, and the usual ones, see [Spelling]; no other
///     text is this level
public record Level(String name, List<String> otherSpellings) {
    public Level {
        otherSpellings = List.copyOf(otherSpellings);
    }

    /// Levels that are spelled as they are named, and in no other way.
    public static List<Level> named(String... names) {
        return Arrays.stream(names).map(name -> new Level(name, List.of())).toList();
    }

    /// The levels of the column's rows, in the order of their names.
    public static List<Level> of(CategoryColumn column) {
        return frequent(column, 1, Integer.MAX_VALUE);
    }

    /// Those that occur in enough rows.
    ///
    /// @param most how many at most: the most frequent ones
    public static List<Level> frequent(CategoryColumn column, int fewestRows, int most) {
        Map<String, List<Integer>> codes = new LinkedHashMap<>();
        for (int code = 0; code < column.categories().size(); code++) {
            codes.computeIfAbsent(column.spelling().plain(column.categories().get(code)), first -> new ArrayList<>())
                    .add(code);
        }
        int[] rows = rows(column);
        // Stable sorts: of equally frequent levels and spellings, the first in the alphabet is kept.
        return codes.values().stream()
                .map(same -> new Counted(
                        same, same.stream().mapToInt(code -> rows[code]).sum()))
                .filter(level -> level.rows >= fewestRows)
                .sorted(Comparator.comparingInt(Counted::rows).reversed())
                .limit(most)
                .map(level -> level.of(column, rows))
                .sorted(Comparator.comparing(Level::name))
                .toList();
    }

    /// The column, with the plainest spelling of each value in place of the others.
    public static CategoryColumn merged(CategoryColumn column) {
        List<String> plain =
                column.categories().stream().map(column.spelling()::plain).toList();
        CategoryColumn.Builder merged = new CategoryColumn.Builder(column.name(), column.rows());
        for (int row = 0; row < column.rows(); row++) {
            if (column.isMissing(row)) {
                merged.addMissing();
            } else {
                merged.add(plain.get(column.code(row)));
            }
        }
        return merged.build();
    }

    /// All texts that are this level, its name first.
    public Stream<String> spellings() {
        return Stream.concat(Stream.of(name), otherSpellings.stream());
    }

    private static int[] rows(CategoryColumn column) {
        int[] rows = new int[column.categories().size()];
        for (int row = 0; row < column.rows(); row++) {
            if (!column.isMissing(row)) {
                rows[column.code(row)]++;
            }
        }
        return rows;
    }

    private record Counted(List<Integer> codes, int rows) {
        Level of(CategoryColumn column, int[] rows) {
            List<String> found = codes.stream()
                    .sorted(Comparator.comparingInt((Integer code) -> rows[code])
                            .reversed())
                    .map(column.categories()::get)
                    .toList();
            Set<String> spellings = new LinkedHashSet<>(found);
            found.forEach(spelling -> spellings.addAll(column.spelling().usual(spelling)));
            return new Level(
                    found.getFirst(), spellings.stream().skip(1).sorted().toList());
        }
    }
}
