package slope.report.drift;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import slope.internal.text.Numerals;
import slope.table.profile.ColumnDrift;
import slope.table.profile.ColumnDrift.Levels;
import slope.table.profile.TableDrift;

/// The sentences and the tables of a drift report, which the terminal and the page share.
final class DriftWords {
    private static final int MOST_LEVELS = 5;

    static final String DISTANCE =
            "The distance is the largest difference of shares of rows: of numbers and dates those below a value"
                    + " (Kolmogorov and Smirnov), of categories those with any set of them (total variation). 0 is the"
                    + " same distribution, 1 nothing in common. Intervals are by a bootstrap of the rows, taken as"
                    + " independent, and begin at 0 where chance may explain the distance; of twenty columns that have"
                    + " not changed, one seems to have.";

    static final String MIDDLE =
            "Before and after: the median of numbers and dates, the most frequent category. Missing: the share of rows"
                    + " without a value, before and after.";

    private final TableDrift drift;
    private final List<String> names;

    DriftWords(DriftReport report) {
        this.drift = report.drift();
        String before = fileName(report.before().file());
        String after = fileName(report.after().file());
        this.names = before.equals(after) ? List.of("before", "after") : List.of(before, after);
    }

    private static String fileName(String file) {
        return String.valueOf(Path.of(file).getFileName());
    }

    /// Names for both tables in headings.
    List<String> names() {
        return names;
    }

    static String rows(DriftReport.ComparedTable table) {
        return "%s, %s %s".formatted(table.file(), Numerals.count(table.rows()), table.rows() == 1 ? "row" : "rows");
    }

    /// What changed besides distributions, a sentence each.
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!drift.vanished().isEmpty()) {
            notes.add("Only in %s: %s.".formatted(names.getFirst(), String.join(", ", drift.vanished())));
        }
        if (!drift.added().isEmpty()) {
            notes.add("Only in %s: %s.".formatted(names.getLast(), String.join(", ", drift.added())));
        }
        drift.otherKinds()
                .forEach(each -> notes.add("\"%s\" holds %s in %s and %s in %s."
                        .formatted(
                                each.column(),
                                each.before().words(),
                                names.getFirst(),
                                each.after().words(),
                                names.getLast())));
        for (ColumnDrift column : drift.columns()) {
            addLevels(column, column.after().own(), names.getLast(), notes);
            addLevels(column, column.before().own(), names.getFirst(), notes);
            if (column.after().beyond() > 0) {
                notes.add("\"%s\": %s %% of the values of %s are outside the range of %s."
                        .formatted(
                                column.column(),
                                Numerals.significant(100 * column.after().beyond(), 2),
                                names.getLast(),
                                names.getFirst()));
            }
        }
        return notes;
    }

    private static void addLevels(ColumnDrift column, Levels levels, String table, List<String> notes) {
        if (levels.count() > 0) {
            String named = levels.first().stream()
                    .limit(MOST_LEVELS)
                    .map(level -> "%s (%s)".formatted(level.level(), Numerals.count(level.rows())))
                    .collect(Collectors.joining(", "));
            int others = levels.count() - Math.min(MOST_LEVELS, levels.first().size());
            notes.add("\"%s\": only %s has %s%s; %s %% of its values."
                    .formatted(
                            column.column(),
                            table,
                            named,
                            others == 0 ? "" : " and %s more categories".formatted(Numerals.count(others)),
                            Numerals.significant(100 * levels.share(), 2)));
        }
    }

    /// A row for each column; the first row is the heading.
    List<List<String>> columns() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("column", "distance", "95 % interval", "before", "after", "missing"));
        for (ColumnDrift column : drift.columns()) {
            rows.add(List.of(
                    column.column(),
                    Double.isNaN(column.distance().value())
                            ? "–"
                            : Numerals.fixed(column.distance().value(), 3),
                    Double.isNaN(column.distance().low())
                            ? "–"
                            : Numerals.fixed(column.distance().low(), 3) + " to "
                                    + Numerals.fixed(column.distance().high(), 3),
                    column.before().middle(),
                    column.after().middle(),
                    share(column.before().missing()) + " → "
                            + share(column.after().missing())));
        }
        return rows;
    }

    private static String share(double share) {
        return share == 0 ? "0 %" : Numerals.significant(100 * share, 2) + " %";
    }
}
