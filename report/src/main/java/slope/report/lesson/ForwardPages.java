package slope.report.lesson;

import static slope.report.lesson.WalkTables.DECIMALS;

import java.util.ArrayList;
import java.util.List;
import slope.reference.LayerForward;
import slope.reference.Matrix;
import slope.reference.Trace;
import slope.report.lesson.WalkTables.Names;
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
        Story story = new Story().say("Inputs X and targets:").table(LessonStory.examples(lesson));
        story.say("The weights before this iteration:");
        for (int layer = 0; layer < lesson.layers().size(); layer++) {
            LayerNames names = lesson.layers().get(layer);
            story.table(weights(names, trace.before().layers().get(layer).weights()));
        }
        return new WalkPage("forward", "What is given", story.say(Digits.EXPLAINED));
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
        Story story = new Story()
                .lines("%s = %s · %s".formatted(names.sums(), names.inputs(), names.weights()))
                .calculations(WalkTables.product(
                        forward.inputs(), weights, forward.preActivations(), Names.ofExamples(names)));
        return new WalkPage("forward", title, story);
    }

    private static WalkPage outputs(Lesson lesson, LayerNames names, LayerForward forward) {
        Matrix sums = forward.preActivations();
        Matrix outputs = forward.outputs();
        String activation = lesson.settings().activation().title();
        Story story = new Story()
                .lines("%s = %s(%s)".formatted(names.outputs(), activation, names.sums()))
                .calculations(WalkTables.elements(
                        outputs,
                        Names.ofExamples(names),
                        (name, row, unit) -> Calculation.ofOutput(
                                name, lesson, sums.at(row, unit), outputs.at(row, unit), DECIMALS)));
        return new WalkPage(
                "forward", "%s: %s turns each sum into an output".formatted(names.outputs(), activation), story);
    }

    private static WalkPage error(Lesson lesson, Trace trace) {
        LayerNames names = lesson.layers().getLast();
        Matrix error = NotebookStep.of(trace).named(names.error());
        Story story = new Story()
                .lines("%s = target - %s".formatted(names.error(), names.outputs()))
                .calculations(WalkTables.elements(
                        error,
                        Names.ofExamples(names),
                        (name, row, unit) -> Calculation.ofDifference(
                                name,
                                trace.targets().at(row, unit),
                                trace.outputs().at(row, unit),
                                error.at(row, unit),
                                DECIMALS)))
                .say("Squared, halved and added up they are the loss, the one number that training makes small:")
                .lines("loss = ½ · Σ %s²".formatted(names.error()))
                .calculations(List.of(Calculation.ofHalfSquares("loss", error.toArray(), trace.lossValue(), DECIMALS)));
        return new WalkPage("error", "%s: how far off each answer is".formatted(names.error()), story);
    }
}
