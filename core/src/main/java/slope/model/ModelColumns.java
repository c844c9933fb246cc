package slope.model;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import slope.data.BooleanEncoding;
import slope.data.CategoryEncoding;
import slope.data.CodeEncoding;
import slope.data.ColumnEncoding;
import slope.data.ColumnKind;
import slope.data.DateEncoding;
import slope.data.MissingEncoding;
import slope.data.NumberEncoding;
import slope.data.TargetEncoding;

/// Finds out what columns the encodings of a model want.
final class ModelColumns {
    private final SequencedMap<String, ColumnKind> kinds = new LinkedHashMap<>();
    private final Set<String> onlyAskedWhetherMissing = new HashSet<>();

    private ModelColumns() {}

    /// @throws IllegalArgumentException if a column is to hold two kinds of values
    static SequencedMap<String, ColumnKind> of(List<Member> members) {
        ModelColumns columns = new ModelColumns();
        for (Member member : members) {
            member.encoding().columns().forEach(columns::note);
            if (member.target() instanceof TargetEncoding.Counts counts) {
                counts.exposure().ifPresent(exposure -> columns.note(exposure.column(), ColumnKind.NUMBER));
            }
        }
        return columns.kinds;
    }

    /// That a cell is missing says nothing of what it holds where it is not; the other encoding of the
    /// column does, wherever it stands.
    private void note(ColumnEncoding encoding) {
        switch (encoding) {
            case NumberEncoding _ -> note(encoding.column(), ColumnKind.NUMBER);
            case BooleanEncoding _ -> note(encoding.column(), ColumnKind.BOOLEAN);
            case DateEncoding _ -> note(encoding.column(), ColumnKind.DATE);
            case CategoryEncoding _, CodeEncoding _ -> note(encoding.column(), ColumnKind.CATEGORY);
            case MissingEncoding _ -> {
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
