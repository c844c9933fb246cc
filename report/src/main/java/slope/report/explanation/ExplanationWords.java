package slope.report.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import slope.explain.Counterfactual;
import slope.explain.Twins;
import slope.internal.text.Numerals;
import slope.internal.text.Sentence;
import slope.report.explanation.AttributionFacts.Contribution;
import slope.report.explanation.AttributionFacts.ExplainedRow;
import slope.target.TargetKind;

/// Sentences that the text and the page of an explanation share.
final class ExplanationWords {
    /// Columns that the sentence about a row names.
    private static final int MOST_NAMED = 3;

    private static final int FEW_ROWS = 10;

    private static final String MISSING = "(missing)";

    private final ExplanationReport report;

    ExplanationWords(ExplanationReport report) {
        this.report = report;
    }

    private boolean predictsProbabilities() {
        return report.model().task().classes().isPresent()
                || report.model().task().kind() == TargetKind.MULTILABEL;
    }

    private String shown() {
        return report.model().output();
    }

    /// The explained output, such as `the probability of yes` or `price`.
    String output() {
        return predictsProbabilities() ? "the probability of " + shown() : shown();
    }

    /// The scale that contributions add up on, such as `the log-odds of yes`.
    String scale() {
        return switch (report.attributions().link()) {
            case IDENTITY -> output();
            case LOG_ODDS -> "the log-odds of " + shown();
            case LOGARITHM -> "the logarithm of " + shown();
        };
    }

    /// What to know before the rest is trusted, a sentence each.
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        report.model().rows().predicted().warnings().forEach(warning -> notes.add(warning + "."));
        int background = report.attributions().backgroundRows();
        if (background < FEW_ROWS) {
            notes.add("Columns that are left out are taken from %s, which is little to explain by: more rows tell more."
                    .formatted(rows(background, "row")));
        }
        if (report.columns().isPresent() && !report.attributions().areTold()) {
            notes.add("What moves predictions cannot be told by one row: more rows are needed.");
        }
        if (report.by().isPresent() && report.model().rows().trainedOn()) {
            notes.add(trainedOn() + ": these are training scores, which say little about other rows.");
        }
        if (report.columns().filter(columns -> columns.importance().isEmpty()).isPresent()) {
            notes.add(
                    "No row has a value for %s, so importance by permutation cannot be measured; the mean size of contributions is shown."
                            .formatted(String.join(", ", report.model().task().columns())));
        }
        report.columns()
                .flatMap(ExplanationReport.ColumnFacts::importance)
                .map(this::source)
                .filter(sentence -> !sentence.isEmpty())
                .ifPresent(notes::add);
        return notes;
    }

    private String trainedOn() {
        return "The model was trained on " + report.model().rows().predicted().asTrainedOn();
    }

    static String rows(int count, String what) {
        return Numerals.count(count) + " " + what + (count == 1 ? "" : "s");
    }

    private String source(ImportanceFacts importance) {
        return switch (importance.of()) {
            case THESE_ROWS -> "";
            case TRAINING_ROWS ->
                trainedOn()
                        + ": the importance here is that of rows it learned from, which is too large where it has"
                        + " learned them by heart.";
            case OUT_OF_FOLD ->
                (report.model().rows().trainedOn()
                                ? trainedOn()
                                : "No row has a value for "
                                        + String.join(
                                                ", ", report.model().task().columns()))
                        + ": the importance is that of the %s of the training, predicted by networks that did not learn from %s."
                                .formatted(
                                        rows(importance.rows(), "validation row"),
                                        importance.rows() == 1 ? "it" : "them");
        };
    }

    /// A sentence about columns that are near-copies of each other.
    static String twins(List<Twins> all) {
        return all.stream()
                        .map(twins -> "\"%s\" and \"%s\"".formatted(twins.first(), twins.second()))
                        .collect(Collectors.joining(", ", "Near-copies share their importance: ", ""))
                + ". Explained as one group they show all of it.";
    }

    /// What the table of rates is of.
    String rates(SubgroupFacts by) {
        return by.hasClasses()
                ? "How often %s occurs and is predicted: in all rows, in those that have it (TP rate), in the others (FP rate)."
                        .formatted(named())
                : "The means of %s.".formatted(shown());
    }

    private String named() {
        return (report.model().task().classes().isPresent() ? "class " : "label ") + shown();
    }

    /// What the table of calibration is of.
    String calibration() {
        return "The probability of %s. If calibrated: the error that calibrated probabilities have by chance, in as many rows."
                .formatted(named());
    }

    /// How contributions were computed.
    String method() {
        AttributionFacts facts = report.attributions();
        return "Contributions to %s add up from the mean of %s to each prediction%s."
                .formatted(
                        scale(),
                        rows(facts.backgroundRows(), "background row"),
                        facts.exact()
                                ? "; every order of the columns counts"
                                : "; ± is the standard error of the orders that were drawn");
    }

    /// What is predicted for a row and why, and what about it is unusual.
    String sentence(ExplainedRow row) {
        String of = predictsProbabilities() ? Sentence.visible(row.prediction()) + " is predicted; " : "";
        String predicted = "Row %s: %s%s is predicted as %s"
                .formatted(
                        Numerals.count(row.row()),
                        of,
                        scale(),
                        decimals(row).text(row.predictions().getOrDefault(shown(), Double.NaN)));
        String unusual = row.unusual().isEmpty()
                ? ""
                : " Outside the training range: %s."
                        .formatted(row.unusual().stream().map(Sentence::quote).collect(Collectors.joining(", ")));
        return predicted
                + (report.attributions().areTold()
                        ? because(row)
                        : ". Why cannot be told by one row: contributions are against other rows.")
                + unusual;
    }

    private String because(ExplainedRow row) {
        List<Map.Entry<String, Contribution>> strongest = strongest(row);
        Decimals decimals = decimals(row);
        String named = strongest.stream()
                .limit(MOST_NAMED)
                .map(each -> "%s %s it by %s"
                        .formatted(
                                cell(each.getKey(), each.getValue()),
                                contribution(each.getValue()) < 0 ? "lowers" : "raises",
                                decimals.text(Math.abs(contribution(each.getValue())))))
                .collect(Collectors.joining(", "));
        double others = strongest.stream()
                .skip(MOST_NAMED)
                .mapToDouble(each -> contribution(each.getValue()))
                .sum();
        return ", against %s on average: %s%s."
                .formatted(
                        decimals.text(report.attributions().base().getOrDefault(shown(), Double.NaN)),
                        named,
                        others(strongest.size() - MOST_NAMED, others, decimals));
    }

    private static String others(int columns, double sum, Decimals decimals) {
        String size = decimals.text(Math.abs(sum));
        return switch (Math.max(columns, 0)) {
            case 0 -> "";
            case 1 -> ", the other column %s it by %s".formatted(sum < 0 ? "lowers" : "raises", size);
            default ->
                ", the other %s columns together %s it by %s".formatted(columns, sum < 0 ? "lower" : "raise", size);
        };
    }

    /// The digits of a row's numbers.
    Decimals decimals(ExplainedRow row) {
        return Decimals.of(DoubleStream.of(
                row.predictions().getOrDefault(shown(), Double.NaN),
                report.attributions().base().getOrDefault(shown(), Double.NaN)));
    }

    /// The columns of a row, those that move its prediction most first.
    List<Map.Entry<String, Contribution>> strongest(ExplainedRow row) {
        return row.columns().entrySet().stream()
                .sorted(Comparator.comparingDouble(each -> -Math.abs(contribution(each.getValue()))))
                .toList();
    }

    /// To the explained output.
    double contribution(Contribution contribution) {
        return contribution.contributions().getOrDefault(shown(), Double.NaN);
    }

    /// Such as `age = 42`.
    static String cell(String column, Contribution contribution) {
        return column + " = " + Sentence.quote(contribution.value().orElse(MISSING));
    }

    /// A value in a table.
    static String value(Optional<String> value) {
        return Sentence.quote(value.orElse(MISSING));
    }

    /// What other values of the row would lead to.
    String counterfactuals(CounterfactualFacts facts) {
        return facts.found().isEmpty()
                ? "No other value of one column, or of two of the eight that come nearest by themselves, among those of these rows and within the training ranges, leads to %s."
                        .formatted(facts.wanted())
                : ("The smallest changes that lead to %s. A change costs the share of rows between both values,"
                      + " another category, or a missing value, costs 1. It is what the model would predict, not what"
                      + " a change would cause.")
                        .formatted(facts.wanted());
    }

    /// Such as `age: 42 → 58`.
    static String changes(List<Counterfactual.Change> changes) {
        return changes.stream()
                .map(change -> "%s: %s → %s"
                        .formatted(
                                change.column(),
                                change.from().isEmpty() ? MISSING : Sentence.quote(change.from()),
                                Sentence.quote(change.to())))
                .collect(Collectors.joining(", "));
    }

    /// The explained output in a heading, such as `Probability of yes` or `price`.
    String heading() {
        return predictsProbabilities() ? "Probability of " + shown() : shown();
    }
}
