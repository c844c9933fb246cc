package slope.model;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import slope.conformal.GroupQuantiles;
import slope.preprocess.ColumnEncoder;
import slope.table.ColumnKind;

/// The columns that a model reads, and their kinds.
final class ModelColumns {
    private final SequencedMap<String, ColumnKind> kinds = new LinkedHashMap<>();
    private final Set<String> ofAnyKind = new HashSet<>(); // it only matters whether they are missing

    /// @param groups whose column is read as well
    /// @throws IllegalArgumentException if one column needs two kinds of values
    ModelColumns(List<FittedNetwork> members, Optional<GroupQuantiles> groups) {
        for (FittedNetwork member : members) {
            for (ColumnEncoder encoder : member.encoding().columns()) {
                note(encoder.column(), encoder.reads());
            }
            member.target().exposure().ifPresent(exposure -> note(exposure.column(), Optional.of(ColumnKind.NUMBER)));
        }
        groups.ifPresent(by -> note(by.column(), Optional.of(ColumnKind.CATEGORY)));
    }

    /// A missing indicator does not fix the kind of a column; another encoder of the column does.
    private void note(String column, Optional<ColumnKind> kind) {
        if (kind.isEmpty()) {
            if (kinds.putIfAbsent(column, ColumnKind.NUMBER) == null) {
                ofAnyKind.add(column);
            }
            return;
        }
        ColumnKind before = kinds.put(column, kind.get());
        if (before != null && before != kind.get() && !ofAnyKind.contains(column)) {
            throw new IllegalArgumentException("column \"%s\" cannot hold both %s and %s"
                    .formatted(column, before.words(), kind.get().words()));
        }
        ofAnyKind.remove(column);
    }

    /// Each column with its kind: numbers, where any kind will do.
    SequencedMap<String, ColumnKind> kinds() {
        return Collections.unmodifiableSequencedMap(kinds);
    }
}
