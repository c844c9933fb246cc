package slope.report.lesson;

import slope.reference.Matrix;
import slope.reference.Trace;
import slope.report.text.Numbers;
import slope.report.text.Prose;
import slope.report.text.TextTable;

/// Lesson 1 as a story: one unit learns which input matters.
final class FirstStory {
    private FirstStory() {}

    static void tell(LessonRun run, int steps, Prose prose) {
        Lesson lesson = run.lesson();
        prose.title("Lesson 1: one unit learns which input matters");
        task(lesson, prose);
        before(lesson, prose);
        iteration(run.steps().getFirst(), lesson, prose);
        TraceText.append(run.steps().subList(0, Math.min(steps, run.steps().size())), prose);
        LessonStory.errors(run, prose);
        LessonStory.slopes(lesson, prose);
        after(run, prose);
        prose.heading("Where to go from here");
        prose.lines(
                "slope lesson 1 --step   one iteration, operation by operation",
                "slope lesson 2          a task that no single unit can do");
    }

    private static void task(Lesson lesson, Prose prose) {
        prose.heading("The task");
        prose.say("Four rows of three inputs, and for each row the answer that is wanted:");
        prose.table(LessonStory.examples(lesson));
        prose.say("Look down the columns: the target is the first input. Nobody tells the network so; it has to"
                + " find out from its errors. (The third input is always 1, so its weight pushes every row"
                + " alike. Such a weight is called a bias.)");
        prose.heading("The network");
        prose.say("A single unit. It multiplies each input by a weight, adds up, and turns the sum into its output:");
        prose.lines(
                "z1 = x1·w1 + x2·w2 + x3·w3",
                "l1 = " + lesson.settings().activation().title() + "(z1)",
                LessonStory.activation(lesson));
        String formula = "l1 = " + lesson.settings().activation().title() + "(X · Wo).";
        prose.say("With all rows in a matrix X and the three weights in Wo this is " + Prose.unbroken(formula));
    }

    private static void before(Lesson lesson, Prose prose) {
        prose.heading("The weights before");
        prose.say("It starts knowing nothing, with three random numbers: " + LessonStory.drawing(lesson, "3, 1", "3")
                + ", as NumPy draws them after seed " + lesson.settings().seed() + ".");
        Matrix weights = lesson.start().layers().getFirst().weights();
        TextTable table = new TextTable().row("input", "Wo");
        for (int input = 0; input < 3; input++) {
            table.row("x" + (input + 1), number(weights, input));
        }
        prose.table(table);
    }

    private static void iteration(Trace first, Lesson lesson, Prose prose) {
        NotebookStep step = NotebookStep.of(first);
        prose.heading("What one iteration does");
        prose.table(new TextTable()
                .row("error", "= target - l1", "how far off, and to which side")
                .row("slope", "= " + LessonStory.slope(lesson, "l1"), "how far l1 gives way when z1 moves")
                .row("delta", "= error · slope", "where each row wants its sum z1 to go")
                .row("Wo", "= Wo + Xᵀ · delta", "each weight moves by Σ input · delta"));
        prose.say("All four rows together make one iteration. This is the first:");
        TextTable table = new TextTable().row("row", "target", "l1", "error", "slope", "delta");
        for (int row = 0; row < 4; row++) {
            table.row(
                    Integer.toString(row + 1),
                    Numbers.fixed(lesson.targets().at(row, 0), 0),
                    number(step.named("l1"), row),
                    number(step.named("l1_error"), row),
                    number(step.named("slope"), row),
                    number(step.named("l1_delta"), row));
        }
        prose.table(table);
        Matrix delta = step.named("l1_delta");
        prose.say("So w1 moves by " + Sums.text(column(lesson.inputs(), 0), delta.toArray(), LessonStory.DECIMALS)
                + " = " + number(step.named("Wo_update"), 0)
                + ". Only rows 3 and 4 have a say in it: where x1 is 0, w1 had no part in the error.");
    }

    private static void after(LessonRun run, Prose prose) {
        prose.heading("The weights after");
        Matrix before = run.lesson().start().layers().getFirst().weights();
        Matrix after = run.last().after().layers().getFirst().weights();
        TextTable table = new TextTable().row("input", "before", "after");
        for (int input = 0; input < 3; input++) {
            table.row("x" + (input + 1), number(before, input), number(after, input));
        }
        prose.table(table);
        if (LessonStory.hasLearned(run) && LessonStory.isSigmoid(run.lesson())) {
            prose.say("The first weight lifts the sum far above 0 where x1 is 1. The third pulls it far below 0 where"
                    + " x1 is 0. The second input says nothing about the target, and little is left of its weight.");
        }
        prose.heading("What it says now");
        prose.table(LessonStory.outcome(run));
        prose.say("The outputs of the last iteration, after "
                + Numbers.count(run.lesson().settings().iterations() - 1L) + " updates.");
        LessonStory.unfinished(run, prose);
    }

    private static String number(Matrix matrix, int row) {
        return Numbers.fixed(matrix.at(row, 0), LessonStory.DECIMALS);
    }

    private static double[] column(Matrix matrix, int column) {
        double[] values = new double[matrix.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = matrix.at(row, column);
        }
        return values;
    }
}
