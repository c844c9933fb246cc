package slope.report.lesson;

import static slope.report.lesson.WalkTables.DECIMALS;
import static slope.report.lesson.WalkTables.number;

import java.util.ArrayList;
import java.util.List;
import slope.internal.text.Numerals;
import slope.reference.GradientCheck;
import slope.reference.LayerUpdate;
import slope.reference.LossFormulas;
import slope.reference.Matrix;
import slope.reference.ParameterUpdate;
import slope.reference.Trace;
import slope.report.lesson.WalkTables.Names;
import slope.report.text.TextTable;

/// How the weights move, last layer to first, each gradient beside its central difference.
final class UpdatePages {
    /// Enough to see where a gradient and its difference part.
    private static final int CHECKED_DECIMALS = 10;

    private UpdatePages() {}

    static List<WalkPage> of(Lesson lesson, Trace trace) {
        GradientCheck check = GradientCheck.of(trace.before(), trace.inputs(), trace.targets(), trace.loss());
        List<WalkPage> pages = new ArrayList<>();
        for (int layer = lesson.layers().size() - 1; layer >= 0; layer--) {
            LayerNames names = lesson.layers().get(layer);
            pages.add(update(names, trace, layer));
            // No layer of a lesson has biases, so each has exactly one block of parameters.
            pages.add(gradient(
                    names, trace.updates().get(layer), check.parameters().get(layer)));
        }
        for (int layer = lesson.layers().size() - 1; layer >= 0; layer--) {
            pages.add(weights(lesson.layers().get(layer), trace.updates().get(layer)));
        }
        pages.add(whatItBrought(lesson, trace));
        return pages;
    }

    private static WalkPage update(LayerNames names, Trace trace, int layer) {
        Story story = new Story()
                .lines("%s = %s · %s".formatted(names.update(), names.inputsTransposed(), names.delta()))
                .calculations(WalkTables.product(
                        trace.forward().layers().get(layer).inputs().transposed(),
                        trace.backward().layers().get(layer).delta().negated(),
                        NotebookStep.update(trace.updates().get(layer)),
                        Names.ofWeights(names)))
                .say("One product for each row: what entered there, times where that row wants the sum to go. All rows"
                        + " are added up before any weight moves: full batch.");
        return new WalkPage("update", "%s: how each weight will move".formatted(names.update()), story);
    }

    private static WalkPage gradient(LayerNames names, LayerUpdate update, GradientCheck.Comparison comparison) {
        Matrix step = NotebookStep.update(update);
        TextTable table = new TextTable().row(names.weights(), "update", "gradient", "difference", "relative error");
        for (int source = 0; source < step.rows(); source++) {
            for (int unit = 0; unit < step.columns(); unit++) {
                table.row(
                        Names.ofWeights(names).of(source, unit),
                        number(step.at(source, unit)),
                        Numerals.fixed(comparison.gradient().at(source, unit), CHECKED_DECIMALS),
                        Numerals.fixed(comparison.difference().at(source, unit), CHECKED_DECIMALS),
                        Numerals.scientific(comparison.relativeError().at(source, unit)));
            }
        }
        Story story = new Story()
                .lines("gradient   = -%s".formatted(names.update()), "difference = (loss(w + h) - loss(w - h)) / 2h")
                .say("By the chain rule the update is minus the gradient, the derivative of the loss with respect"
                        + " to each weight. Whether that is true can be measured: nudge one weight up and down by"
                        + " a tiny h, run only forward, and see how much the loss changes. Such a central"
                        + " difference knows nothing of deltas.")
                .table(table);
        return new WalkPage("update", "Is %s right?".formatted(names.update()), story);
    }

    private static WalkPage weights(LayerNames names, LayerUpdate layer) {
        ParameterUpdate update = layer.weights();
        Matrix step = NotebookStep.update(layer);
        Story story = new Story()
                .lines("%s = %s + %s".formatted(names.weights(), names.weights(), names.update()))
                .calculations(WalkTables.elements(
                        step,
                        Names.ofWeights(names),
                        (name, source, unit) -> Calculation.ofSum(
                                name,
                                update.before().at(source, unit),
                                step.at(source, unit),
                                update.after().at(source, unit),
                                DECIMALS)))
                .say("The update is added whole: the learning rate is 1.");
        return new WalkPage("update", "%s: the weights from now on".formatted(names.weights()), story);
    }

    private static WalkPage whatItBrought(Lesson lesson, Trace trace) {
        Matrix after = trace.after().predict(trace.inputs());
        TextTable table = new TextTable().row("row", "target", "before", "after");
        for (int row = 0; row < after.rows(); row++) {
            table.row(
                    Integer.toString(row + 1),
                    Numerals.fixed(trace.targets().at(row, 0), 0),
                    number(trace.outputs().at(row, 0)),
                    number(after.at(row, 0)));
        }
        Story story = new Story()
                .say("The same rows through the new weights:")
                .table(table)
                .lines(
                        "loss before = %s".formatted(number(trace.lossValue())),
                        "loss after  = %s".formatted(number(LossFormulas.value(trace.loss(), after, trace.targets()))))
                .say("That was iteration %s of %s."
                        .formatted(
                                Numerals.count(trace.iteration()),
                                Numerals.count(lesson.settings().iterations())));
        return new WalkPage("update", "What it brought", story);
    }
}
