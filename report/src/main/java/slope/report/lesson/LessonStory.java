package slope.report.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import slope.internal.text.Numerals;
import slope.reference.ActivationFormulas;
import slope.reference.Matrix;
import slope.report.text.Prose;
import slope.report.text.TextTable;

/// A lesson for people: the task, the network, an iteration and the result.
///
/// The parts that both lessons share are here, what each tells of its own is in [FirstStory] and
/// [SecondStory].
public final class LessonStory {
    static final int DECIMALS = 4;

    private LessonStory() {}

    /// Tells a lesson.
    ///
    /// @param run from [LessonRun#told]
    /// @param steps how many of the first iterations are shown in full
    public static Story of(LessonRun run, int steps) {
        Story story = new Story();
        if (run.lesson().settings().lesson() == 1) {
            FirstStory.tell(run, steps, story);
        } else {
            SecondStory.tell(run, steps, story);
        }
        return story;
    }

    /// Where the lessons come from.
    static void sources(Story story) {
        story.heading("Where this comes from");
        story.say("Both networks, their numbers and names such as l1_delta are those of Damir Cavar's notebook"
                + " Backpropagation (2018–2019), which builds on Andrew Trask's \"A Neural Network in 11 lines of"
                + " Python\". Why it is worth knowing what happens here, even if a library does it: Andrej Karpathy,"
                + " \"Yes you should understand backprop\".");
    }

    /// Inputs and targets, and on request what the network says.
    static TextTable examples(Lesson lesson) {
        TextTable table = new TextTable().row("row", "x1", "x2", "x3", "target");
        for (int row = 0; row < lesson.inputs().rows(); row++) {
            table.row(example(lesson, row));
        }
        return table;
    }

    /// Inputs and targets beside what the network says at last.
    static TextTable outcome(LessonRun run) {
        Lesson lesson = run.lesson();
        Matrix outputs = run.last().outputs();
        String name = lesson.layers().getLast().outputs();
        TextTable table = new TextTable().row("row", "x1", "x2", "x3", "target", name);
        for (int row = 0; row < outputs.rows(); row++) {
            List<String> cells = new ArrayList<>(example(lesson, row));
            cells.add(Numerals.fixed(outputs.at(row, 0), DECIMALS));
            table.row(cells);
        }
        return table;
    }

    /// Where the weights come from, in NumPy's words.
    static String drawing(Lesson lesson, String shape, String inputs) {
        return Prose.unbroken(
                lesson.settings().start() == LessonStart.CENTRED
                        ? "2 · random(" + shape + ") - 1"
                        : "random(" + shape + ") · sqrt(2/" + inputs + ")");
    }

    /// The activation as a formula of the pre-activation.
    static String activation(Lesson lesson) {
        return lesson.isSigmoid() ? "sigmoid(z) = 1 / (1 + e^-z)" : "relu(z) = max(0, z)";
    }

    /// The derivative as a formula of the output.
    static String slope(Lesson lesson, String output) {
        return lesson.isSigmoid() ? output + " · (1 - " + output + ")" : "1 where " + output + " > 0, else 0";
    }

    /// How the notebook comes to the activation.
    static void choice(Lesson lesson, Story story) {
        story.say(
                lesson.isSigmoid()
                        ? "The sigmoid maps any sum to an output between 0 and 1, and it is what makes the network"
                                + " non-linear. The notebook offers a second activation, ReLU, in its place."
                        : "The notebook trains with the sigmoid and adds: we could use ReLU instead. This is that"
                                + " variant. ReLU passes a sum on if it is above 0 and says 0 otherwise; its derivative"
                                + " is 1 or 0, so it is on or off and never unsure. Nothing else of the network"
                                + " changes.");
    }

    /// How the mean absolute error fell.
    static void errors(LessonRun run, Story story) {
        story.heading("The errors on the way");
        story.say("The mean absolute error of the four rows, on two logarithmic axes:");
        story.add(new Block.Curve(ErrorCurve.of(run)));
        TextTable table = new TextTable().row("iterations done", "mean |error|");
        for (Map.Entry<Integer, Double> error : run.errors().entrySet()) {
            if (run.lesson().settings().isMilestone(error.getKey())) {
                table.row(Numerals.count(error.getKey()), Numerals.fixed(error.getValue(), 6));
            }
        }
        table.row(Numerals.count(run.lesson().settings().iterations()), Numerals.fixed(run.finalError(), 6));
        story.table(table);
        run.atRestSince().ifPresent(iteration -> story.say(atRest(run, iteration)));
    }

    /// Why confident outputs move little: derivatives at a few outputs.
    static void slopes(Lesson lesson, Story story) {
        story.heading("Why the weights move, and when they stop");
        story.say("Every update is weighted by the slope of "
                + lesson.settings().activation().title()
                + " at the output, which says how much the output changes when its sum changes a little:");
        double[] outputs = lesson.isSigmoid()
                ? new double[] {0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99}
                : new double[] {0, 0.01, 0.5, 1, 2};
        Matrix shown = Matrix.of(outputs.length, 1, outputs);
        // Both slopes are taken of the output, so the sums do not matter.
        Matrix slopes = ActivationFormulas.derivative(lesson.settings().activation(), shown, shown)
                .orElseThrow();
        TextTable table = new TextTable().row("output", "slope");
        for (int row = 0; row < shown.rows(); row++) {
            table.row(Numerals.fixed(shown.at(row, 0), 2), Numerals.fixed(slopes.at(row, 0), DECIMALS));
        }
        story.table(table);
        story.say(
                lesson.isSigmoid()
                        ? "An undecided output, near 0.5, moves its weights most. A confident one, near 0 or 1, hardly"
                                + " moves them: what is right and sure is left alone, and the rows that are still in"
                                + " doubt do the moving. That is why the delta is called the error weighted by"
                                + " confidence. The price is that an output which is sure and wrong moves"
                                + " just as little, and needs many iterations to change its mind."
                        : "Above 0 an error passes at full strength, however large the output is. At 0 nothing"
                                + " passes: a unit whose output is 0 for every row learns no more. It is called dead.");
    }

    /// The same step in the words of calculus.
    ///
    /// @param path the derivatives between the loss and a weight, and their product
    static void calculus(Story story, TextTable path) {
        story.heading("The same in the words of calculus");
        story.say(
                "The loss is half the sum of the squared errors. Its derivative with respect to a weight says how fast"
                    + " the loss grows when that weight grows. For each row, the chain rule makes it a product of the"
                    + " derivatives on the way from the loss back to the weight. The products of all rows are added"
                    + " up:");
        story.listing(path);
        story.say("All these derivatives together are the gradient. Gradient descent moves each weight by minus the"
                + " gradient times the learning rate. Here the learning rate is 1, so the update is minus the gradient"
                + " itself; errors are target minus output, and so carry that minus already.");
    }

    /// Says that some answers are still wrong, if so.
    static void unfinished(LessonRun run, Story story) {
        if (!run.hasLearned() && run.atRestSince().isEmpty()) {
            LessonSettings settings = run.lesson().settings();
            story.say(
                    settings.iterations()
                                    < LessonSettings.usual(settings.lesson()).iterations()
                            ? "Not every answer is right yet: it needs more iterations."
                            : "Not every answer is right: from this start the slope leads to a place where it is all"
                                    + " but flat.");
        }
    }

    private static String atRest(LessonRun run, int iteration) {
        String since = "Nothing has moved since iteration " + Numerals.count(iteration) + ": ";
        if (run.hasLearned()) {
            return since + "every answer is as near to its target as the digits of a number allow.";
        }
        if (run.lesson().isSigmoid()) {
            return since + "every update is smaller than the last digit of its weight.";
        }
        if (Arrays.stream(run.predictions().toArray()).anyMatch(output -> output != 0)) {
            return since + "what one row adds to a weight, another takes away.";
        }
        return since + "the output is 0 for every row, where ReLU's slope is 0, so no error gets through any more. At a"
                + " learning rate of 1 a step with ReLU is easily as large as that; a sigmoid always keeps some slope.";
    }

    private static List<String> example(Lesson lesson, int row) {
        return List.of(
                Integer.toString(row + 1),
                Numerals.fixed(lesson.inputs().at(row, 0), 0),
                Numerals.fixed(lesson.inputs().at(row, 1), 0),
                Numerals.fixed(lesson.inputs().at(row, 2), 0),
                Numerals.fixed(lesson.targets().at(row, 0), 0));
    }
}
