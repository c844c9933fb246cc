package slope.report.lesson;

import static slope.report.lesson.WalkTables.DECIMALS;
import static slope.report.lesson.WalkTables.number;
import static slope.report.lesson.WalkTables.rows;

import java.util.ArrayList;
import java.util.List;
import slope.reference.LayerForward;
import slope.reference.Matrix;
import slope.reference.Trace;
import slope.report.text.Prose;
import slope.report.text.TextTable;

/// The way from inputs to outputs, and how wrong they are.
final class ForwardPages {
    private ForwardPages() {}

    static List<WalkPage> of(Lesson lesson, Trace trace) {
        List<WalkPage> pages = new ArrayList<>();
        pages.add(given(lesson, trace));
        for (int layer = 0; layer < lesson.layers().size(); layer++) {
            LayerNames names = lesson.layers().get(layer);
            LayerForward forward = trace.forward().layers().get(layer);
            pages.add(sums(names, forward, trace.before().layers().get(layer).weights()));
            pages.add(outputs(lesson, names, forward));
        }
        pages.add(error(lesson, trace));
        return pages;
    }

    private static WalkPage given(Lesson lesson, Trace trace) {
        Prose body = new Prose().say("Inputs X and targets:").table(LessonStory.examples(lesson));
        body.say("The weights before this iteration:");
        for (int layer = 0; layer < lesson.layers().size(); layer++) {
            LayerNames names = lesson.layers().get(layer);
            body.table(weights(names, trace.before().layers().get(layer).weights()));
        }
        body.say("Numbers are shown with five decimals and computed with all their digits.");
        return new WalkPage("forward", "What is given", body.toString());
    }

    /// The hidden units down the page, because there may be many of them.
    private static TextTable weights(LayerNames names, Matrix weights) {
        return names.units().size() == 1
                ? WalkTables.matrix(
                        names.weights(),
                        weights,
                        names.sources(),
                        List.of("to " + names.units().getFirst()))
                : WalkTables.matrix(names.weights(), weights.transposed(), names.units(), fromEach(names.sources()));
    }

    private static List<String> fromEach(List<String> sources) {
        return sources.stream().map(source -> "from " + source).toList();
    }

    private static WalkPage sums(LayerNames names, LayerForward forward, Matrix weights) {
        String title = "%s: each unit weighs what enters and adds up".formatted(names.sums());
        Prose body = new Prose()
                .lines("%s = %s · %s".formatted(names.sums(), names.inputs(), names.weights()))
                .table(WalkTables.product(forward.inputs(), weights, forward.preActivations(), rows(), names.units()));
        return new WalkPage("forward", title, body.toString());
    }

    private static WalkPage outputs(Lesson lesson, LayerNames names, LayerForward forward) {
        TextTable table = new TextTable();
        for (int row = 0; row < forward.preActivations().rows(); row++) {
            for (int unit = 0; unit < forward.preActivations().columns(); unit++) {
                String sum = Sums.factor(forward.preActivations().at(row, unit), DECIMALS);
                table.row(
                        WalkTables.name(rows(), row, names.units(), unit),
                        LessonStory.isSigmoid(lesson) ? "1 / (1 + e^-" + sum + ")" : "max(0, " + sum + ")",
                        WalkTables.result(forward.outputs().at(row, unit)));
            }
        }
        String activation = lesson.settings().activation().title();
        Prose body = new Prose()
                .lines("%s = %s(%s)".formatted(names.outputs(), activation, names.sums()))
                .table(table);
        return new WalkPage(
                "forward",
                "%s: %s turns each sum into an output".formatted(names.outputs(), activation),
                body.toString());
    }

    private static WalkPage error(Lesson lesson, Trace trace) {
        LayerNames names = lesson.layers().getLast();
        Matrix error = NotebookStep.of(trace).named(names.error());
        TextTable table = new TextTable();
        for (int row = 0; row < error.rows(); row++) {
            table.row(
                    rows().get(row),
                    Sums.factor(trace.targets().at(row, 0), DECIMALS) + " - "
                            + Sums.factor(trace.outputs().at(row, 0), DECIMALS),
                    WalkTables.result(error.at(row, 0)));
        }
        Prose body = new Prose()
                .lines("%s = target - %s".formatted(names.error(), names.outputs()))
                .table(table)
                .say("Squared, halved and added up they are the loss, the one number that training makes small:")
                .lines("loss = ½ · Σ %s² = %s".formatted(names.error(), number(trace.lossValue())));
        return new WalkPage("error", "%s: how far off each answer is".formatted(names.error()), body.toString());
    }
}
