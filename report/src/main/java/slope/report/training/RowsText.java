package slope.report.training;

import java.util.Locale;
import java.util.Optional;
import slope.recipe.SettingText;
import slope.report.text.TextTable;
import slope.report.training.TrainingData.Rule;
import slope.report.training.TrainingData.Split;
import slope.report.training.TrainingData.TestRows;

/// The rows of a training, for people.
final class RowsText {
    private final TrainingReport report;

    RowsText(TrainingReport report) {
        this.report = report;
    }

    /// A line for each thing to know about them.
    void addTo(TextTable facts) {
        Split split = report.data().split();
        facts.row("rows", rows());
        if (networks() > 1) {
            facts.row(
                    "",
                    String.format(
                            Locale.ROOT,
                            "%,d in %s folds: each is scored by the network that was not trained on it",
                            report.scores().validation().rows(),
                            networks()));
        }
        int scored = report.scores().training().rows();
        if (scored < split.training()) {
            facts.row(
                    "",
                    String.format(Locale.ROOT, "training scores are of %,d rows, because of the time limit", scored));
        }
        facts.row(
                "",
                "validation scores are optimistic: these rows chose the best epoch"
                        + (choseThreshold() ? " and the threshold" : ""));
        split.test().ifPresent(test -> {
            facts.row(
                    "",
                    String.format(
                            Locale.ROOT,
                            "%,d test rows: %s%s",
                            test.rows(),
                            source(test),
                            test.leftOut() == 0
                                    ? ""
                                    : String.format(Locale.ROOT, ", %,d without a target left out", test.leftOut())));
            test.unseen().forEach(each -> facts.row("", "check: " + each.sentence()));
            test.raised().ifPresent(each -> facts.row("", "check: " + each.sentence()));
        });
        split.repeats().text(split).ifPresent(text -> facts.row("", text));
        split.repeats().nearlyEqual().map(NearlyEqualRows::text).ifPresent(text -> facts.row("", text));
        report.data().leftOut().unusedMissing().forEach(text -> facts.row("", "check: " + text.sentence()));
        report.data()
                .leftOut()
                .lostClasses()
                .forEach(lost -> facts.row("", "check: all rows of \"" + lost + "\" have weight 0"));
    }

    private String rows() {
        TrainingData data = report.data();
        String leftOut = data.leftOut().text();
        return String.format(
                Locale.ROOT,
                "%,d in %s: %,d training, %,d validation (%s%s)%s",
                data.rows(),
                data.file(),
                data.split().training(),
                data.split().validation(),
                how(data.split()),
                networks() == 1
                        ? ""
                        : ", in the first of "
                                + SettingText.of(report.settings().getOrDefault("folds", "none")) + " folds",
                leftOut.isEmpty() ? "" : ", " + leftOut);
    }

    /// Whether the threshold was chosen, and not named as a number.
    private boolean choseThreshold() {
        return Optional.ofNullable(report.settings().get("threshold"))
                .filter(chosen -> Character.isLetter(chosen.toString().charAt(0)))
                .isPresent();
    }

    /// The source of test rows: a file of their own, or held out.
    private String source(TestRows test) {
        return test.share().isPresent()
                ? "held out of %s (%s)"
                        .formatted(test.file(), howTest(report.data().split()))
                : test.file();
    }

    private static String how(Split split) {
        String column = split.by().orElse("");
        return switch (split.rule()) {
            case GROUPS -> "groups of \"" + column + "\" together";
            case LATEST -> "the latest by \"" + column + "\"";
            case COLUMN -> "\"" + column + "\" is true";
            case STRATIFIED -> "stratified";
        };
    }

    /// By the rule of validation rows, unless a column names those.
    private static String howTest(Split split) {
        return split.rule() == Rule.COLUMN ? "stratified" : how(split);
    }

    private int networks() {
        return report.training().networks().size();
    }
}
