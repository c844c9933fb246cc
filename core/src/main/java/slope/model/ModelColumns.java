package slope.model;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
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
    private ModelColumns() {}

    static SequencedMap<String, ColumnKind> of(Model model) {
        SequencedMap<String, ColumnKind> kinds = new LinkedHashMap<>();
        for (Member member : model.members()) {
            member.encoding().columns().forEach(encoding -> note(encoding, kinds));
            if (member.target() instanceof TargetEncoding.Counts counts) {
                counts.exposure().ifPresent(exposure -> kinds.putIfAbsent(exposure.column(), ColumnKind.NUMBER));
            }
        }
        return kinds;
    }

    /// That a cell is missing says nothing of what it holds where it is not; the other encoding of the
    /// column does, wherever it stands.
    private static void note(ColumnEncoding encoding, SequencedMap<String, ColumnKind> kinds) {
        switch (encoding) {
            case NumberEncoding _ -> kinds.put(encoding.column(), ColumnKind.NUMBER);
            case BooleanEncoding _ -> kinds.put(encoding.column(), ColumnKind.BOOLEAN);
            case DateEncoding _ -> kinds.put(encoding.column(), ColumnKind.DATE);
            case CategoryEncoding _, CodeEncoding _ -> kinds.put(encoding.column(), ColumnKind.CATEGORY);
            case MissingEncoding _ -> kinds.putIfAbsent(encoding.column(), ColumnKind.NUMBER);
        }
    }
}
