package slope.report.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import slope.layer.Activation;
import slope.layer.Initializer;
import slope.reference.ActivationFormulas;
import slope.reference.LossFormulas;
import slope.reference.Matrix;
import slope.report.text.Numbers;
import slope.report.text.Prose;
import slope.report.text.TextTable;

/// A lesson for people: the task, the network, an iteration and the result.
///
/// The parts that both lessons share are here, what each tells of its own is in [FirstStory] and
/// [SecondStory].
public final class LessonStory {
    static final int DECIMALS = 4;

    /// An error below this is called learned: every answer is nearer to its target than to the
    /// other.
    private static final double LEARNED = 0.1;

    private LessonStory() {}

    /// Runs a lesson and tells it.
    ///
    /// @param steps how many of the first iterations are shown in full
    public static String of(Lesson lesson, int steps) {
        Prose prose = new Prose();
        if (lesson.settings().lesson() == 1) {
            LessonRun run = LessonRun.of(lesson, LessonStory::isPowerOfTen, Math.max(1, steps));
            FirstStory.tell(run, steps, prose);
        } else {
            int tenth = Math.ceilDiv(lesson.settings().iterations(), 10);
            LessonRun run = LessonRun.of(lesson, done -> done % tenth == 0, Math.max(1, steps));
            SecondStory.tell(run, steps, prose);
        }
        return prose.toString();
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
        TextTable table = new TextTable()
                .row(
                        "row",
                        "x1",
                        "x2",
                        "x3",
                        "target",
                        lesson.layers().getLast().outputs());
        for (int row = 0; row < outputs.rows(); row++) {
            List<String> cells = new ArrayList<>(example(lesson, row));
            cells.add(Numbers.fixed(outputs.at(row, 0), DECIMALS));
            table.row(cells);
        }
        return table;
    }

    /// Where the weights come from, in NumPy's words.
    static String drawing(Lesson lesson, String shape, String inputs) {
        return Prose.unbroken(
                lesson.settings().start() == Initializer.UNIFORM_CENTRED
                        ? "2 · random(" + shape + ") - 1"
                        : "random(" + shape + ") · sqrt(2/" + inputs + ")");
    }

    /// The activation as a formula of the sum.
    static String activation(Lesson lesson) {
        return isSigmoid(lesson) ? "sigmoid(z) = 1 / (1 + e^-z)" : "relu(z) = max(0, z)";
    }

    /// The slope as a formula of the output.
    static String slope(Lesson lesson, String output) {
        return isSigmoid(lesson) ? output + " · (1 - " + output + ")" : "1 where " + output + " > 0, else 0";
    }

    static boolean isSigmoid(Lesson lesson) {
        return lesson.settings().activation().equals(Activation.SIGMOID);
    }

    /// How the mean absolute error fell.
    static void errors(LessonRun run, Prose prose) {
        prose.heading("The errors on the way");
        TextTable table = new TextTable().row("iterations done", "mean |error|");
        for (Map.Entry<Integer, Double> error : run.errors().entrySet()) {
            table.row(Numbers.count(error.getKey()), Numbers.fixed(error.getValue(), 6));
        }
        table.row(Numbers.count(run.lesson().settings().iterations()), Numbers.fixed(run.finalError(), 6));
        prose.table(table);
        run.atRestSince().ifPresent(iteration -> prose.say(atRest(run, iteration)));
    }

    /// Why confident outputs move little: slopes at a few outputs.
    static void slopes(Lesson lesson, Prose prose) {
        prose.heading("Why the weights move, and when they stop");
        prose.say("Every update is weighted by the slope of "
                + lesson.settings().activation().title()
                + " at the output, that is by how far the output gives way when its sum moves a little:");
        double[] outputs = isSigmoid(lesson)
                ? new double[] {0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99}
                : new double[] {0, 0.01, 0.5, 1, 2};
        Matrix shown = Matrix.of(outputs.length, 1, outputs);
        // Both slopes are taken of the output, so the sums do not matter.
        Matrix slopes = ActivationFormulas.derivative(lesson.settings().activation(), shown, shown)
                .orElseThrow();
        TextTable table = new TextTable().row("output", "slope");
        for (int row = 0; row < shown.rows(); row++) {
            table.row(Numbers.fixed(shown.at(row, 0), 2), Numbers.fixed(slopes.at(row, 0), DECIMALS));
        }
        prose.table(table);
        prose.say(
                isSigmoid(lesson)
                        ? "An undecided output, near 0.5, moves its weights most. A confident one, near 0 or 1, hardly"
                                + " moves them: what is right and sure is left alone, and the rows that are still in"
                                + " doubt do the moving. The price is that an output which is sure and wrong moves"
                                + " just as little, and needs many iterations to change its mind."
                        : "Above 0 an error passes at full strength, however large the output is. At 0 nothing"
                                + " passes: a unit whose output is 0 for every row learns no more. It is called dead.");
    }

    /// Whether every answer came out well.
    static boolean hasLearned(LessonRun run) {
        return LossFormulas.meanAbsoluteError(run.last().outputs(), run.lesson().targets()) < LEARNED;
    }

    private static List<String> example(Lesson lesson, int row) {
        return List.of(
                Integer.toString(row + 1),
                Numbers.fixed(lesson.inputs().at(row, 0), 0),
                Numbers.fixed(lesson.inputs().at(row, 1), 0),
                Numbers.fixed(lesson.inputs().at(row, 2), 0),
                Numbers.fixed(lesson.targets().at(row, 0), 0));
    }

    /// What to try when some answers are still wrong, and nothing otherwise.
    static void unfinished(LessonRun run, Prose prose) {
        if (hasLearned(run) || run.atRestSince().isPresent()) {
            return;
        }
        LessonSettings settings = run.lesson().settings();
        prose.say(
                settings.iterations() < LessonSettings.usual(settings.lesson()).iterations()
                        ? "Not every answer is right yet. More --iterations will get further."
                        : "Not every answer is right: from this start the slope leads to a place where it is all but"
                                + " flat. Another --seed, or in lesson 2 more --hidden units, may find a better way.");
    }

    private static String atRest(LessonRun run, int iteration) {
        String since = "Nothing has moved since iteration " + Numbers.count(iteration) + ": ";
        if (hasLearned(run)) {
            return since + "every answer is as near to its target as the digits of a number allow.";
        }
        if (isSigmoid(run.lesson())) {
            return since + "every update is smaller than the last digit of its weight.";
        }
        return since + "the output is 0 for every row, where ReLU's slope is 0, so no error gets through any more. At a"
                + " learning rate of 1 ReLU easily steps that far; sigmoid always keeps some slope. Compare: "
                + Prose.unbroken("slope lesson " + run.lesson().settings().lesson());
    }

    private static boolean isPowerOfTen(int done) {
        int power = 1;
        while (power < done && power < 1_000_000_000) {
            power *= 10;
        }
        return done == 0 || done == power;
    }
}
