package slope.tables;

import slope.table.ColumnKind;

/// What is known of the cells of a column before they are read.
enum KnownMeaning {
    TO_BE_FOUND,
    /// What they are is to be found, and all are of one kind.
    OF_ONE_KIND,
    /// They are text, whatever they look like.
    TEXT,
    /// They are text, also where it stands for a missing value.
    COPIED,
    /// They come as text, and what they are is to be found.
    WRITTEN,
    /// One that is no number, in the column's notation if that is known, spoils the column.
    NUMBERS;

    /// What cells are taken for where values of a kind are wanted.
    static KnownMeaning wantedFor(ColumnKind kind) {
        return switch (kind) {
            case NUMBER -> NUMBERS;
            case CATEGORY -> TEXT;
            case BOOLEAN, DATE -> OF_ONE_KIND;
        };
    }
}
