package slope.report.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import slope.internal.text.Numerals;
import slope.recipe.SettingText;
import slope.report.model.NetworkFacts;
import slope.report.text.Durations;
import slope.report.text.TextTable;
import slope.report.training.TrainingCourse.NetworkHealth;
import slope.report.training.TrainingCourse.NetworkTraining;
import slope.training.Ending;
import slope.training.Recovery;
import slope.training.diagnostics.LayerHealth;

/// The course of a training, for people: its network, settings, epochs and health.
final class CourseText {
    private final TrainingReport report;

    CourseText(TrainingReport report) {
        this.report = report;
    }

    /// A line for each thing to know about it.
    void addTo(TextTable facts) {
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
                                .map(CourseText::kept)
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

    private int networks() {
        return report.training().networks().size();
    }
}
