package slope.slice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import slope.internal.random.SplitRandom;
import slope.split.Stratification;
import slope.table.Column;

/// The groups of rows that belong together, such as those of a customer; a row without one is a group by itself.
final class RowGroups {
    private final int[] groups; // the number of each row's group, below the number of rows

    private RowGroups(int[] groups) {
        this.groups = groups;
    }

    /// @param column that names each row's group, if there is one
    static RowGroups of(int rows, Optional<Column> column) {
        int[] every = IntStream.range(0, rows).toArray();
        int[] groups = every.clone();
        if (column.isPresent()) {
            int number = 0;
            for (int[] group : Stratification.groups(every, column.get())) {
                for (int row : group) {
                    groups[row] = number;
                }
                number++;
            }
        }
        return new RowGroups(groups);
    }

    /// Whether each row is in a half that is drawn, with its whole group.
    boolean[] half(SplitRandom random) {
        int[] sizes = new int[groups.length];
        Arrays.stream(groups).forEach(group -> sizes[group]++);
        int[] order = Arrays.stream(groups).distinct().toArray();
        random.shuffle(order);
        boolean[] isGroupInside = new boolean[groups.length];
        int inside = 0;
        for (int group : order) {
            isGroupInside[group] = inside + sizes[group] / 2 < groups.length / 2;
            inside += isGroupInside[group] ? sizes[group] : 0;
        }
        boolean[] isInside = new boolean[groups.length];
        for (int row = 0; row < groups.length; row++) {
            isInside[row] = isGroupInside[groups[row]];
        }
        return isInside;
    }

    /// Some rows by their groups.
    Collection<int[]> among(int[] rows) {
        Map<Integer, List<Integer>> members = new TreeMap<>();
        for (int row : rows) {
            members.computeIfAbsent(groups[row], ignored -> new ArrayList<>()).add(row);
        }
        return members.values().stream()
                .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }
}
