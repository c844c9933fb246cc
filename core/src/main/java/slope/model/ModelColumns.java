package slope.model;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import slope.preprocess.BooleanEncoder;
import slope.preprocess.ColumnEncoder;
import slope.preprocess.DateEncoder;
import slope.preprocess.MissingIndicator;
import slope.preprocess.NumberEncoder;
import slope.preprocess.OneHotEncoder;
import slope.preprocess.OrdinalEncoder;
import slope.table.ColumnKind;

/// Finds out what columns the encodings of a model want.
final class ModelColumns {
    private final SequencedMap<String, ColumnKind> kinds = new LinkedHashMap<>();
    private final Set<String> onlyAskedWhetherMissing = new HashSet<>();

    private ModelColumns() {}

    /// @throws IllegalArgumentException if a column is to hold two kinds of values
    static SequencedMap<String, ColumnKind> of(List<FittedNetwork> members) {
        ModelColumns columns = new ModelColumns();
        for (FittedNetwork member : members) {
            member.encoding().columns().forEach(columns::note);
            member.target().exposure().ifPresent(exposure -> columns.note(exposure.column(), ColumnKind.NUMBER));
        }
        return columns.kinds;
    }

    /// That a cell is missing says nothing of what it holds where it is not; the other encoding of the
    /// column does, wherever it stands.
    private void note(ColumnEncoder encoding) {
        switch (encoding) {
            case NumberEncoder ignored -> note(encoding.column(), ColumnKind.NUMBER);
            case BooleanEncoder ignored -> note(encoding.column(), ColumnKind.BOOLEAN);
            case DateEncoder ignored -> note(encoding.column(), ColumnKind.DATE);
            case OneHotEncoder ignored -> note(encoding.column(), ColumnKind.CATEGORY);
            case OrdinalEncoder ignored -> note(encoding.column(), ColumnKind.CATEGORY);
            case MissingIndicator ignored -> {
                if (kinds.putIfAbsent(encoding.column(), ColumnKind.NUMBER) == null) {
                    onlyAskedWhetherMissing.add(encoding.column());
                }
            }
        }
    }

    private void note(String column, ColumnKind kind) {
        ColumnKind before = kinds.put(column, kind);
        if (before != null && before != kind && !onlyAskedWhetherMissing.contains(column)) {
            throw new IllegalArgumentException("column \"%s\" is to hold %s and %s; it can hold one of them"
                    .formatted(column, before.words(), kind.words()));
        }
        onlyAskedWhetherMissing.remove(column);
    }
}
