package slope.report.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import slope.internal.text.Numerals;
import slope.preprocess.CodeEncoder;
import slope.recipe.SettingText;
import slope.report.model.ConformalText;
import slope.report.model.CoverageFacts;
import slope.report.model.NetworkFacts;
import slope.report.model.TargetText;
import slope.report.text.Durations;
import slope.report.text.TextTable;
import slope.report.training.TrainingColumns.ExactColumn;
import slope.report.training.TrainingColumns.PooledColumn;
import slope.report.training.TrainingColumns.StartInputs;
import slope.report.training.TrainingCourse.NetworkHealth;
import slope.report.training.TrainingCourse.NetworkTraining;
import slope.report.training.TrainingData.Split;
import slope.report.training.TrainingData.TestRows;
import slope.report.training.TrainingScores.TestedRows;
import slope.table.Remedy;
import slope.table.profile.InputColumns.LeftOut;
import slope.training.Ending;
import slope.training.Recovery;
import slope.training.diagnostics.LayerHealth;

/// The report of a training, for people.
final class TrainingText {
    /// Longer lists of names are cut; the JSON has all.
    private static final int MOST_NAMES = 12;

    private final TrainingReport report;
    private final Function<Remedy, String> words;

    TrainingText(TrainingReport report, Function<Remedy, String> words) {
        this.report = report;
        this.words = words;
    }

    String within(int width) {
        List<String> warnings = report.warnings();
        TextTable rows = new TextTable();
        warnings.forEach(warning -> rows.row("warning", warning));
        return "\n" + facts().within(width)
                + "\n"
                + scores().within(width)
                + (warnings.isEmpty() ? "" : "\n" + rows.within(width));
    }

    private TextTable facts() {
        TextTable facts = new TextTable();
        addRows(facts);
        addColumns(facts, report.data().columns());
        facts.row("task", TargetText.of(report.task()));
        report.data().target().note().ifPresent(note -> facts.row("", note.text(words)));
        report.data().target().raised().ifPresent(raised -> facts.row("", "check: " + raised.sentence()));
        facts.row("network", network());
        facts.row("training", training());
        facts.row("", epochs());
        if (report.settings().containsKey("refit")) {
            facts.row(
                    "", "refitted: one network of all rows predicts, where the mean of several folds is often better");
        }
        endings().forEach((text, ended) -> facts.row("", whose(ended) + text));
        report.training().networks().stream()
                .flatMap(network -> network.recoveries().stream())
                .map(Recovery::sentence)
                .forEach(text -> facts.row("", text));
        addHealth(facts, report.training().health());
        report.training().linear().text().ifPresent(text -> facts.row("linear part", text));
        report.training()
                .calibration()
                .ifPresent(found -> facts.row("calibration", found.text() + ", fitted to the validation rows"));
        addCoverage(facts);
        report.scores()
                .validation()
                .intervals()
                .forEach(interval -> facts.row(
                        report.areShifted() ? "" : "coverage",
                        (report.areShifted() ? "before the shift " : "")
                                + ScoreWarnings.coverage(interval, "validation")));
        report.scores().linearModel().ifPresent(text -> facts.row("linear model", text));
        report.scores().interval().ifPresent(text -> facts.row("interval", text));
        return facts;
    }

    private void addCoverage(TextTable facts) {
        List<String> made = report.task().coverage().map(ConformalText::lines).orElse(List.of());
        for (int index = 0; index < made.size(); index++) {
            facts.row(index == 0 ? "coverage" : "", made.get(index));
        }
        for (CoverageFacts coverage : report.scores().testCoverage()) {
            facts.row(
                    "",
                    "%s of the test rows are covered%s, chance explains %s and more"
                            .formatted(
                                    Numerals.fixed(coverage.all().share(), 3),
                                    report.scores().testCoverage().size() == 1
                                            ? ""
                                            : " by intervals or sets of " + coverage.column(),
                                    Numerals.fixed(coverage.leastByChance(), 3)));
        }
    }

    private void addRows(TextTable facts) {
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
                networks() == 1 ? "" : ", in the first of " + setting("folds") + " folds",
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
                ? "held out of %s (%s)".formatted(test.file(), how(report.data().split()))
                : test.file();
    }

    private static String how(Split split) {
        String column = split.by().orElse("");
        return switch (split.rule()) {
            case GROUPS -> "groups of \"" + column + "\" together";
            case LATEST -> "the latest by \"" + column + "\"";
            case STRATIFIED -> "stratified";
        };
    }

    private int networks() {
        return report.training().networks().size();
    }

    private void addColumns(TextTable facts, TrainingColumns columns) {
        facts.row(
                "columns",
                columns.used().size() + " used: "
                        + names(columns.used().stream().map(TrainingText::name).toList()));
        List<LeftOut> ignored = columns.ignored();
        facts.row(
                "",
                ignored.size() + " ignored"
                        + (ignored.isEmpty()
                                ? ""
                                : ": "
                                        + names(ignored.stream()
                                                .map(column -> name(column.name()) + " (" + column.reason() + ")")
                                                .toList())));
        columns.written()
                .forEach(column -> facts.row(
                        "",
                        "%s is read as %s written as \"%s\" (%s)"
                                .formatted(
                                        name(column.name()), column.kind().words(), column.example(), column.value())));
        columns.checks().reading().forEach(note -> facts.row("", "check: " + note));
        columns.start().ifPresent(start -> facts.row("start", start(start)));
        columns.checks()
                .warnings()
                .forEach(column -> facts.row("", "check: %s %s".formatted(name(column.name()), column.text(words))));
        columns.codes().categoriesPooled().forEach(pooled -> facts.row("", pooled(pooled)));
        columns.codes().exactValues().forEach(exact -> facts.row("", exact(exact)));
        List<String> codes = columns.checks().mayBeCodes();
        if (!codes.isEmpty()) {
            Remedy remedy = new Remedy.ReadAsCategory(codes.getFirst());
            facts.row("", "numbers that may be codes (%s): %s".formatted(words.apply(remedy), names(codes)));
        }
    }

    private static String start(StartInputs start) {
        return start.byName()
                ? "fine-tunes a trained network"
                : "fine-tunes a trained network; its inputs %s to %s are the used columns in this order"
                        .formatted(start.first(), start.last());
    }

    private static String pooled(PooledColumn pooled) {
        return String.format(
                Locale.ROOT,
                "%s: %,d of its %,d categories %s in fewer than %s training rows and count%s as one",
                pooled.column(),
                pooled.pooled(),
                pooled.pooled() + pooled.kept(),
                pooled.pooled() == 1 ? "is" : "are",
                CodeEncoder.MINIMUM_FREQUENCY,
                pooled.pooled() == 1 ? "s" : "");
    }

    private static String exact(ExactColumn exact) {
        return "%s: one value is in most rows, so %s values enter by a code of their own too"
                .formatted(name(exact.column()), exact.values());
    }

    private String network() {
        NetworkFacts network = report.network();
        return String.format(
                Locale.ROOT,
                "%s, %,d parameters%s",
                network.text(),
                network.parameters(),
                networks() == 1 ? "" : ", " + networks() + " times");
    }

    private String training() {
        String steps = report.settings().containsKey("batch")
                ? "learning rate %s, batches of %s".formatted(setting("learning-rate"), setting("batch"))
                : "all rows in each step";
        return "recipe %s: %s, %s, seed %s".formatted(setting("recipe"), setting("optimizer"), steps, setting("seed"));
    }

    private String setting(String name) {
        return SettingText.of(report.settings().getOrDefault(name, "none"));
    }

    private String epochs() {
        int epochs = report.training().epochs();
        return "%s %s in %s, the best by %s %s %s"
                .formatted(
                        Numerals.count(epochs),
                        epochs == 1 ? "epoch" : "epochs",
                        Durations.text(report.training().seconds()),
                        setting("metric"),
                        networks() == 1 ? "was" : "were",
                        report.training().networks().stream()
                                .map(TrainingText::kept)
                                .collect(Collectors.joining(", ")));
    }

    /// The numbers of the networks that ended in a way.
    private Map<String, List<Integer>> endings() {
        Map<String, List<Integer>> endings = new LinkedHashMap<>();
        for (int index = 0; index < networks(); index++) {
            int number = index + 1;
            report.training()
                    .networks()
                    .get(index)
                    .ending()
                    .flatMap(this::ending)
                    .ifPresent(text -> endings.computeIfAbsent(text, ignored -> new ArrayList<>())
                            .add(number));
        }
        return endings;
    }

    private String whose(List<Integer> ended) {
        return ended.size() == networks()
                ? ""
                : (ended.size() == 1 ? "network " : "networks ")
                        + ended.stream().map(Object::toString).collect(Collectors.joining(", "))
                        + " ";
    }

    /// Why a network's training ended, if it had not simply all its epochs.
    private Optional<String> ending(Ending ending) {
        return switch (ending) {
            case CONVERGED -> Optional.of("converged: the gradient or the last decrease is within the tolerance");
            case NO_LOWER_POINT -> Optional.of("ended where the line search found nothing lower");
            case PATIENCE -> Optional.of("ended early: no epoch was better for as long as patience lasts");
            case REST -> Optional.of("ended at rest: another cycle of the learning rate was not worth its time");
            case TIME -> Optional.of("ended by the time limit");
            case LISTENER -> Optional.of("ended early, as it was told");
            case EPOCHS ->
                report.settings().containsKey("learning-rate")
                        ? Optional.empty()
                        : Optional.of("not converged: ended by the limit of %s epochs".formatted(setting("epochs")));
        };
    }

    private static String kept(NetworkTraining network) {
        String others =
                network.snapshots().stream().skip(1).map(String::valueOf).collect(Collectors.joining(" and "));
        return others.isEmpty()
                ? Integer.toString(network.bestEpoch())
                : network.bestEpoch() + " together with " + others;
    }

    /// A line of counts, and one for each problem.
    private static void addHealth(TextTable facts, List<NetworkHealth> networks) {
        NetworkHealth first = networks.getFirst();
        facts.row(
                "health",
                String.format(
                        Locale.ROOT,
                        "%s of %s units dead, %s saturated%s; gradients %s in the first layer, %s in the last",
                        first.layers().stream().mapToInt(LayerHealth::dead).sum(),
                        first.layers().stream().mapToInt(LayerHealth::units).sum(),
                        first.layers().stream().mapToInt(LayerHealth::saturated).sum(),
                        networks.size() == 1 ? "" : " in the first of " + networks.size() + " networks",
                        Numerals.significant(first.firstGradient(), 2),
                        Numerals.significant(first.lastGradient(), 2)));
        networks.stream()
                .flatMap(health -> health.remarks().stream())
                .distinct()
                .forEach(remark -> facts.row("", remark));
    }

    private TextTable scores() {
        TrainingScores scores = report.scores();
        TextTable table = new TextTable();
        table.row(
                scores.test().isPresent()
                        ? List.of("", "training", "validation", "baseline", "test", "baseline", "")
                        : List.of("", "training", "validation", "baseline", ""));
        scores.better().forEach((metric, better) -> {
            List<String> row = new ArrayList<>();
            row.add(metric);
            row.add(score(scores.training().metrics(), metric));
            addWithBaseline(row, scores.validation(), metric);
            scores.test().ifPresent(test -> addWithBaseline(row, test, metric));
            row.add(better.words());
            table.row(row);
        });
        return table;
    }

    private static void addWithBaseline(List<String> row, TestedRows scores, String metric) {
        row.add(score(scores.metrics(), metric));
        row.add(score(scores.baseline(), metric));
    }

    private static String score(Map<String, Double> scores, String metric) {
        return Numerals.score(scores.getOrDefault(metric, Double.NaN));
    }

    private static String names(List<String> names) {
        String listed = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return names.size() <= MOST_NAMES ? listed : listed + " and " + (names.size() - MOST_NAMES) + " more";
    }

    /// As it stands in a list.
    private static String name(String name) {
        return name.contains(",") ? '"' + name + '"' : name;
    }
}
