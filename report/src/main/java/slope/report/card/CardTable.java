package slope.report.card;

import java.util.List;

/// A table of a card.
///
/// @param name what it is, for screen readers
/// @param rows of cells, the first row names the columns
record CardTable(String name, List<List<String>> rows) {
    CardTable {
        rows = List.copyOf(rows);
    }
}
