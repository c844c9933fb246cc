package slope.report.lesson;

import java.util.ArrayList;
import java.util.List;
import slope.reference.Trace;

/// Questions about a lesson's own numbers, and their answers.
final class Exercises {
    private Exercises() {}

    /// A question.
    ///
    /// @param answer its paragraphs
    record Exercise(String question, List<String> answer) {
        Exercise {
            answer = List.copyOf(answer);
        }

        static Exercise of(String question, String... answer) {
            return new Exercise(question, List.of(answer));
        }
    }

    static List<Exercise> of(LessonRun run) {
        Lesson lesson = run.lesson();
        Trace first = run.steps().getFirst();
        List<Exercise> exercises =
                new ArrayList<>(lesson.settings().lesson() == 1 ? ofOne(lesson, first) : ofTwo(first));
        exercises.add(
                lesson.isSigmoid()
                        ? Exercise.of(
                                "At which output does a sigmoid unit learn fastest, and how large is the slope there?",
                                "At 0.5, where the slope is 0.5 · (1 - 0.5) = 0.25. Towards 0 and 1 it falls to 0.")
                        : Exercise.of(
                                "When does a ReLU unit stop learning for good?",
                                "When its output is 0 for every row. Its slope is then 0 for every row, so every delta"
                                        + " is 0, and no weight that leads to it moves again."));
        return exercises;
    }

    private static List<Exercise> ofOne(Lesson lesson, Trace first) {
        NotebookStep step = NotebookStep.of(first);
        int decimals = LessonStory.DECIMALS;
        double before = lesson.start().layers().getFirst().weights().at(0, 0);
        double update = step.named("Wo_update").at(0, 0);
        return List.of(
                Exercise.of(
                        "What is the delta of row 3 in the first iteration? Take its error and its slope from the"
                                + " table.",
                        Calculation.ofProduct(
                                        "delta",
                                        step.named("l1_error").at(2, 0),
                                        step.named("slope").at(2, 0),
                                        step.named("l1_delta").at(2, 0),
                                        decimals)
                                .line()),
                Exercise.of(
                        "Why have rows 1 and 2 no say in how w1 moves?",
                        "A row's share in the update is its input times its delta. In rows 1 and 2 the input x1 is 0."),
                Exercise.of(
                        "Where would w1 be after the first iteration if the learning rate were 2?",
                        "Twice as far from where it started:",
                        Calculation.ofSum("w1", before, 2 * update, before + 2 * update, decimals)
                                .line()),
                Exercise.of(
                        "Which derivatives does the chain rule multiply to get from the loss to w3?",
                        "The loss with respect to l1 is -error, l1 with respect to z1 is the slope, z1 with respect to"
                                + " w3 is the input x3. It is 1 in every row, so w3 moves by the sum of the four"
                                + " deltas."));
    }

    private static List<Exercise> ofTwo(Trace first) {
        NotebookStep step = NotebookStep.of(first);
        return List.of(
                Exercise.of(
                        "What is the error of the hidden unit h1 for row 2 of the first iteration? Take l2_delta from"
                                + " the text and the weight Wo of h1 from the table of weights before.",
                        SecondStory.share(step, first, 0, LessonStory.DECIMALS).line()),
                Exercise.of(
                        "Why can no single unit learn this task, whatever its weights?",
                        "Its sum z is above 0 where it is on. For rows 2 and 3 together the sums are w1 + w2 + 2·w3;"
                            + " for rows 1 and 4 together they are the same. They cannot be above 0 in the first case"
                            + " and below 0 in the second."),
                Exercise.of(
                        "What if h1 and h2 started with the same weights, in Wh and in Wo?",
                        "They would say the same, get the same share of the error and move alike, for ever: two units"
                                + " that do the work of one. That is why weights start at random."),
                Exercise.of(
                        "Why do both updates use the weights from before the iteration?",
                        "The gradient belongs to the weights that made the outputs. If Wo moved first, l1_error would"
                                + " be an error over weights that the forward pass never used."));
    }
}
