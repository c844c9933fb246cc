package slope.report.lesson;

import static slope.report.lesson.WalkTables.DECIMALS;

import java.util.ArrayList;
import java.util.List;
import slope.reference.Matrix;
import slope.reference.Trace;
import slope.report.lesson.WalkTables.Names;

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
            pages.add(slope(lesson, names, step.named(names.outputs())));
            pages.add(delta(names, step));
        }
        return pages;
    }

    private static WalkPage share(LayerNames names, LayerNames behind, NotebookStep step, Matrix weights) {
        Story story = new Story()
                .lines("%s = %s · %sᵀ, over the weights of the forward pass"
                        .formatted(names.error(), behind.delta(), behind.weights()))
                .calculations(WalkTables.product(
                        step.named(behind.delta()),
                        weights.transposed(),
                        step.named(names.error()),
                        Names.ofExamples(names)));
        return new WalkPage("back", "%s: the error weighted by contribution".formatted(names.error()), story);
    }

    private static WalkPage slope(Lesson lesson, LayerNames names, Matrix outputs) {
        Story story = new Story()
                .lines("%s = %s".formatted(names.slope(), LessonStory.slope(lesson, names.outputs())))
                .calculations(WalkTables.elements(
                        outputs,
                        Names.ofExamples(names),
                        (name, row, unit) -> Calculation.ofSlope(name, lesson, outputs.at(row, unit), DECIMALS)));
        return new WalkPage(
                "back",
                "%s: the derivative of %s with respect to %s".formatted(names.slope(), names.outputs(), names.sums()),
                story);
    }

    private static WalkPage delta(LayerNames names, NotebookStep step) {
        Matrix error = step.named(names.error());
        Matrix slope = step.named(names.slope());
        Matrix delta = step.named(names.delta());
        Story story = new Story()
                .lines("%s = %s · %s, number by number".formatted(names.delta(), names.error(), names.slope()))
                .calculations(WalkTables.elements(
                        delta,
                        Names.ofExamples(names),
                        (name, row, unit) -> Calculation.ofProduct(
                                name, error.at(row, unit), slope.at(row, unit), delta.at(row, unit), DECIMALS)));
        if (names.units().size() == 1) {
            story.say("Where each row wants %s to go. A confident output has a small slope, so its row has little say."
                    .formatted(names.sums()));
        }
        return new WalkPage("back", "%s: the error weighted by confidence".formatted(names.delta()), story);
    }
}
