package slope.model;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import slope.preprocess.ColumnEncoder;
import slope.table.ColumnKind;

/// The columns that a model reads, and what their cells have to hold.
final class ModelColumns {
    private final SequencedMap<String, ColumnKind> kinds = new LinkedHashMap<>();
    private final Set<String> ofAnyKind = new HashSet<>(); // it only matters whether they are missing

    /// @throws IllegalArgumentException if a column is to hold two kinds of values
    ModelColumns(List<FittedNetwork> members) {
        for (FittedNetwork member : members) {
            for (ColumnEncoder encoder : member.encoding().columns()) {
                note(encoder.column(), encoder.reads());
            }
            member.target().exposure().ifPresent(exposure -> note(exposure.column(), Optional.of(ColumnKind.NUMBER)));
        }
    }

    /// That a cell is missing says nothing of what it holds where it is not; the other encoder of the
    /// column does, wherever it stands.
    private void note(String column, Optional<ColumnKind> kind) {
        if (kind.isEmpty()) {
            if (kinds.putIfAbsent(column, ColumnKind.NUMBER) == null) {
                ofAnyKind.add(column);
            }
            return;
        }
        ColumnKind before = kinds.put(column, kind.get());
        if (before != null && before != kind.get() && !ofAnyKind.contains(column)) {
            throw new IllegalArgumentException("column \"%s\" is to hold %s and %s; it can hold one of them"
                    .formatted(column, before.words(), kind.get().words()));
        }
        ofAnyKind.remove(column);
    }

    /// Each column with what it has to hold: numbers, where any kind will do.
    SequencedMap<String, ColumnKind> kinds() {
        return Collections.unmodifiableSequencedMap(kinds);
    }
}
