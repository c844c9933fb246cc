package slope.report.evaluation;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import slope.internal.text.Numerals;
import slope.report.evaluation.EvaluatedClasses.Confusion;
import slope.report.model.CoverageFacts;
import slope.report.model.ScoreFacts;
import slope.report.model.TargetText;
import slope.report.page.Markup;
import slope.report.page.Page;

/// An evaluation as one HTML file that needs no other.
final class EvaluationPage {
    /// A larger matrix has names that stand upright, small letters, and no zeros.
    private static final int MOST_CLASSES = 8;
    private static final int HEATS = 10;

    private final EvaluationReport report;

    EvaluationPage(EvaluationReport report) {
        this.report = report;
    }

    String html() {
        StringBuilder body = new StringBuilder(facts());
        report.notes().forEach(note -> body.append(Markup.paragraph(note)));
        body.append(Markup.section(
                "Scores",
                Markup.table("Scores", EvaluationTables.scores(report)),
                Markup.paragraph(
                        ScoreFacts.directions(report.scores().better()) + " " + EvaluationTables.BEST_CONSTANT),
                Markup.paragraph(report.scores().intervals().sentence())));
        report.scores().coverage().forEach(coverage -> body.append(section(coverage)));
        report.classes().ifPresent(classes -> body.append(sections(classes)));
        if (report.numbers().size() > 1) {
            body.append(Markup.section(
                    "Scores of each column",
                    Markup.table("Scores of each column", EvaluationTables.numbers(report.numbers()))));
        }
        report.numbers().forEach(number -> body.append(NumberDrawings.of(number)));
        body.append(HistoryDrawings.of(report.model().training()));
        body.append(report.model().card().section());
        return new Page("Evaluation of " + fileName(), body.toString()).html();
    }

    private String fileName() {
        return String.valueOf(Path.of(report.model().file()).getFileName());
    }

    private String facts() {
        EvaluatedModel model = report.model();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Model", model.file());
        model.lastChanged().ifPresent(date -> facts.put("File last changed", date));
        facts.put("Parameters", Numerals.count(model.parameters()));
        facts.put("Task", TargetText.of(report.task()));
        facts.put("Rows", report.rows().text());
        report.scores().linearModel().ifPresent(reached -> facts.put("Linear model", reached));
        return facts.entrySet().stream()
                .map(fact -> "<dt>%s</dt><dd>%s</dd>\n"
                        .formatted(Markup.escaped(fact.getKey()), Markup.escaped(fact.getValue())))
                .collect(Collectors.joining("", "<dl>\n", "</dl>\n"));
    }

    private String section(CoverageFacts coverage) {
        String title = "Coverage of " + coverage.column();
        return Markup.section(
                title,
                Markup.table(title, EvaluationTables.coverage(coverage)),
                Markup.paragraph(EvaluationTables.verdict(coverage, report.task())),
                Markup.paragraph(EvaluationTables.sizes(coverage, report.task())));
    }

    private String sections(EvaluatedClasses classes) {
        String what = report.whatClassesAre();
        String title = "Scores of each " + what;
        StringBuilder sections = new StringBuilder(
                Markup.section(title, Markup.table(title, EvaluationTables.classes(classes.scores(), what))));
        sections.append(Markup.section(
                "Confusion matrix",
                report.hasLabels()
                        ? Markup.table("Confusion matrix", EvaluationTables.labels(classes.confusion()))
                        : matrix(classes.confusion().getFirst())));
        if (!classes.thresholds().isEmpty()) {
            sections.append(Markup.section(
                    "Thresholds",
                    Markup.paragraph(EvaluationTables.thresholdsOf(
                            classes.thresholds(), classes.curves().getFirst().of())),
                    Markup.table("Thresholds", EvaluationTables.thresholds(classes.thresholds()))));
        }
        return sections.append(new ProbabilityDrawings(classes, what)).toString();
    }

    /// Shaded by the share of the observed class, so that rare classes show their mistakes too.
    private static String matrix(Confusion confusion) {
        boolean isLarge = confusion.classes().size() > MOST_CLASSES;
        List<List<String>> cells = EvaluationTables.confusion(confusion);
        StringBuilder table = new StringBuilder("<table class=\"matrix%s\">\n".formatted(isLarge ? " many" : ""));
        table.append(Markup.columnNames(cells.getFirst()));
        for (int observed = 0; observed < confusion.classes().size(); observed++) {
            List<Integer> counts = confusion.observedByPredicted().get(observed);
            int all = counts.stream().mapToInt(Integer::intValue).sum();
            table.append("<tr>").append(Markup.cell(confusion.classes().get(observed), "row"));
            for (int count : counts) {
                table.append("<td class=\"h%s\">%s</td>"
                        .formatted(
                                Math.ceilDiv(HEATS * (long) count, Math.max(all, 1)),
                                isLarge && count == 0 ? "" : Numerals.count(count)));
            }
            table.append("</tr>\n");
        }
        return Markup.scrolling("Confusion matrix", table.append("</table>\n").toString())
                + (isLarge ? Markup.paragraph("Empty cells are 0.") : "");
    }
}
