package slope.report.lesson;

import java.util.List;
import slope.reference.Matrix;
import slope.reference.ReferenceNetwork;
import slope.reference.Trace;
import slope.report.text.Numbers;
import slope.report.text.Prose;
import slope.report.text.TextTable;

/// Lesson 2 as a story: a hidden layer, and how the error finds its way back to it.
final class SecondStory {
    /// The row whose way back is shown; its target is 1, and two of its inputs take part.
    private static final int SHOWN = 1;

    private SecondStory() {}

    static void tell(LessonRun run, int steps, Prose prose) {
        Lesson lesson = run.lesson();
        prose.title("Lesson 2: the error travels back");
        task(lesson, prose);
        prose.heading("The weights before");
        String units = Integer.toString(lesson.settings().hidden());
        prose.say("As NumPy draws them after seed " + lesson.settings().seed() + ": first "
                + Prose.unbroken("Wh = ") + LessonStory.drawing(lesson, "3, " + units, "3") + ", then "
                + Prose.unbroken("Wo = ") + LessonStory.drawing(lesson, units + ", 1", units)
                + ". One line for each hidden unit: the weights it listens with, and the weight with which the output"
                + " listens to it.");
        prose.table(weights(lesson, lesson.start()));
        iteration(lesson, prose);
        wayBack(run.steps().getFirst(), lesson, prose);
        TraceText.append(run.steps().subList(0, Math.min(steps, run.steps().size())), prose);
        LessonStory.errors(run, prose);
        LessonStory.slopes(lesson, prose);
        after(run, prose);
        prose.heading("Where to go from here");
        prose.lines(
                "slope lesson 2 --step               one iteration, operation by operation",
                "slope lesson 2 --step --at 50000    the same, half way through",
                "slope lesson 2 --hidden 2 --seed 3  how few units are enough?",
                "slope train FILE --target COLUMN    the same ideas on a table of your own");
    }

    private static void task(Lesson lesson, Prose prose) {
        prose.heading("The task");
        prose.say("The inputs of lesson 1 with other targets:");
        prose.table(LessonStory.examples(lesson));
        prose.say("Now the target is 1 when exactly one of x1 and x2 is 1. No single unit can say that: with one"
                + " weight for x1 it would have to push up where x2 is 0 and down where x2 is 1. The network needs"
                + " units in between that notice combinations, and nobody says what they should notice.");
        prose.heading("The network");
        prose.say("Three inputs, " + lesson.settings().hidden() + " hidden unit"
                + (lesson.settings().hidden() == 1 ? "" : "s") + ", one output. Each layer weighs, adds up and applies "
                + LessonStory.activation(lesson) + ":");
        String activation = lesson.settings().activation().title();
        prose.table(new TextTable()
                .row("l1", "= " + activation + "(X · Wh)", "what the hidden units say, for each row")
                .row("l2", "= " + activation + "(l1 · Wo)", "what the output makes of it"));
    }

    private static void iteration(Lesson lesson, Prose prose) {
        prose.heading("What one iteration does");
        prose.table(new TextTable()
                .row("l2_error", "= target - l2", "how far off the answer is")
                .row("l2_delta", "= l2_error · slope of l2", "where each row wants z2 to go")
                .row("l1_error", "= l2_delta · Woᵀ", "each hidden unit's share of it")
                .row("l1_delta", "= l1_error · slope of l1", "where each row wants z1 to go")
                .row("Wo", "= Wo + l1ᵀ · l2_delta", "both updates use the weights")
                .row("Wh", "= Wh + Xᵀ · l1_delta", "from before the iteration"));
        prose.say("The slope of an output a is " + LessonStory.slope(lesson, "a") + ".");
    }

    private static void wayBack(Trace first, Lesson lesson, Prose prose) {
        NotebookStep step = NotebookStep.of(first);
        Matrix weights = first.before().layers().getLast().weights();
        double delta = step.named("l2_delta").at(SHOWN, 0);
        prose.heading("How the error travels back");
        prose.say("A hidden unit has no target, so it has no error of its own. It gets one over the weight with which"
                + " the output listened to it. Here is row " + (SHOWN + 1) + " of the first iteration. Its target is "
                + Numbers.fixed(lesson.targets().at(SHOWN, 0), 0) + " and the output says "
                + number(step.named("l2").at(SHOWN, 0)) + ", so");
        prose.lines(
                "l2_error = " + Sums.factor(lesson.targets().at(SHOWN, 0), LessonStory.DECIMALS) + " - "
                        + Sums.factor(step.named("l2").at(SHOWN, 0), LessonStory.DECIMALS) + " = "
                        + number(step.named("l2_error").at(SHOWN, 0)),
                "l2_delta = "
                        + Sums.product(
                                step.named("l2_error").at(SHOWN, 0),
                                step.named("l2_slope").at(SHOWN, 0),
                                LessonStory.DECIMALS)
                        + " = " + number(delta));
        prose.say("and this is what arrives at each hidden unit:");
        TextTable table = new TextTable().row("unit", "l2_delta · Wo", "= l1_error", "l1", "slope", "l1_delta");
        List<String> names = lesson.layers().getFirst().units();
        for (int unit = 0; unit < names.size(); unit++) {
            table.row(
                    names.get(unit),
                    Sums.product(delta, weights.at(unit, 0), LessonStory.DECIMALS),
                    number(step.named("l1_error").at(SHOWN, unit)),
                    number(step.named("l1").at(SHOWN, unit)),
                    number(step.named("l1_slope").at(SHOWN, unit)),
                    number(step.named("l1_delta").at(SHOWN, unit)));
        }
        prose.table(table);
        prose.say("A unit that the output listens to closely gets a large share; one that it listens to with a"
                + " negative weight is told to do the opposite. Then the unit's own slope has its say, just as at"
                + " the output. The same step would lead through any number of layers: this is backpropagation.");
    }

    private static void after(LessonRun run, Prose prose) {
        Lesson lesson = run.lesson();
        prose.heading("The weights after");
        prose.table(weights(lesson, run.last().after()));
        prose.heading("What it says now");
        prose.table(LessonStory.outcome(run));
        prose.say("The outputs of the last iteration, after "
                + Numbers.count(lesson.settings().iterations() - 1L) + " updates."
                + (LessonStory.hasLearned(run)
                        ? " What each hidden unit looks for, it found by itself: read its line of weights as a question"
                                + " about x1 and x2."
                        : ""));
        LessonStory.unfinished(run, prose);
    }

    /// One line for each hidden unit.
    private static TextTable weights(Lesson lesson, ReferenceNetwork network) {
        Matrix hidden = network.layers().getFirst().weights();
        Matrix output = network.layers().getLast().weights();
        TextTable table = new TextTable().row("unit", "Wh: x1", "x2", "x3", "Wo");
        List<String> names = lesson.layers().getFirst().units();
        for (int unit = 0; unit < names.size(); unit++) {
            table.row(
                    names.get(unit),
                    number(hidden.at(0, unit)),
                    number(hidden.at(1, unit)),
                    number(hidden.at(2, unit)),
                    number(output.at(unit, 0)));
        }
        return table;
    }

    private static String number(double value) {
        return Numbers.fixed(value, LessonStory.DECIMALS);
    }
}
