package slope.model;

import slope.internal.text.Numerals;

/// Rows of a table that the training had as well: copies, or equal by chance where few values are possible.
///
/// @param rows of the table
/// @param checked those that a [RowSketch] could recognise
/// @param known those of them that it did
public record TrainingOverlap(int rows, int checked, int known) {
    /// Whether so many are known that scores are those of training rows.
    public boolean isMost() {
        return 2 * known >= checked;
    }

    /// What to know about scores of these rows.
    public String sentence() {
        if (rows == 1) {
            return "This row is equal to a row of the training: its score says little about other rows";
        }
        String found = checked == rows
                ? "%s of %s rows".formatted(Numerals.count(known), Numerals.count(rows))
                : "%s of %s rows that can be checked, of %s,"
                        .formatted(Numerals.count(known), Numerals.count(checked), Numerals.count(rows));
        return "%s %s to rows of the training: scores of these say little about other rows"
                .formatted(found, known == 1 ? "is equal" : "are equal");
    }
}
