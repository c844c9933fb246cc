package slope.report.training;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import slope.preprocess.CodeEncoder;
import slope.report.text.TextTable;
import slope.report.training.TrainingColumns.ExactColumn;
import slope.report.training.TrainingColumns.PooledColumn;
import slope.report.training.TrainingColumns.StartInputs;
import slope.table.Remedy;
import slope.table.profile.InputColumns.LeftOut;

/// The columns of a training, for people.
final class ColumnsText {
    /// Longer lists of names are cut; the JSON has all.
    private static final int MOST_NAMES = 12;

    private final TrainingColumns columns;
    private final Function<Remedy, String> words;

    ColumnsText(TrainingColumns columns, Function<Remedy, String> words) {
        this.columns = columns;
        this.words = words;
    }

    /// A line for each thing to know about them.
    void addTo(TextTable facts) {
        facts.row(
                "columns",
                columns.used().size() + " used: "
                        + names(columns.used().stream().map(ColumnsText::name).toList()));
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

    private static String names(List<String> names) {
        String listed = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return names.size() <= MOST_NAMES ? listed : listed + " and " + (names.size() - MOST_NAMES) + " more";
    }

    /// As it stands in a list.
    private static String name(String name) {
        return name.contains(",") ? '"' + name + '"' : name;
    }
}
