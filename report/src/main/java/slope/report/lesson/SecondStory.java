package slope.report.lesson;

import java.util.List;
import slope.internal.text.Numerals;
import slope.reference.Matrix;
import slope.reference.ReferenceNetwork;
import slope.reference.Trace;
import slope.report.text.Prose;
import slope.report.text.TextTable;

/// Lesson 2 as a story: a hidden layer, and how the error finds its way back to it.
final class SecondStory {
    /// The row whose way back is shown; its target is 1, and two of its inputs take part.
    private static final int SHOWN = 1;

    static final String TITLE = "Lesson 2: the error travels back";

    private SecondStory() {}

    static void tell(LessonRun run, int steps, Story story) {
        Lesson lesson = run.lesson();
        story.title(TITLE);
        task(lesson, story);
        story.heading("The weights before");
        String units = Integer.toString(lesson.settings().hidden());
        story.say("As NumPy draws them after seed " + lesson.settings().seed() + ": first "
                + Prose.unbroken("Wh = ") + LessonStory.drawing(lesson, "3, " + units, "3") + ", then "
                + Prose.unbroken("Wo = ") + LessonStory.drawing(lesson, units + ", 1", units)
                + (lesson.settings().start() == LessonStart.TWINS ? "; then h1 gets the weights of h2" : "")
                + ". One line for each hidden unit: the weights it listens with, and the weight with which the output"
                + " listens to it.");
        story.table(weights(lesson, lesson.start()));
        iteration(lesson, story);
        wayBack(run.steps().getFirst(), lesson, story);
        LessonStory.calculus(
                story,
                new TextTable()
                        .row("d loss / d l2", "= -l2_error")
                        .row("d l2 / d z2", "= l2_slope")
                        .row("d z2 / d l1", "= Wo")
                        .row("d l1 / d z1", "= l1_slope")
                        .row("d z1 / d Wh", "= x")
                        .row("d loss / d Wh", "= Σ (-l2_error) · l2_slope · Wo · l1_slope · x"));
        TraceText.append(run.steps().subList(0, Math.min(steps, run.steps().size())), story);
        LessonStory.errors(run, story);
        LessonStory.slopes(lesson, story);
        after(run, story);
        LessonStory.sources(story);
    }

    private static void task(Lesson lesson, Story story) {
        story.heading("The task");
        story.say("The inputs of lesson 1 with other targets:");
        story.table(LessonStory.examples(lesson));
        story.say(
                "Now the target is 1 when exactly one of x1 and x2 is 1 (XOR). No column by itself says anything about"
                    + " the target: it is a non-linear pattern, in which combinations of inputs count. No single unit"
                    + " can learn it: its weight for x1 would have to push the output up where x2 is 0, and down where"
                    + " x2 is 1. The network needs a hidden layer, units in between that notice combinations, and"
                    + " nobody says what they should notice.");
        story.heading("The network");
        story.say("3 inputs, " + lesson.settings().hidden() + " hidden unit"
                + (lesson.settings().hidden() == 1 ? "" : "s") + ", 1 output. Each layer weighs, adds up and applies "
                + Prose.unbroken(LessonStory.activation(lesson)) + ":");
        String activation = lesson.settings().activation().title();
        story.listing(new TextTable()
                .row("l1", "= " + activation + "(X · Wh)", "what the hidden units say, for each row")
                .row("l2", "= " + activation + "(l1 · Wo)", "what the output makes of it"));
        LessonStory.choice(lesson, story);
    }

    private static void iteration(Lesson lesson, Story story) {
        story.heading("What one iteration does");
        story.listing(new TextTable()
                .row("l2_error", "= target - l2", "how far off the answer is")
                .row("l2_delta", "= l2_error · slope of l2", "the error weighted by confidence")
                .row("l1_error", "= l2_delta · Woᵀ", "the error weighted by contribution")
                .row("l1_delta", "= l1_error · slope of l1", "weighted by confidence again")
                .row("Wo", "= Wo + l1ᵀ · l2_delta", "both updates use the weights")
                .row("Wh", "= Wh + Xᵀ · l1_delta", "from before the iteration"));
        story.say("The slope is the derivative of an output a with respect to its sum: "
                + Prose.unbroken(LessonStory.slope(lesson, "a"))
                + ". All four rows go forward and back together in each iteration: that is full batch training.");
    }

    private static void wayBack(Trace first, Lesson lesson, Story story) {
        NotebookStep step = NotebookStep.of(first);
        story.heading("How the error travels back");
        story.say("A hidden unit has no target, so it has no error of its own. It gets a share of the output's error,"
                + " through the weight with which the output listens to it. Here is row " + (SHOWN + 1)
                + " of the first iteration. Its target is "
                + Numerals.fixed(lesson.targets().at(SHOWN, 0), 0) + " and the output says "
                + number(step.named("l2").at(SHOWN, 0)) + ", so");
        story.calculations(List.of(
                Calculation.ofDifference(
                        "l2_error",
                        lesson.targets().at(SHOWN, 0),
                        step.named("l2").at(SHOWN, 0),
                        step.named("l2_error").at(SHOWN, 0),
                        LessonStory.DECIMALS),
                Calculation.ofSlope("l2_slope", lesson, step.named("l2").at(SHOWN, 0), LessonStory.DECIMALS),
                Calculation.ofProduct(
                        "l2_delta",
                        step.named("l2_error").at(SHOWN, 0),
                        step.named("l2_slope").at(SHOWN, 0),
                        step.named("l2_delta").at(SHOWN, 0),
                        LessonStory.DECIMALS)));
        story.say(Digits.EXPLAINED);
        story.say("This is what arrives at each hidden unit:");
        story.table(shares(lesson, first));
        story.say("A unit that the output listens to closely gets a large share; one that it listens to with a"
            + " negative weight is told to do the opposite. Then its share is multiplied by the unit's own slope, just"
            + " as at the output. The same step would lead through any number of layers: this is backpropagation.");
    }

    /// Each column has the digits that the next one needs.
    private static TextTable shares(Lesson lesson, Trace first) {
        NotebookStep step = NotebookStep.of(first);
        double[] error = step.named("l1_error").toRows()[SHOWN];
        double[] outputs = step.named("l1").toRows()[SHOWN];
        double[] slopes = step.named("l1_slope").toRows()[SHOWN];
        double[] deltas = step.named("l1_delta").toRows()[SHOWN];
        Digits factors = Digits.ofProducts(error, slopes, deltas, LessonStory.DECIMALS);
        TextTable table = new TextTable().row("unit", "l2_delta · Wo", "= l1_error", "l1", "slope", "l1_delta");
        for (int unit = 0; unit < error.length; unit++) {
            double output = outputs[unit];
            Digits shown = Digits.of(factors.decimals(), slopes[unit], digits -> lesson.slope(digits.rounded(output)));
            table.row(
                    lesson.layers().getFirst().units().get(unit),
                    share(step, first, unit, factors.decimals()).formula(),
                    factors.text(error[unit]),
                    shown.text(output),
                    factors.text(slopes[unit]),
                    number(deltas[unit]));
        }
        return table;
    }

    /// What arrives at a hidden unit.
    static Calculation share(NotebookStep step, Trace first, int unit, int decimals) {
        return Calculation.ofProduct(
                "l1_error of h" + (unit + 1),
                step.named("l2_delta").at(SHOWN, 0),
                first.before().layers().getLast().weights().at(unit, 0),
                step.named("l1_error").at(SHOWN, unit),
                decimals);
    }

    private static void after(LessonRun run, Story story) {
        Lesson lesson = run.lesson();
        story.heading("The weights after");
        story.table(weights(lesson, run.last().after()));
        story.add(new Block.Drawings(NetworkDrawing.beforeAndAfter(run)));
        HiddenUnits.of(run).tell(run, story);
        story.heading("What it says now");
        story.table(LessonStory.outcome(run));
        story.say("The outputs of the last iteration, after "
                + Numerals.count(lesson.settings().iterations() - 1L) + " updates.");
        LessonStory.unfinished(run, story);
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
        return Numerals.fixed(value, LessonStory.DECIMALS);
    }
}
