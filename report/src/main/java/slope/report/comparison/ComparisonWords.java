package slope.report.comparison;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import slope.evaluation.McNemar;
import slope.internal.text.Numerals;
import slope.report.comparison.ComparedModels.LearnedRows;
import slope.report.comparison.ComparedScores.Lead;
import slope.report.model.ScoreFacts;

/// The sentences of a comparison.
final class ComparisonWords {
    private static final int BYTES = 1024;

    private final ComparisonReport report;

    ComparisonWords(ComparisonReport report) {
        this.report = report;
    }

    /// The names of both models: their files without folders, unless those are the same.
    List<String> names() {
        String first = fileName(report.models().first());
        String second = fileName(report.models().second());
        return first.equals(second)
                ? List.of(
                        report.models().first().file(), report.models().second().file())
                : List.of(first, second);
    }

    private static String fileName(ComparedModel model) {
        return String.valueOf(Path.of(model.file()).getFileName());
    }

    /// Such as `a.onnx, 5 networks, 139,879 parameters, 640 KiB, about 52,000 rows a second here`.
    static String model(ComparedModel model) {
        return "%s, %s %s, %s parameters%s, about %s rows a second here"
                .formatted(
                        model.file(),
                        model.networks(),
                        model.networks() == 1 ? "network" : "networks",
                        Numerals.count(model.parameters()),
                        model.bytes()
                                .map(bytes -> ", %s KiB".formatted(Numerals.count(Math.ceilDiv(bytes, BYTES))))
                                .orElse(""),
                        Numerals.count(Math.round(rounded(model.rowsPerSecond()))));
    }

    /// To two digits.
    private static double rounded(double number) {
        return Double.parseDouble(Numerals.scientific(number, 1));
    }

    /// What to know before the scores are trusted, a sentence each.
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (ComparedModel model :
                List.of(report.models().first(), report.models().second())) {
            if (model.trainedOn()) {
                boolean isPart = report.models().learned().stream()
                        .anyMatch(learned -> learned.model().equals(model.file()));
                notes.add("%s was trained on %s: its scores here are training scores, and the comparison favours it."
                        .formatted(model.file(), isPart ? "most of these rows" : "this table"));
            }
        }
        for (LearnedRows learned : report.models().learned()) {
            notes.add("%s: %s.".formatted(learned.model(), learned.overlap().sentence()));
        }
        if (report.rows().weightsDiffer()) {
            notes.add("The trainings weighted rows differently: scores here are unweighted.");
        }
        report.rows()
                .weight()
                .ifPresent(column -> notes.add("Scores are weighted by \"%s\", as in training.".formatted(column)));
        return notes;
    }

    /// What the table of scores shows.
    String scores() {
        return "%s %sDifferences are %s − %s, both scored on the same samples of rows. %s"
                .formatted(
                        ScoreFacts.directions(report.scores().better()),
                        bestConstant(),
                        names().getLast(),
                        names().getFirst(),
                        report.scores().intervals().sentenceOfDifferences());
    }

    /// What no column is needed for, by the loss.
    private String bestConstant() {
        String loss = report.scores().loss();
        double score = report.rows().bestConstant().getOrDefault(loss, Double.NaN);
        return Double.isNaN(score)
                ? ""
                : "The best constant prediction has %s %s here. ".formatted(loss, Numerals.score(score));
    }

    /// Which model is better.
    String lead(Lead lead) {
        return switch (lead) {
            case FIRST -> names().getFirst();
            case SECOND -> names().getLast();
            case OPEN -> "open";
            case NONE -> "";
        };
    }

    /// McNemar's test.
    String test(McNemar test) {
        return "%s alone is right on %s, %s alone on %s. Models that are equally often right differ as much in a share of %s of all samples (McNemar's test, mid-p)."
                .formatted(
                        names().getFirst(),
                        rows(test.firstAlone()),
                        names().getLast(),
                        rows(test.secondAlone()),
                        Numerals.significant(test.midP(), 2));
    }

    static String rows(int count) {
        return Numerals.count(count) + (count == 1 ? " row" : " rows");
    }

    /// Where the models agree, before the rows on which they do not.
    String agreement() {
        String same = report.agreement()
                .same()
                .map(count -> "The prediction is the same in %s of %s. "
                        .formatted(Numerals.count(count), rows(report.rows().rows())))
                .orElse("");
        return report.agreement().rows().isEmpty()
                ? same + "Every prediction is the same."
                : same + "Rows whose predictions differ most:";
    }

    /// What the table by values shows.
    String by(ComparedValues by) {
        return "The %s of the rows of each value of \"%s\". Each interval is for its value alone: of twenty that are open in truth, one seems not to be."
                .formatted(report.scores().loss(), by.column());
    }
}
