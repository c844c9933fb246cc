package slope.report.lesson;

import static slope.report.lesson.WalkTables.DECIMALS;
import static slope.report.lesson.WalkTables.rows;

import java.util.ArrayList;
import java.util.List;
import slope.reference.Matrix;
import slope.reference.Trace;
import slope.report.text.Prose;
import slope.report.text.TextTable;

/// The way of the error back through the layers, last to first.
final class BackPages {
    private BackPages() {}

    static List<WalkPage> of(Lesson lesson, Trace trace) {
        NotebookStep step = NotebookStep.of(trace);
        List<WalkPage> pages = new ArrayList<>();
        for (int layer = lesson.layers().size() - 1; layer >= 0; layer--) {
            LayerNames names = lesson.layers().get(layer);
            if (layer < lesson.layers().size() - 1) {
                LayerNames behind = lesson.layers().get(layer + 1);
                pages.add(share(
                        names,
                        behind,
                        step,
                        trace.before().layers().get(layer + 1).weights()));
            }
            Matrix slope = step.named(names.slope());
            pages.add(slope(lesson, names, step.named(names.outputs()), slope));
            pages.add(delta(names, step, slope));
        }
        return pages;
    }

    private static WalkPage share(LayerNames names, LayerNames behind, NotebookStep step, Matrix weights) {
        Prose body = new Prose()
                .lines("%s = %s · %sᵀ".formatted(names.error(), behind.delta(), behind.weights()))
                .table(WalkTables.product(
                        step.named(behind.delta()),
                        weights.transposed(),
                        step.named(names.error()),
                        rows(),
                        names.units()))
                .say("The weights are those that the forward pass used, from before any update.");
        return new WalkPage(
                "back", "%s: the error travels back over the weights".formatted(names.error()), body.toString());
    }

    private static WalkPage slope(Lesson lesson, LayerNames names, Matrix outputs, Matrix slope) {
        TextTable table = new TextTable();
        for (int row = 0; row < slope.rows(); row++) {
            for (int unit = 0; unit < slope.columns(); unit++) {
                String output = Sums.factor(outputs.at(row, unit), DECIMALS);
                table.row(
                        WalkTables.name(rows(), row, names.units(), unit),
                        LessonStory.isSigmoid(lesson)
                                ? output + " · (1 - " + output + ")"
                                : output + (outputs.at(row, unit) > 0 ? " > 0, so" : " is not > 0, so"),
                        WalkTables.result(slope.at(row, unit)));
            }
        }
        Prose body = new Prose()
                .lines("%s = %s".formatted(names.slope(), LessonStory.slope(lesson, names.outputs())))
                .table(table);
        return new WalkPage(
                "back",
                "%s: how far %s gives way when %s moves".formatted(names.slope(), names.outputs(), names.sums()),
                body.toString());
    }

    private static WalkPage delta(LayerNames names, NotebookStep step, Matrix slope) {
        Matrix error = step.named(names.error());
        Matrix delta = step.named(names.delta());
        TextTable table = new TextTable();
        for (int row = 0; row < delta.rows(); row++) {
            for (int unit = 0; unit < delta.columns(); unit++) {
                table.row(
                        WalkTables.name(rows(), row, names.units(), unit),
                        Sums.product(error.at(row, unit), slope.at(row, unit), DECIMALS),
                        WalkTables.result(delta.at(row, unit)));
            }
        }
        Prose body = new Prose()
                .lines("%s = %s · %s, number by number".formatted(names.delta(), names.error(), names.slope()))
                .table(table);
        return new WalkPage(
                "back", "%s: where each row wants %s to go".formatted(names.delta(), names.sums()), body.toString());
    }
}
