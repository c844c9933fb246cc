package slope.report.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import slope.internal.text.Numerals;
import slope.report.model.ConformalFacts.ColumnQuantile;
import slope.report.model.ConformalFacts.Shift;

/// How a model makes intervals or sets, for people.
public final class ConformalText {
    /// Longer lists of groups are cut; the JSON has all.
    private static final int MOST_GROUPS = 8;

    private ConformalText() {}

    /// Lines about intervals or sets, the most important first.
    ///
    public static List<String> lines(ConformalFacts facts) {
        List<String> lines = new ArrayList<>();
        facts.columns().forEach(column -> lines.add(name(facts, column) + made(facts, column)));
        lines.add(rows(facts));
        facts.groups()
                .ifPresent(by -> lines.add("by \"%s\": %s; all other values share the quantile of all rows"
                        .formatted(
                                by.column(),
                                by.groups().isEmpty()
                                        ? "no value has enough rows for a quantile of its own"
                                        : groups(by.groups()))));
        if (!facts.shifts().isEmpty()) {
            lines.add("quantiles are shifted: "
                    + facts.shifts().stream().map(ConformalText::shift).collect(Collectors.joining(", ")));
        }
        return lines;
    }

    private static String share(ConformalFacts facts) {
        return Numerals.exact(facts.asked());
    }

    private static String name(ConformalFacts facts, ColumnQuantile column) {
        return facts.columns().size() == 1 ? "" : column.column() + ": ";
    }

    private static String made(ConformalFacts facts, ColumnQuantile column) {
        return Double.isFinite(column.quantile())
                ? "%s, for %s of the rows".formatted(made(column), share(facts))
                : "every value, because %s rows are too few for a coverage of %s"
                        .formatted(Numerals.count(column.rows()), share(facts));
    }

    /// Warnings before a model is trusted; empty if there is nothing.
    public static List<String> warnings(ConformalFacts facts) {
        return facts.columns().stream()
                .filter(column -> !Double.isFinite(column.quantile()))
                .map(column -> "intervals or sets of %s hold %s".formatted(column.column(), made(facts, column)))
                .toList();
    }

    private static String made(ColumnQuantile column) {
        String quantile = Numerals.significant(column.quantile(), 4);
        return switch (column.score()) {
            case "absolute residual" -> "the prediction ± " + quantile;
            case "normalized residual" ->
                "the prediction ± %s times the usual error of predictions like it".formatted(quantile);
            case "least ambiguous set" ->
                "the classes with a probability of at least "
                        + Numerals.significant(Math.max(0, 1 - column.quantile()), 4);
            case "adaptive set" -> "the likeliest classes up to a probability of %s in all".formatted(quantile);
            case "distance from the outer quantiles" ->
                "the outermost quantiles, each moved %s by %s"
                        .formatted(
                                column.quantile() < 0 ? "inwards" : "outwards",
                                Numerals.significant(Math.abs(column.quantile()), 4));
            default -> "values with an %s of at most %s".formatted(column.score(), quantile);
        };
    }

    private static String rows(ConformalFacts facts) {
        ColumnQuantile first = facts.columns().getFirst();
        String rows = Numerals.count(first.rows());
        return switch (facts.rows()) {
            case AT_RANDOM ->
                "made of %s rows set aside, the %s of their scores: guaranteed for rows like them"
                        .formatted(rows, ordinal(first.rank()));
            case GROUPS ->
                "made of %s rows of groups set aside: rows of one group are alike, so the share varies more"
                        .formatted(rows);
            case LATEST -> "made of the latest %s rows: nothing is guaranteed for later ones".formatted(rows);
        };
    }

    private static String ordinal(int number) {
        String ending = number / 10 % 10 == 1
                ? "th"
                : switch (number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
        return Numerals.count(number) + ending + " smallest";
    }

    private static String groups(List<ConformalFacts.GroupQuantile> groups) {
        String listed = groups.stream()
                .limit(MOST_GROUPS)
                .map(group -> "%s (%s rows)".formatted(group.name(), Numerals.count(group.rows())))
                .collect(Collectors.joining(", "));
        return groups.size() <= MOST_GROUPS ? listed : listed + " and " + (groups.size() - MOST_GROUPS) + " more";
    }

    private static String shift(Shift shift) {
        String level = Numerals.exact(shift.level());
        return Double.isFinite(shift.by())
                ? level + " by " + Numerals.significant(shift.by(), 4)
                : level + " not, for which the rows are too few";
    }
}
