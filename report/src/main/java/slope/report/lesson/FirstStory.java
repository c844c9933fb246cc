package slope.report.lesson;

import slope.internal.text.Numerals;
import slope.reference.Matrix;
import slope.reference.Trace;
import slope.report.text.Prose;
import slope.report.text.TextTable;

/// Lesson 1 as a story: one unit learns which input matters.
final class FirstStory {
    static final String TITLE = "Lesson 1: one unit learns which input matters";

    private FirstStory() {}

    static void tell(LessonRun run, int steps, Story story) {
        Lesson lesson = run.lesson();
        story.title(TITLE);
        task(lesson, story);
        before(lesson, story);
        iteration(run.steps().getFirst(), lesson, story);
        LessonStory.calculus(
                story,
                new TextTable()
                        .row("d loss / d l1", "= -error")
                        .row("d l1 / d z1", "= slope")
                        .row("d z1 / d w1", "= x1")
                        .row("d loss / d w1", "= Σ (-error) · slope · x1"));
        TraceText.append(run.steps().subList(0, Math.min(steps, run.steps().size())), story);
        LessonStory.errors(run, story);
        LessonStory.slopes(lesson, story);
        after(run, story);
        LessonStory.sources(story);
    }

    private static void task(Lesson lesson, Story story) {
        story.heading("The task");
        story.say("Four rows of three inputs, and for each row the answer that is wanted:");
        story.table(LessonStory.examples(lesson));
        story.say("Look down the columns: the target is the first input. Nobody tells the network so; it has to"
                + " find out from its errors. (The third input is always 1, so its weight pushes every row"
                + " alike. Such a weight is called a bias.)");
        story.heading("The network");
        story.say("A single unit. It multiplies each input by a weight, adds up, and turns the sum into its output:");
        story.lines(
                "z1 = x1·w1 + x2·w2 + x3·w3",
                "l1 = " + lesson.settings().activation().title() + "(z1)",
                LessonStory.activation(lesson));
        String formula = "l1 = " + lesson.settings().activation().title() + "(X · Wo).";
        story.say("With all rows in a matrix X and the three weights in Wo this is " + Prose.unbroken(formula));
        LessonStory.choice(lesson, story);
    }

    private static void before(Lesson lesson, Story story) {
        story.heading("The weights before");
        story.say("It starts knowing nothing, with three random numbers: " + LessonStory.drawing(lesson, "3, 1", "3")
                + ", as NumPy draws them after seed " + lesson.settings().seed() + ".");
        Matrix weights = lesson.start().layers().getFirst().weights();
        TextTable table = new TextTable().row("input", "Wo");
        for (int input = 0; input < 3; input++) {
            table.row("x" + (input + 1), number(weights, input));
        }
        story.table(table);
    }

    private static void iteration(Trace first, Lesson lesson, Story story) {
        story.heading("What one iteration does");
        story.listing(new TextTable()
                .row("error", "= target - l1", "how far off, and to which side")
                .row("slope", "= " + LessonStory.slope(lesson, "l1"), "the derivative of l1 with respect to z1")
                .row("delta", "= error · slope", "the error weighted by confidence")
                .row("Wo", "= Wo + Xᵀ · delta", "each weight moves by Σ input · delta"));
        story.say("All four rows together make one iteration: that is full batch training. This is the first:");
        story.table(rows(lesson, NotebookStep.of(first)));
        story.say(Digits.EXPLAINED);
        Calculation move = move(lesson, first);
        story.say("So w1 moves by " + move.formula() + " = " + move.result()
                + ". Only rows 3 and 4 have a say in it: where x1 is 0, w1 had no part in the error.");
    }

    /// Each column has the digits that the next one needs.
    private static TextTable rows(Lesson lesson, NotebookStep step) {
        double[] l1 = step.named("l1").toArray();
        double[] error = step.named("l1_error").toArray();
        double[] slope = step.named("slope").toArray();
        double[] targets = lesson.targets().toArray();
        Digits factors = Digits.ofProducts(error, slope, step.named("l1_delta").toArray(), LessonStory.DECIMALS);
        Digits outputs = Digits.fewest(factors.decimals(), digits -> {
            boolean holds = true;
            for (int row = 0; row < l1.length; row++) {
                double output = digits.rounded(l1[row]);
                holds &= Digits.shows(targets[row] - output, factors.decimals(), error[row])
                        && Digits.shows(lesson.slope(output), factors.decimals(), slope[row]);
            }
            return holds;
        });
        TextTable table = new TextTable().row("row", "target", "l1", "error", "slope", "delta");
        for (int row = 0; row < 4; row++) {
            table.row(
                    Integer.toString(row + 1),
                    Numerals.fixed(lesson.targets().at(row, 0), 0),
                    outputs.text(l1[row]),
                    factors.text(error[row]),
                    factors.text(slope[row]),
                    number(step.named("l1_delta"), row));
        }
        return table;
    }

    /// How far the first weight moves.
    static Calculation move(Lesson lesson, Trace first) {
        NotebookStep step = NotebookStep.of(first);
        return Calculation.ofProducts(
                "w1",
                lesson.inputs().transposed().toRows()[0],
                step.named("l1_delta").toArray(),
                step.named("Wo_update").at(0, 0),
                LessonStory.DECIMALS);
    }

    private static void after(LessonRun run, Story story) {
        story.heading("The weights after");
        Matrix before = run.lesson().start().layers().getFirst().weights();
        Matrix after = run.last().after().layers().getFirst().weights();
        TextTable table = new TextTable().row("input", "before", "after");
        for (int input = 0; input < 3; input++) {
            table.row("x" + (input + 1), number(before, input), number(after, input));
        }
        story.table(table);
        story.add(new Block.Drawings(NetworkDrawing.beforeAndAfter(run)));
        if (run.hasLearned() && run.lesson().isSigmoid()) {
            story.say("The first weight lifts the sum far above 0 where x1 is 1. The third pulls it far below 0 where"
                    + " x1 is 0. The second input says nothing about the target, and little is left of its weight.");
        }
        story.heading("What it says now");
        story.table(LessonStory.outcome(run));
        story.say("The outputs of the last iteration, after "
                + Numerals.count(run.lesson().settings().iterations() - 1L) + " updates.");
        LessonStory.unfinished(run, story);
    }

    private static String number(Matrix matrix, int row) {
        return Numerals.fixed(matrix.at(row, 0), LessonStory.DECIMALS);
    }
}
